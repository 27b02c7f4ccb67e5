import type { Difference, Finding, Side, What } from './difference.ts'

/** A finding as it is shown: where it is, what it is called, and a sentence. */
export function sayFinding(finding: Finding): Difference {
  const { what, property, mine, theirs } = finding
  return {
    what,
    label: (mine.names.length > 0 ? mine : theirs).names.join(' → '),
    ...(property ? { property: property.id } : {}),
    mine: placeOf(mine),
    theirs: placeOf(theirs),
    text: SENTENCES[what](finding),
  }
}

function placeOf({ at, value }: Side) {
  return value === undefined ? { at } : { at, value }
}

const SENTENCES: Readonly<Record<What, (finding: Finding) => string>> = {
  requirement: ({ property, ...sides }) => `${property?.label}: ${values(sides)}.`,
  'node-missing': ({ theirs }) => `Only theirs has ${withKind(theirs)}.`,
  'node-extra': ({ mine }) => `Only yours has ${withKind(mine)}.`,
  'node-kind': (finding) => `${about(finding)}: kind ${values(finding)}.`,
  'node-zone': (finding) => `${about(finding)}: ${values(finding)}.`,
  'node-property': (finding) => `${about(finding)}: ${finding.property?.label} ${values(finding)}.`,
  'node-apart': (finding) => `${about(finding)}: ${values(finding)}.`,
  'link-missing': ({ mine, theirs }) => `Only theirs links ${ends(mine)} (${theirs.value}).`,
  'link-extra': ({ mine }) => `Only yours links ${ends(mine)} (${mine.value}).`,
  'link-reversed': ({ mine }) => `The link ${ends(mine)} goes the other way in theirs.`,
  'link-mode': (finding) => `The link ${ends(finding.mine)}: ${values(finding)}.`,
  'link-order': (finding) => `The call ${ends(finding.mine)}: ${values(finding)}.`,
  'link-optional': (finding) => `The link ${ends(finding.mine)}: ${values(finding)}.`,
  'link-port': (finding) => `The link ${ends(finding.mine)}: ${values(finding)}.`,
  'stage-missing': ({ theirs }) =>
    `${quote(theirs.names[0])}: only theirs has the stage ${quote(theirs.value)}.`,
  'stage-extra': ({ mine }) => `${quote(mine.names[0])}: only yours has the stage ${quote(mine.value)}.`,
  'composite-field': (finding) => `${about(finding)}: ${finding.property?.label} ${values(finding)}.`,
  'card-missing': ({ theirs }) => `Only theirs has the card ${quote(theirs.names[0])}.`,
  'card-extra': ({ mine }) => `Only yours has the card ${quote(mine.names[0])}.`,
  'card-field': (finding) =>
    `Card ${quote(finding.mine.names[0])}: ${finding.property?.label} ${values(finding)}.`,
}

function about({ mine }: Finding): string {
  return quote(mine.names[0])
}

function withKind({ names, value }: Side): string {
  const name = names[0] ?? ''
  return value === undefined || name.toLowerCase() === value.toLowerCase()
    ? quote(name)
    : `${quote(name)} (${value})`
}

function ends({ names }: Side): string {
  return `from ${quote(names[0])} to ${quote(names[1])}`
}

function values({ mine, theirs }: Pick<Finding, 'mine' | 'theirs'>): string {
  return `${mine.value ?? 'nothing written'} in yours, ${theirs.value ?? 'nothing written'} in theirs`
}

function quote(text = ''): string {
  return `“${text}”`
}
