import { cardProps } from '../../shapes/cards/cardProps.ts'
import { cardLayout } from '../../shapes/cards/layout.ts'
import { findCard } from '../../shapes/cards/list.ts'
import { cardFields, TITLE_FIELD } from '../../shapes/cards/readCard.ts'
import { CARD, type CardProps } from '../../shapes/cards/schema.ts'
import type { Design } from '../../src/domain/design.ts'
import type { DrawnShape } from './composites.ts'

type DesignCard = Design['cards'][number]

const REQUIREMENT = 'requirement'

/** The shape of a card; null for one that this version could not give back as it was. */
export function cardShape({ type, fields }: DesignCard): DrawnShape | null {
  const plain = type.replace(/^card-/, '')
  const known = findCard(plain) ? plain : type
  const props = cardProps(known, fields)
  const back = cardFields(props)
  const isWhole = Object.entries(fields).every(
    ([id, value]) => isEmpty(value) || isAsDeep(value, back[id]) || isOwnName(id, value, props),
  )
  if (!isWhole) return null
  const { w, h } = cardLayout(props)
  return { type: CARD, props: { ...props, w, h }, size: { w, h } }
}

/** A design's cards, with one for those of its requirements that no card has. */
export function cardsOf({ requirements, cards }: Design): DesignCard[] {
  const agreed = cards.filter(({ type }) => type.endsWith(REQUIREMENT)).map(({ fields }) => fields)
  const others = Object.entries(requirements).filter(
    ([id]) => !agreed.some((fields) => Object.hasOwn(fields, id)),
  )
  if (others.length === 0) return [...cards]
  const rest = { id: 'requirements', type: REQUIREMENT, step: null, fields: Object.fromEntries(others) }
  return [rest, ...cards]
}

/** Whether a value is there and has not become a text of what is in it; a text may have become the list that it is. */
function isAsDeep(value: unknown, back: unknown): boolean {
  return back !== undefined && (typeof value !== 'object' || typeof back === 'object')
}

/** A title that is the card's name is no title that it says. */
function isOwnName(id: string, value: unknown, { title }: CardProps): boolean {
  return id === TITLE_FIELD && value === title
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (Array.isArray(value) && value.length === 0)
}
