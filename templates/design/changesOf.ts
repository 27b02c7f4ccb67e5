import { type FileProblem, isObject, placeIn, quoted } from '../../src/domain/designFile/reading.ts'

/** What was written and is not there any more, or reads otherwise. A number typed as text is the same number. */
export function changesOf(given: unknown, back: unknown, where: string): FileProblem[] {
  if (isNothing(given)) return []
  if (isNothing(back)) return given === false ? [] : [lost(given, where)]
  if (Array.isArray(given) && Array.isArray(back)) return listChanges(given, back, where)
  if (isObject(given) && isObject(back))
    return Object.entries(given).flatMap(([key, value]) =>
      changesOf(value, Object.hasOwn(back, key) ? back[key] : undefined, placeIn(where, key)),
    )
  if (isSame(given, back)) return []
  return [{ where, what: `${quoted(given)} cannot be kept: ${quoted(back)} stands on the board.` }]
}

/** Objects are told apart by their place among the objects, words by what they are. */
function listChanges(given: readonly unknown[], back: readonly unknown[], where: string): FileProblem[] {
  const words = back.filter((item) => !isObject(item)).map(String)
  const objects = back.filter(isObject)
  const isWhole = given.filter(isObject).length === objects.length
  let next = 0
  return given.flatMap((item, n) => {
    const at = `${where}[${n}]`
    if (!isObject(item)) return isNothing(item) || words.includes(String(item)) ? [] : [lost(item, at)]
    if (!isWhole && Object.values(item).every(isNothing)) return []
    return changesOf(item, objects[next++], at)
  })
}

function lost(given: unknown, where: string): FileProblem {
  return { where, what: `${quoted(given)} has no place on the board: left out.` }
}

function isNothing(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (isObject(value) && Object.keys(value).length === 0)
  )
}

function isSame(given: unknown, back: unknown): boolean {
  if (typeof given === 'object') return given !== null && typeof back === 'string' && isTextOf(given, back)
  if (typeof given === typeof back) return String(given).trim() === String(back).trim()
  // A text is read as the number, the flag or the list that it is; a number may name a row, or be a text.
  return typeof given === 'string' || typeof back === 'string'
}

function isTextOf(given: object, back: string): boolean {
  return back === JSON.stringify(given) || (Array.isArray(given) && back === given.join(', '))
}
