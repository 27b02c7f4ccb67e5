import { shuffled, startChance } from './chance.ts'

/** What a card needs to know of a kind of component. */
export interface CardKind {
  readonly id: string
  readonly name: string
  readonly synonyms: readonly string[]
  readonly code: string
  readonly group: string
  readonly outline: string
  readonly purpose: string
}

/** A card asks for a kind: by its description, to be typed; or by its symbol, to be picked among names. */
export type Card<Kind> =
  | { readonly form: 'description'; readonly kind: Kind; readonly text: string }
  | { readonly form: 'symbol'; readonly kind: Kind; readonly options: readonly Kind[] }

const OPTIONS = 4

interface SetOf {
  /** The same seed draws the same set from the same kinds. */
  readonly seed: number
  readonly cards: number
  /** How many of the cards show a symbol. */
  readonly symbols: number
}

/** A set of cards, each about another kind as long as there are enough. */
export function drawCards<Kind extends CardKind>(
  kinds: readonly Kind[],
  { seed, cards, symbols }: SetOf,
): Card<Kind>[] {
  if (kinds.length === 0) return []
  const chance = startChance(seed)
  const drawn: Kind[] = []
  while (drawn.length < cards) drawn.push(...shuffled(kinds, chance).slice(0, cards - drawn.length))
  const made = drawn.map((kind, at): Card<Kind> => {
    if (at >= symbols) return { form: 'description', kind, text: describe(kind) }
    return { form: 'symbol', kind, options: shuffled([kind, ...mistakable(kind, kinds, chance)], chance) }
  })
  return shuffled(made, chance)
}

/** Kinds that are easily taken for this one: of its outline and group first. */
function mistakable<Kind extends CardKind>(kind: Kind, kinds: readonly Kind[], chance: () => number): Kind[] {
  const likeness = (other: Kind) =>
    2 * Number(other.outline === kind.outline) + Number(other.group === kind.group)
  return shuffled(kinds, chance)
    .filter(({ id }) => id !== kind.id)
    .sort((a, b) => likeness(b) - likeness(a))
    .slice(0, OPTIONS - 1)
}

/** What a kind is for, with a gap where the text would give its name away. */
export function describe({ name, synonyms, purpose }: CardKind): string {
  const names = [name, ...synonyms].sort((a, b) => b.length - a.length).map(escaped)
  const spoken = new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.join('|')})(?:e?s)?(?![\\p{L}\\p{N}])`, 'giu')
  return purpose.replace(spoken, '…')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Whether a text is one of the kind's own words: its name, a synonym, or its code. */
export function isCalled({ name, synonyms, code }: CardKind, text: string): boolean {
  return [name, code, ...synonyms].some((word) => plain(word) === plain(text))
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[-_/.,\s]+/g, ' ')
    .trim()
}
