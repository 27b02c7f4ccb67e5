import { DocumentRecordType, PageRecordType, TLDOCUMENT_ID, type TLRecord } from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'

/** The two records without which tldraw cannot run, shown where a document lacks them and written once something is put on them. */
export const SYNTHETIC: Readonly<Record<'document' | 'page', TLRecord>> = {
  document: DocumentRecordType.create({ id: TLDOCUMENT_ID, name: '' }),
  page: PageRecordType.create({
    id: PageRecordType.createId('page'),
    name: 'Board',
    index: 'a1' as IndexKey,
    meta: {},
  }),
}
