import { findCard } from '../../shapes/cards/list.ts'
import { CRITERIA_FIELD, TITLE_FIELD } from '../../shapes/cards/readCard.ts'
import { parseValue } from '../../shapes/cards/values.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import type { Design, DesignCard } from '../../src/domain/design.ts'
import { type FileProblem, placeIn } from '../../src/domain/designFile/reading.ts'
import { changesOf } from './changesOf.ts'
import type { PlacedDesign } from './placeDesign.ts'

/** What of a design its drawing does not say or says otherwise, and what its cards keep without knowing it. */
export function lossesOf(
  design: Design,
  { records, ids }: Pick<PlacedDesign, 'records' | 'ids'>,
): FileProblem[] {
  const back = readDesign(records)
  return [
    ...changesOf(design.requirements, back.requirements, 'requirements'),
    ...listChanges('nodes', saidBy(design.nodes, 'label', 'step', 'props'), back.nodes, ids.parts),
    ...listChanges('links', saidBy(design.links, 'fromPort', 'toPort'), back.links, ids.links),
    ...listChanges('cards', design.cards.map(withoutTitle), back.cards, ids.cards),
    ...listChanges('composites', saidBy(design.composites, 'step', 'props'), back.composites, ids.parts),
    ...design.cards.flatMap((card, n) => oddFields(card, `cards[${n}].fields`)),
  ]
}

interface WithId {
  readonly id: string
}

/** `given`: what is to be found again, of each. */
function listChanges(
  name: string,
  given: readonly WithId[],
  back: readonly WithId[],
  shapeIds: ReadonlyMap<string, string>,
): FileProblem[] {
  const byId = new Map(back.map((item) => [item.id, item]))
  return given.flatMap(({ id, ...said }, n) => {
    const other = byId.get(shapeIds.get(id) ?? '')
    return other ? changesOf(said, other, `${name}[${n}]`) : []
  })
}

function saidBy<Item extends WithId, Key extends keyof Item>(
  items: readonly Item[],
  ...keys: Key[]
): WithId[] {
  return items.map((item) => ({ ...Object.fromEntries(keys.map((key) => [key, item[key]])), id: item.id }))
}

/** A card's own name is no title that it says. */
function withoutTitle({ id, fields: { [TITLE_FIELD]: _, ...fields } }: DesignCard) {
  return { id, fields }
}

function oddFields({ type, fields }: DesignCard, where: string): FileProblem[] {
  const card = findCard(type.replace(/^card-/, ''))
  if (!card) return []
  const { table } = card
  const others = [TITLE_FIELD, table?.id, table?.choice?.field, table?.criteria && CRITERIA_FIELD]
  return Object.entries(fields).flatMap(([id, value]): FileProblem[] => {
    if (others.includes(id)) return []
    const field = card.fields.find((one) => one.id === id)
    const at = placeIn(where, id)
    if (!field) return [{ where: at, what: 'is a field that this version does not know: kept as it is.' }]
    const parsed = typeof value === 'string' ? parseValue(field, value.trim()) : null
    return parsed && !parsed.ok ? [{ where: at, what: `${parsed.problem} Kept as it is.` }] : []
  })
}
