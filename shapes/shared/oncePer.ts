/** The function, worked out once for each object: records are never changed in place, only replaced. */
export function oncePer<Input extends object, Result>(
  compute: (input: Input) => Result,
): (input: Input) => Result {
  const known = new WeakMap<Input, Result>()
  return (input) => {
    const before = known.get(input)
    if (before !== undefined) return before
    const result = compute(input)
    known.set(input, result)
    return result
  }
}
