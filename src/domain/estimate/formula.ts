/** What a formula is given; null or undefined is what nobody wrote down. */
type Given<Name extends string> = Readonly<Record<Name, number | null | undefined>>

/** What comes out, or the inputs that keep it from coming out: absent ones, else those that cannot be. */
export type Answer<Name extends string = string> =
  | { readonly value: number }
  | { readonly missing: readonly Name[] }

export type Formula<Name extends string = string> = (given: Given<Name>) => Answer<Name>

/** Whether an input makes sense. */
export type Range = (value: number) => boolean

export const positive: Range = (value) => value > 0
export const notNegative: Range = (value) => value >= 0
/** 0 to 1 */
export const share: Range = (value) => value >= 0 && value <= 1
/** More than none, at most all. */
export const part: Range = (value) => value > 0 && value <= 1

/**
 * A formula that never answers with a number that means nothing: an input that is absent, not finite or out
 * of its range is named as missing; where no finite number comes out of good inputs, all of them are.
 */
export function formula<Name extends string>(
  ranges: Readonly<Record<Name, Range>>,
  compute: (known: Readonly<Record<Name, number>>) => number,
): Formula<Name> {
  const names = Object.keys(ranges) as Name[]
  return (given) => {
    const missing = names.filter((name) => !isSound(given[name], ranges[name]))
    if (missing.length > 0) return { missing }
    const value = withoutNoise(compute(given as Readonly<Record<Name, number>>))
    return Number.isFinite(value) ? { value } : { missing: names }
  }
}

function isSound(value: number | null | undefined, range: Range): boolean {
  return typeof value === 'number' && Number.isFinite(value) && range(value)
}

/** Takes off what binary fractions add: 0.95 × 0.9 is 0.855. */
export function withoutNoise(value: number): number {
  return Number(value.toPrecision(15))
}

/** The next whole number, where 3.0000000000000004 is 3. */
export function roundedUp(value: number): number {
  return Math.ceil(withoutNoise(value))
}
