import { alignStages, type Fields, stageFields } from './alignStages.ts'
import { type Finding, NOTHING, type Side } from './difference.ts'
import type { NodePair, Pairing } from './pairing.ts'
import { differingFields, ownOf, shownPair } from './value.ts'
import { nameOf, type Words } from './words.ts'

/** Parts of a two-tower that have fields of their own. */
const TOWERS: readonly string[] = ['query', 'item', 'index']
/** Parts that come one after the other: a funnel's stages, a layer stack's layers. */
const ROWS: readonly string[] = ['stages', 'layers']
/** How a composite or a tower is called is wording. */
const WORDING: readonly string[] = ['label', 'name']

/** What differs inside the funnels and two-towers that both designs draw as one shape. */
export function compareComposites({ pairs }: Pairing, words: Words): Finding[] {
  return pairs.flatMap((pair) => {
    const [mine, theirs] = [pair.a.composite?.props, pair.b.composite?.props]
    if (!mine || !theirs || pair.a.node.kind !== pair.b.node.kind) return []
    const own = (props: Fields) => without(props, [...WORDING, ...TOWERS, ...ROWS, 'items'])
    return [
      ...compareFields(pair, [own(mine), own(theirs)], words),
      ...TOWERS.flatMap((tower) =>
        compareFields(pair, [towerOf(mine, tower), towerOf(theirs, tower)], words, tower),
      ),
      ...ROWS.flatMap((rows) => compareStages(pair, [rowsOf(mine, rows), rowsOf(theirs, rows)], words)),
    ]
  })
}

function compareFields(
  pair: NodePair,
  [mine, theirs]: readonly [Fields, Fields],
  words: Words,
  part?: string,
): Finding[] {
  return differingFields(mine, theirs).map((id) => {
    const property = words.propertyOf(id)
    const [ours, others] = shownPair(ownOf(mine, id), ownOf(theirs, id), property?.unit)
    const label = property?.label ?? id
    return {
      what: 'composite-field',
      property: { id: part ? `${part}.${id}` : id, label: part ? `${label} of ${part}` : label },
      mine: sideOf(pair.a, words, ours),
      theirs: sideOf(pair.b, words, others),
    }
  })
}

function compareStages(
  pair: NodePair,
  [mine, theirs]: readonly [readonly Fields[], readonly Fields[]],
  words: Words,
): Finding[] {
  return alignStages(mine, theirs).flatMap(([a, b]): Finding[] => {
    if (!a) return [{ what: 'stage-missing', mine: NOTHING, theirs: sideOf(pair.b, words, stageName(b)) }]
    if (!b) return [{ what: 'stage-extra', mine: sideOf(pair.a, words, stageName(a)), theirs: NOTHING }]
    return compareFields(pair, [stageFields(a), stageFields(b)], words, `“${stageName(a)}”`)
  })
}

function sideOf({ node }: NodePair['a'], words: Words, value: string | undefined): Side {
  return { at: [node.id], names: [nameOf(node, words)], ...(value === undefined ? {} : { value }) }
}

function stageName({ name, text, type }: Fields): string {
  const said = [name, text, type].find((one) => typeof one === 'string' && one.trim() !== '')
  return typeof said === 'string' ? said.trim() : 'Stage'
}

/** Skips name a layer by its place, which every layer that one design lacks would move: they are left out. */
function rowsOf(props: Fields, rows: string): Fields[] {
  const found = ownOf(props, rows)
  return Array.isArray(found) ? found.filter(isFields).map((row) => without(row, ['from'])) : []
}

function towerOf(props: Fields, tower: string): Fields {
  const found = ownOf(props, tower)
  if (!isFields(found)) return {}
  const { layers, ...fields } = without(found, WORDING)
  // As one text, since the order of layers is what they do.
  return Array.isArray(layers) ? { ...fields, layers: layers.join(' → ') } : fields
}

/** A composite of a file may hold anything. */
function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function without(fields: Fields, ids: readonly string[]): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => !ids.includes(id)))
}
