/** What must hold of a two-tower model, so that its vectors can be compared and its index be filled ahead. */

interface TowerFacts {
  readonly name: string
  readonly inputs: readonly string[]
  /** Bottom to top, as they are written: `Dense 128`. */
  readonly layers?: readonly string[]
  /** Null: nobody wrote it down. */
  readonly dim: number | null
  /** Empty: nobody wrote it down. */
  readonly version: string
}

export interface TwoTowerFacts {
  readonly query: TowerFacts
  readonly item: TowerFacts
  readonly index: {
    readonly dim: number | null
    readonly version: string
    readonly fedBy: 'item' | 'query' | 'other'
  }
  readonly similarity: 'cosine' | 'dot'
}

export const TOWER_PARTS = ['query', 'item', 'index'] as const
export type TowerPart = (typeof TOWER_PARTS)[number]

/** Something broken, in a sentence, and the parts that it shows on. */
export interface TowerFault {
  readonly kind: 'dimension' | 'layers' | 'version' | 'feed' | 'features'
  readonly parts: readonly TowerPart[]
  readonly text: string
}

/** Everything that is broken; what nobody wrote down breaks nothing. */
export function towerFaults(facts: TwoTowerFacts): TowerFault[] {
  return [
    ...dimensionFaults(facts),
    ...layerFaults(facts.query, 'query'),
    ...layerFaults(facts.item, 'item'),
    ...versionFaults(facts),
    ...feedFaults(facts),
    ...featureFaults(facts, 'query'),
    ...featureFaults(facts, 'item'),
  ]
}

function dimensionFaults({ query, item, index, similarity }: TwoTowerFacts): TowerFault[] {
  const faults: TowerFault[] = []
  const kind = 'dimension'
  if (query.dim !== null && item.dim !== null && query.dim !== item.dim) {
    const name = similarity === 'dot' ? 'The dot product' : 'Cosine'
    const text = `${name} needs vectors of one length: u has ${query.dim} numbers, v has ${item.dim}.`
    faults.push({ kind, parts: ['query', 'item'], text })
  }
  const filled = item.dim ?? query.dim
  if (index.dim !== null && filled !== null && index.dim !== filled) {
    const text = `The index takes vectors of ${index.dim} numbers, ${item.dim === null ? 'u' : 'v'} has ${filled}.`
    faults.push({ kind, parts: ['index'], text })
  }
  return faults
}

const DENSE = /^(?:dense|linear|mlp|fc|fully[\s-]connected|projection|project)\b/i
/** Digits with commas, and what is after a decimal point; `L2` and `v1.2` begin with a letter. */
const NUMBER = /(?<![\p{L}\d.])\d[\d,]*(?:\.\d+)?/gu

/** The last dense layer puts out the tower's vector: one of its numbers is the width, where it has any. */
function layerFaults({ name, layers = [], dim }: TowerFacts, side: 'query' | 'item'): TowerFault[] {
  const last = layers.findLast((layer) => DENSE.test(layer.trim()))
  const widths = wholeNumbers(last ?? '')
  if (last === undefined || widths.length === 0 || dim === null || widths.includes(dim)) return []
  const tower = name || (side === 'query' ? 'Query tower' : 'Item tower')
  const vector = side === 'query' ? 'u' : 'v'
  const text = `${tower} ends in “${last.trim()}”, ${vector} has ${dim} numbers: both must be as many.`
  return [{ kind: 'layers', parts: [side], text }]
}

/** `512,128` may be two widths or one. */
function wholeNumbers(text: string): number[] {
  const numbers = [...text.replace(/(?<=\d)x(?=\d)/gi, '×').matchAll(NUMBER)].map(([number]) => number)
  const whole = numbers.filter((number) => !number.includes('.'))
  return whole.flatMap((number) => [number.replaceAll(',', ''), ...number.split(',')].map(Number))
}

