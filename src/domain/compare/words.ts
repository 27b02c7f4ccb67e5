import type { DesignNode } from '../design.ts'
import type { UnitId } from '../unitTable.ts'

/** What a comparison has to be told about the things it names; the catalog says it. */
export interface Words {
  readonly kindName: (kind: string) => string
  readonly propertyOf: (id: string) => Property | undefined
  readonly requirementOf: (id: string) => Property | undefined
  readonly cardName: (type: string) => string
  readonly fieldOf: (cardType: string, id: string) => Property | undefined
}

interface Property {
  readonly label: string
  /** Of a number. */
  readonly unit?: UnitId
}

/** How people call a node: by its label, else by its kind. */
export function nameOf({ label, kind }: DesignNode, words: Words): string {
  return label.trim() || words.kindName(kind)
}
