import type { Design, DesignCard } from '../design.ts'
import { groupBy } from '../groupBy.ts'
import { compareTexts } from '../stages.ts'
import { assign, NONE } from './assign.ts'
import { type Finding, NOTHING, type Side } from './difference.ts'
import { makeGrid } from './grid.ts'
import { contentOfValue, differingFields, ownOf, shownPair } from './value.ts'
import type { Words } from './words.ts'

/** What is on requirement cards is in the design's requirements, and said there. */
const SAID_ELSEWHERE = 'requirement'
/** How a card is called is wording. */
const TITLE = 'title'

/** Cards that one design lacks, and fields in which cards of one type differ. */
export function compareCards(mine: Design, theirs: Design, words: Words): Finding[] {
  const [ours, others] = [cardsByType(mine), cardsByType(theirs)]
  const types = [...new Set([...ours.keys(), ...others.keys()])].sort(compareTexts)
  return types.flatMap((type) => compareType(type, [ours.get(type) ?? [], others.get(type) ?? []], words))
}

function cardsByType({ cards }: Design): Map<string, DesignCard[]> {
  const typeOf = ({ type }: DesignCard) => type.replace(/^card-/, '')
  const compared = cards
    .filter((card) => typeOf(card) !== SAID_ELSEWHERE)
    .map((card) => ({ card, content: contentOfValue(fieldsOf(card)) }))
    .sort((a, b) => compareTexts(a.content, b.content))
  return groupBy(
    compared.map(({ card }) => card),
    typeOf,
  )
}

function fieldsOf({ fields }: DesignCard): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([id]) => id !== TITLE))
}

function compareType(
  type: string,
  [mine, theirs]: readonly [readonly DesignCard[], readonly DesignCard[]],
  words: Words,
): Finding[] {
  const differing = (a: DesignCard, b: DesignCard) => differingFields(fieldsOf(a), fieldsOf(b))
  const partners = assign(
    makeGrid(mine.length, theirs.length, (row, column) => {
      const [a, b] = [mine[row], theirs[column]]
      return a && b ? 1 / (1 + differing(a, b).length) : 0
    }),
  )
  const side = ({ id }: DesignCard): Side => ({ at: [id], names: [words.cardName(type)] })
  const lacking = theirs.filter((_, at) => !partners.includes(at))
  return [
    ...lacking.map((card) => ({ what: 'card-missing' as const, mine: NOTHING, theirs: side(card) })),
    ...mine.flatMap((card, at): Finding[] => {
      const other = theirs[partners[at] ?? NONE]
      if (!other) return [{ what: 'card-extra', mine: side(card), theirs: NOTHING }]
      return differing(card, other).map((id) => {
        const property = words.fieldOf(type, id)
        const [ours, others] = shownPair(ownOf(card.fields, id), ownOf(other.fields, id), property?.unit)
        return {
          what: 'card-field',
          property: { id, label: property?.label ?? id },
          mine: withValue(side(card), ours),
          theirs: withValue(side(other), others),
        }
      })
    }),
  ]
}

function withValue(side: Side, value: string | undefined): Side {
  return value === undefined ? side : { ...side, value }
}
