import type { Difference, What } from '../compare/difference.ts'

const GROUPS = [
  { id: 'missing', name: 'Missing in yours' },
  { id: 'extra', name: 'Only in yours' },
  { id: 'joined', name: 'Joined differently' },
  { id: 'other', name: 'Other kinds and figures' },
] as const

type GroupId = (typeof GROUPS)[number]['id']

const GROUP_OF: Readonly<Record<What, GroupId>> = {
  requirement: 'other',
  'node-missing': 'missing',
  'node-extra': 'extra',
  'node-kind': 'other',
  'node-zone': 'other',
  'node-property': 'other',
  'node-apart': 'joined',
  'link-missing': 'joined',
  'link-extra': 'joined',
  'link-reversed': 'joined',
  'link-mode': 'joined',
  'link-order': 'joined',
  'link-optional': 'joined',
  'link-port': 'joined',
  'stage-missing': 'missing',
  'stage-extra': 'extra',
  'composite-field': 'other',
  'card-missing': 'missing',
  'card-extra': 'extra',
  'card-field': 'other',
}

export interface DifferenceGroup {
  readonly id: GroupId
  readonly name: string
  readonly differences: readonly Difference[]
}

/** What may be written in one design and left open in another. */
const WRITTEN: ReadonlySet<What> = new Set(['requirement', 'node-property', 'composite-field', 'card-field'])

/** A reference has few cards and leaves figures open: what it says nothing of is no difference from it. */
function isSilent({ what, theirs }: Difference): boolean {
  return what === 'card-extra' || (WRITTEN.has(what) && theirs.value === undefined)
}

/** Differences from a reference as one reads them, each in one group; groups without any are left out. */
export function groupDifferences(differences: readonly Difference[]): DifferenceGroup[] {
  return GROUPS.map((group) => ({
    ...group,
    differences: differences.filter((one) => GROUP_OF[one.what] === group.id && !isSilent(one)),
  })).filter((group) => group.differences.length > 0)
}
