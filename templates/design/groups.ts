import type { TLShape } from '@tldraw/tlschema'
import type { Design } from '../../src/domain/design.ts'
import { type Box, up } from './box.ts'
import { cardShape, cardsOf } from './cards.ts'
import { compositeShape } from './composites.ts'
import { keptShapes } from './keptShapes.ts'
import { type LaidOut, layOutDesign } from './layOutDesign.ts'
import { type Part, partsOf } from './parts.ts'

/** The parts of one step, or of none, laid out. Places are px from the group's top left corner. */
export interface Group {
  readonly step: number | null
  readonly parts: readonly Part[]
  readonly sheet: LaidOut
  /** Where the sheet begins, below the cards. */
  readonly sheetTop: number
  readonly cards: readonly (Leaf & { readonly x: number; readonly y: number })[]
  readonly w: number
  readonly h: number
}

/** What no link joins: a card, or a text that shows what is kept. */
interface Leaf {
  readonly id: string
  readonly step: number | null
  readonly type: string
  readonly props: object
  readonly meta: TLShape['meta']
  readonly isLocked: boolean
  readonly w: number
  readonly h: number
}

/** px */
const CARDS = { gap: 32, below: 48, widest: 2_400 } as const

/** A design by its steps, what belongs to none first. */
export function groupsOf(design: Design): Group[] {
  const parts = partsOf(design)
  const leaves = leavesOf(design)
  const steps = new Set([...parts, ...leaves].map(({ step }) => step))
  return [...steps]
    .sort((a, b) => (a ?? 0) - (b ?? 0))
    .map((step) => {
      const own = parts.filter((part) => part.step === step)
      const sheet = layOutDesign(own, design.links)
      const shown = inRows(leaves.filter((leaf) => leaf.step === step))
      const right = Math.max(0, ...shown.map(({ x, w }) => x + w))
      const bottom = Math.max(0, ...shown.map(({ y, h }) => y + h))
      const sheetTop = shown.length === 0 ? 0 : up(bottom + CARDS.below)
      const h = own.length > 0 ? sheetTop + sheet.h : bottom
      return { step, parts: own, sheet, sheetTop, cards: shown, w: Math.max(sheet.w, right), h }
    })
}

function leavesOf(design: Design): Leaf[] {
  const cards = cardsOf(design).map((card) => ({ card, shape: cardShape(card) }))
  const drawn = cards.flatMap(({ card: { id, step }, shape }): Leaf[] =>
    shape
      ? [{ id, step, type: shape.type, props: shape.props, meta: {}, isLocked: false, ...shape.size }]
      : [],
  )
  const kept = keptShapes({
    cards: cards.flatMap(({ card, shape }) => (shape ? [] : [card])),
    composites: design.composites.filter((composite) => !compositeShape(composite)),
  })
  return [...drawn, ...kept.map((shape) => ({ ...shape, type: 'text', isLocked: true }))]
}

function inRows(shapes: readonly Leaf[]) {
  let [x, y, bottom] = [0, 0, 0]
  return shapes.map((shape) => {
    if (x > 0 && x + shape.w > CARDS.widest) [x, y] = [0, up(bottom + CARDS.gap)]
    const placed = { ...shape, x, y }
    x = up(x + shape.w + CARDS.gap)
    bottom = Math.max(bottom, y + shape.h)
    return placed
  })
}

/** Where groups stand beside and below each other, each in a box of that size. */
export function inShelves(sizes: readonly Pick<Box, 'w' | 'h'>[], gap: number): Box[] {
  const area = sizes.reduce((sum, { w, h }) => sum + (w + gap) * (h + gap), 0)
  const widest = Math.max(Math.sqrt(area * 1.6), ...sizes.map(({ w }) => w))
  let [x, y, bottom] = [0, 0, 0]
  return sizes.map(({ w, h }) => {
    if (x > 0 && x + w > widest) [x, y] = [0, up(bottom + gap)]
    const box = { x, y, w, h }
    x = up(x + w + gap)
    bottom = Math.max(bottom, y + h)
    return box
  })
}
