import type { TLRecord } from '@tldraw/tlschema'
import * as Y from 'yjs'
import { readDesign } from '../../shapes/readDesign.ts'
import { fromLeaves } from '../../src/document/leaves.ts'
import type { Design, PropertyValue } from '../../src/domain/design.ts'
import { joinDoc } from './syncClient.ts'

/** What the server has of a board, by the address of somebody's page. */
export async function boardDesign(wsUrl: string, address: string): Promise<Design> {
  const { pathname, hash } = new URL(address)
  const room = pathname.split('/').at(-1)
  const { doc, synced, leave } = joinDoc(wsUrl, `${room}/board`, hash.slice(1))
  await synced
  leave()
  const records: TLRecord[] = []
  for (const [id, leaves] of doc.getMap('records')) {
    if (leaves instanceof Y.Map) records.push(fromLeaves(id, leaves.entries()) as unknown as TLRecord)
  }
  return readDesign(records)
}

export interface NamedDesign {
  /** By label. */
  readonly nodes: Readonly<Record<string, { kind: string; props: Readonly<Record<string, PropertyValue>> }>>
  /** `from → to`, by labels. */
  readonly links: Readonly<Record<string, { mode: string; label: string; seq?: number; optional?: boolean }>>
}

/** A design without ids, to compare with what somebody meant to draw. */
export function byName({ nodes, links }: Design): NamedDesign {
  const names = new Map(nodes.map(({ id, label }) => [id, label]))
  return {
    nodes: Object.fromEntries(nodes.map(({ label, kind, props }) => [label, { kind, props }])),
    links: Object.fromEntries(
      links.map(({ from, to, mode, label, seq, optional }) => [
        `${names.get(from)} → ${names.get(to)}`,
        { mode, label, ...(seq === undefined ? {} : { seq }), ...(optional ? { optional } : {}) },
      ]),
    ),
  }
}