function versionFaults({ query, item, index }: TwoTowerFacts): TowerFault[] {
  const versions = [
    { part: 'query', name: query.name || 'Query tower', version: query.version.trim() },
    { part: 'item', name: item.name || 'Item tower', version: item.version.trim() },
    { part: 'index', name: 'index', version: index.version.trim() },
  ] as const
  const known = versions.filter(({ version }) => version !== '')
  const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
  if (known.every(({ version }) => same(version, known[0]?.version ?? ''))) return []
  const isOdd = (version: string) => known.filter((other) => same(other.version, version)).length === 1
  const odd = known.filter(({ version }) => isOdd(version))
  const said = known.map(({ name, version }) => `${name} ${version}`).join(', ')
  const text = `Only vectors of one version can be compared: ${said}.`
  return [{ kind: 'version', parts: odd.map(({ part }) => part), text }]
}

function feedFaults({ index, item, query }: TwoTowerFacts): TowerFault[] {
  if (index.fedBy === 'item') return []
  const name = item.name || 'Item tower'
  const by = index.fedBy === 'query' ? query.name || 'Query tower' : 'something else'
  const text = `${by} fills the index, so a search finds no items: fill it from ${name}.`
  return [{ kind: 'feed', parts: ['index'], text: text.charAt(0).toUpperCase() + text.slice(1) }]
}

function featureFaults(facts: TwoTowerFacts, side: 'query' | 'item'): TowerFault[] {
  const [own, other] = side === 'query' ? [facts.query, facts.item] : [facts.item, facts.query]
  const ownName = own.name || (side === 'query' ? 'Query tower' : 'Item tower')
  const otherName = other.name || (side === 'query' ? 'Item tower' : 'Query tower')
  return own.inputs.flatMap((input): TowerFault[] => {
    const about = featureSide(input)
    const fault = (text: string): TowerFault[] => [{ kind: 'features', parts: [side], text }]
    if (about === 'both') return fault(`“${input}” crosses user and item: it belongs in the ranker.`)
    if (about === null || about === side) return []
    return fault(`“${input}” is known of the other side: it belongs in ${otherName}, not in ${ownName}.`)
  })
}

/** Signs and words of a feature that needs both sides at once. */
const CROSS =
  /×|\s[x*]\s|\bcrossed\b|\bcross[\s-]*(?:features?|terms?|products?)\b|\b(?:user|query)[\s-]*(?:x|\/|–|and|&|to)?[\s-]*(?:item|candidate)\b/i
const AFFINITY = /\baffinity\b/i
const USER_FIRST = /^(?:the )?(?:user|viewer|listener|member|customer|visitor|searcher|query)(?:['’]s)?\b/i
const ITEM_FIRST = /^(?:the )?(?:item|candidate)(?:['’]s)?\b/i
/** What users leave behind on an item is the item’s: user ratings, user-made tags. */
const LEFT_BEHIND = /\b(?:ratings?|reviews?|counts?|comments?|reports?|tags?|made|generated|votes?|volume)\b/i
/** What a user did with items is the user’s: item history, items last seen. */
const DONE =
  /\b(?:histor(?:y|ies)|sequence|recent|last|past|previous|seen|viewed|played|bought|liked|clicks?)\b/i

/**
 * Whom an input of a tower is known of, by its words: it crosses both where it says so (`×`, “cross”,
 * “user-item”, “user … affinity” with an item in it), else it is about whom it begins with. Null: the words do
 * not tell, and words that both sides use (“id”, “language”, “country”) tell nothing.
 */
export function featureSide(input: string): 'query' | 'item' | 'both' | null {
  const text = input.trim().replaceAll('_', ' ')
  if (CROSS.test(text) || isAffinity(text)) return 'both'
  if (USER_FIRST.test(text)) return LEFT_BEHIND.test(text) ? null : 'query'
  if (ITEM_FIRST.test(text)) return DONE.test(text) ? null : 'item'
  return null
}

/** An affinity of a user to an item; that to a genre is the user’s own. */
function isAffinity(text: string): boolean {
  return AFFINITY.test(text) && /\b(?:item|candidate)\b/i.test(text)
}
