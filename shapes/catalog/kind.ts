import type { GroupId, LinkMode, Zone } from '../../src/domain/kinds.ts'
import type { Mark } from '../shared/mark.ts'
import type { OutlineId } from '../shared/outlines.ts'
import type { PropertyId } from './properties.ts'

/** One component kind as data: everything the palette, the board, the inspector and the checks know of it. */
export interface ComponentKind {
  /** The file's name. What boards store, so it never changes. */
  readonly id: string
  /** As the palette shows it; also the label of a new one. */
  readonly name: string
  /** Other words people type for it. */
  readonly synonyms: readonly string[]
  /** Typed in quick insert, it puts this kind first. Unique; 1 to 4 of a-z and 0-9. */
  readonly code: string
  readonly group: GroupId
  /** Where it runs unless the board says otherwise. */
  readonly zone: Zone
  /** One line: what it is for and when to use it. */
  readonly purpose: string
  readonly outline: OutlineId
  readonly mark: Mark
  /** The mark at 24 px, where the other has too much in it. */
  readonly smallMark?: Mark
  /** The properties the inspector shows, in its order. */
  readonly properties: readonly KindProperty[]
  /** What stands under the label, e.g. `p99 {p99}`: the first whose properties all have a value. */
  readonly figures: readonly string[]
  /** Links out of this kind that designs usually have, likeliest first. */
  readonly usualLinks: readonly UsualLink[]
  /** Links that deserve a question. Each is listed once, at one of its ends. */
  readonly suspiciousLinks: readonly SuspiciousLink[]
  /** What else often goes wrong with it, a sentence each. */
  readonly watchOut: readonly string[]
}

export interface KindProperty {
  readonly id: PropertyId
  /** A figure to start from, as a hint, with where it comes from. */
  readonly typical?: { readonly text: string; readonly source: string }
}

export interface UsualLink {
  readonly to: string
  readonly mode: LinkMode
  readonly label: string
}

/** A link out of this kind (`to`) or into it (`from`); a call goes from who asks to who answers. */
type SuspiciousLink = ({ readonly to: string } | { readonly from: string }) & {
  /** Absent: whatever the mode. */
  readonly mode?: LinkMode
  /** The question or the reason, in whole sentences for the person who drew it. */
  readonly why: string
}
