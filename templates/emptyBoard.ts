import { DocumentRecordType, PageRecordType, TLDOCUMENT_ID, type TLRecord } from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'

/** The id of a board's only page. */
export const BOARD_PAGE_ID = PageRecordType.createId('page')

/** The two records every board has: its document, whose name is the board's title, and its page. */
export function emptyBoard(title: string): TLRecord[] {
  return [
    DocumentRecordType.create({ id: TLDOCUMENT_ID, name: title, gridSize: 8 }),
    PageRecordType.create({ id: BOARD_PAGE_ID, name: 'Board', index: 'a1' as IndexKey }),
  ]
}
