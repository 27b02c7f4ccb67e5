import type { Design } from '../design.ts'
import type { UnitId } from '../unitTable.ts'
import type { CallPath } from './callPath.ts'
import type { Input, Missing, Quantity } from './quantity.ts'

/** A figure that follows from a design. */
export interface Estimate {
  readonly name: string
  /** Null while something is missing that it cannot do without. */
  readonly value: number | null
  readonly unit: UnitId
  /** Ids of what it is about: nodes, composites, cards. */
  readonly at: readonly string[]
  readonly inputs: readonly Input[]
  readonly missing?: readonly Missing[]
  /** What nobody wrote down and is taken for granted. */
  readonly assumed?: readonly string[]
}

/** A design with what several estimators ask of it. */
export interface Surveyed {
  readonly design: Design
  readonly paths: readonly CallPath[]
  /** Requests a second at each node of a call path. */
  readonly rates: ReadonlyMap<string, Quantity>
}

/** One group of figures: a file in `estimators/` and a line in its `index.ts`. */
export interface Estimator {
  /** The file's name. */
  readonly id: string
  readonly names: readonly string[]
  readonly estimate: (surveyed: Surveyed) => readonly Estimate[]
  /** A design that says all it needs, and what comes out, as people read it. */
  readonly example: {
    readonly design: Design
    readonly gives: readonly (readonly [name: string, text: string])[]
  }
}

/** An estimate from what was computed; what is empty is left out. */
export function estimated(
  name: string,
  unit: UnitId,
  at: readonly string[],
  { value, inputs, missing, assumed }: Quantity,
): Estimate {
  return {
    name,
    value,
    unit,
    at,
    inputs,
    ...(missing.length > 0 ? { missing } : {}),
    ...(assumed.length > 0 ? { assumed } : {}),
  }
}
