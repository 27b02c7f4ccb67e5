import type { PropertyValue } from '../../src/domain/design.ts'
import type { SlowestPath } from '../../src/domain/estimate/slowestPath.ts'
import type { NumberRule } from '../../src/domain/units.ts'
import type { Anchor, PanelFont, PanelStroke, PanelText } from '../shared/panel/layout.ts'

/** What a field or a cell takes. */
export type FieldType =
  | { readonly type: 'text' }
  /** Several lines. */
  | { readonly type: 'long' }
  | { readonly type: 'number'; readonly rule: NumberRule }
  | {
      readonly type: 'choice'
      readonly choices: readonly string[]
      /** The choices are usual ones; others may be typed. */
      readonly isOpen?: boolean
    }
  | { readonly type: 'flag' }
  /** Words with commas between. */
  | { readonly type: 'list' }
  /** A day, as 2024-03-31. */
  | { readonly type: 'date' }

export type CardField = FieldType & {
  /** The field's name in a design: it never changes. */
  readonly id: string
  readonly label: string
  /** What to write, shown while it is empty. */
  readonly hint?: string
  /** Shares its line with the field before or after it, if that does too. */
  readonly isHalf?: boolean
  /** Stands below the table and the picture. */
  readonly isFoot?: boolean
  /** Stands in the picture, where that has a place for it. */
  readonly isInPicture?: boolean
}

export type CardColumn = FieldType & {
  readonly id: string
  readonly label: string
  /** Its share of the table's width. */
  readonly width: number
  /** What to write, shown while somebody edits it. */
  readonly hint?: string
  /** Right-aligned and in mono, as numbers are. */
  readonly isFigure?: boolean
  /** What stands as a warning in a row that has its first text and lacks this one. */
  readonly asks?: string
}

type Cells = Readonly<Record<string, PropertyValue>>

export interface CardTable {
  /** The name of the list of rows in a design. */
  readonly id: string
  /** What a row is, as in “+ Signal”. */
  readonly rowName: string
  readonly columns: readonly CardColumn[]
  /** The column that says what a row is about; a row without it has not begun. */
  readonly subject: string
  /** Columns that people add, name and take away. */
  readonly criteria?: {
    readonly name: string
    /** Those of a new card. */
    readonly starters: readonly string[]
    readonly width: number
  }
  /** One row can be chosen; its id is kept in that field. */
  readonly choice?: { readonly field: string; readonly label: string }
  /** The rows of a new card. */
  readonly starters: readonly Cells[]
}

export interface CardRow {
  readonly id: string
  readonly cells: Cells
}

/** What somebody wrote on a card, rows and criteria in order. */
export interface CardValues {
  readonly fields: Readonly<Record<string, PropertyValue>>
  readonly criteria: readonly { readonly id: string; readonly name: string }[]
  readonly rows: readonly CardRow[]
}

/** A figure that follows from what is written; null: `missing` says what has to be written for it. */
export interface CardReading {
  readonly label: string
  readonly value: string | null
  readonly missing?: string
  readonly isWrong?: boolean
}

export interface CardPicture {
  readonly h: number
  /** From the left edge and the top of the picture's place. */
  readonly strokes: readonly PanelStroke[]
  readonly texts: readonly PanelText[]
  /** Where fields are written in it, in the order of Tab. */
  readonly places?: readonly PicturePlace[]
}

/** Where a field is edited in a picture; its text is one of the picture's. */
interface PicturePlace {
  readonly field: string
  readonly x: number
  readonly room: number
  readonly top: number
  readonly bottom: number
  readonly font: PanelFont
  readonly anchor: Anchor
}

/** A card as data: what it asks for, and what it says of the answers. */
export interface Card {
  /** The file's name, and the card's type in a design. */
  readonly id: string
  readonly name: string
  /** One line: what it is for. */
  readonly purpose: string
  readonly synonyms: readonly string[]
  /** For quick insert. */
  readonly code: string
  /** The step that asks for it. */
  readonly step: number
  /** What often goes wrong with it, a sentence each. */
  readonly watchOut: readonly string[]
  /** px */
  readonly width: number
  /** Drawn below all else, in the palette's square of 24 px beside a card's outline. */
  readonly mark: string
  /** A sentence in serif: words, and the ids of the fields between them. */
  readonly sentence?: readonly (string | { readonly slot: string })[]
  /** Those that the sentence has stand there only. */
  readonly fields: readonly CardField[]
  readonly table?: CardTable
  /** A field that is said in serif at the foot, after its label. */
  readonly said?: string
  /** At the right of the head. */
  readonly headNote?: (values: CardValues) => string
  /** Its readings and its picture show the slowest call path of the board. */
  readonly isFedByBoard?: boolean
  readonly readings?: (values: CardValues, board: SlowestPath) => readonly CardReading[]
  readonly picture?: (values: CardValues, width: number, board: SlowestPath) => CardPicture
}
