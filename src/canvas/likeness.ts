import type { ComponentKind } from '../../shapes/catalog/kind.ts'
import { type Insertable, insertables } from './insertables.ts'

/** How much each thing counts that two kinds may have in common. */
const WEIGHTS = { outline: 2, sameZone: 0.5, group: 1, properties: 3, out: 2, into: 2, words: 2 } as const

/** Kinds that link to a kind, by its id. */
const sources = new Map<string, Set<string>>()
for (const { id, usualLinks } of insertables) {
  for (const { to } of usualLinks) sources.set(to, (sources.get(to) ?? new Set()).add(id))
}

/** The others, what may stand in the place of a kind first: alike in outline, links, properties and names. */
export function byLikeness(kind: Insertable, others: readonly Insertable[]): Insertable[] {
  const likeness = new Map(others.map((other) => [other, likenessOf(kind, other)]))
  return [...others].sort((a, b) => (likeness.get(b) ?? 0) - (likeness.get(a) ?? 0))
}

function likenessOf(a: Insertable, b: Insertable): number {
  const [one, other] = [a.kind, b.kind]
  if (!one || !other) return 0
  return (
    WEIGHTS.outline * Number(family(one) === family(other)) +
    WEIGHTS.sameZone * Number(one.zone === other.zone) +
    WEIGHTS.group * Number(one.group === other.group) +
    WEIGHTS.properties * shared(propertiesOf(one), propertiesOf(other)) +
    WEIGHTS.out * shared(targetsOf(one), targetsOf(other)) +
    WEIGHTS.into * shared(sources.get(one.id), sources.get(other.id)) +
    WEIGHTS.words * shared(wordsOf(one), wordsOf(other))
  )
}

/** A split cylinder is a cylinder. */
const family = ({ outline }: ComponentKind) => outline.split('-')[0]
const propertiesOf = ({ properties }: ComponentKind) => new Set<string>(properties.map(({ id }) => id))
const targetsOf = ({ usualLinks }: ComponentKind) => new Set(usualLinks.map(({ to }) => to))
const wordsOf = ({ name, synonyms }: ComponentKind) =>
  new Set([name, ...synonyms].flatMap((text) => text.toLowerCase().split(/[^a-z0-9]+/)))

/** What two sets share, as a part of the smaller one. */
function shared(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number {
  const smaller = Math.min(a.size, b.size)
  return smaller === 0 ? 0 : [...a].filter((one) => b.has(one)).length / Math.max(smaller, 4)
}
