/** What a search looks at. */
export interface Searchable {
  readonly name: string
  readonly synonyms: readonly string[]
  /** Typed exactly, it comes first. */
  readonly code: string
}

/** From and to (excluded), in characters of the matched text. */
export type Range = readonly [from: number, to: number]

export interface Match<T> {
  readonly item: T
  /** The synonym that matched; null: the name or the code did. */
  readonly synonym: string | null
  /** What to underline in the name or the synonym. */
  readonly ranges: readonly Range[]
}

/** How a text may match, best first; the index is the rank. */
const WAYS = [exactly, asPrefix, byWordPrefixes, asSubstring, asSubsequence, withOneTypo] as const
/** From here on a match is a guess, shown only where nothing matches as typed. */
const GUESS_RANK = 2 * WAYS.indexOf(asSubsequence)

/**
 * The items a query may mean, likeliest first: exact code, exact text, prefix, prefixes of words, substring,
 * and, where nothing else is found,
 * letters in order and one mistyped letter. A name comes before a synonym matched the same way, then the
 * shorter text, then the list's order. An empty query means every item.
 */
export function search<T extends Searchable>(items: readonly T[], query: string): Match<T>[] {
  const typed = plain(query).trim()
  if (typed === '') return items.map((item) => ({ item, synonym: null, ranges: [] }))
  const found = items.flatMap((item, place) => {
    const best = bestMatch(item, typed)
    return best ? [{ ...best, place }] : []
  })
  const isMeant = found.some(({ rank }) => rank < GUESS_RANK)
  return found
    .filter(({ rank }) => !isMeant || rank < GUESS_RANK)
    .sort((a, b) => a.rank - b.rank || a.length - b.length || a.place - b.place)
    .map(({ item, synonym, ranges }) => ({ item, synonym, ranges }))
}

interface Ranked<T> extends Match<T> {
  readonly rank: number
  readonly length: number
}

function bestMatch<T extends Searchable>(item: T, typed: string): Ranked<T> | null {
  if (plain(item.code) === typed) {
    return { item, synonym: null, ranges: asPrefix(plain(item.name), typed) ?? [], rank: -1, length: 0 }
  }
  const [first] = [null, ...item.synonyms]
    .flatMap((synonym) => rankText(item, synonym, typed) ?? [])
    .sort((a, b) => a.rank - b.rank || a.length - b.length)
  return first ?? null
}

function rankText<T extends Searchable>(item: T, synonym: string | null, typed: string): Ranked<T> | null {
  const text = plain(synonym ?? item.name)
  for (const [way, match] of WAYS.entries()) {
    const ranges = match(text, typed)
    if (ranges)
      return { item, synonym, ranges, rank: 2 * way + (synonym === null ? 0 : 1), length: text.length }
  }
  return null
}

/** Lower case, and every separator a space: as long as the text, so that ranges hold for both. */
function plain(text: string): string {
  return [...text].map((char) => (/[-_/.,]/.test(char) ? ' ' : lower(char))).join('')
}

/** A few letters grow when lowered; they are kept so that positions stay true. */
function lower(char: string): string {
  const small = char.toLowerCase()
  return small.length === char.length ? small : char
}

function exactly(text: string, typed: string): Range[] | null {
  return text === typed ? [[0, text.length]] : null
}

function asPrefix(text: string, typed: string): Range[] | null {
  return text.startsWith(typed) ? [[0, typed.length]] : null
}

/** Each typed word begins a word of its own, in any order: `store feat` finds “Feature store”. */
function byWordPrefixes(text: string, typed: string): Range[] | null {
  const starts = [...text.matchAll(/\S+/g)]
  const used = new Set<number>()
  const ranges: Range[] = []
  for (const word of typed.split(/\s+/)) {
    const found = starts.find((start) => !used.has(start.index) && start[0].startsWith(word))
    if (!found) return null
    used.add(found.index)
    ranges.push([found.index, found.index + word.length])
  }
  return ranges.sort((a, b) => a[0] - b[0])
}

function asSubstring(text: string, typed: string): Range[] | null {
  const at = text.indexOf(typed)
  return at < 0 ? null : [[at, at + typed.length]]
}

/** The typed letters in order, the first one at the beginning of a word: `gtw` finds “API gateway”. */
function asSubsequence(text: string, typed: string): Range[] | null {
  const letters = typed.replaceAll(' ', '')
  if (letters.length < 2) return null
  for (const { index } of text.matchAll(/\S+/g)) {
    const ranges = lettersFrom(text, letters, index)
    if (ranges) return ranges
  }
  return null
}

function lettersFrom(text: string, letters: string, start: number): Range[] | null {
  if (text[start] !== letters[0]) return null
  const ranges: Range[] = []
  let at = start
  for (const letter of letters) {
    const found = text.indexOf(letter, at)
    if (found < 0) return null
    const last = ranges.at(-1)
    if (last && last[1] === found) ranges[ranges.length - 1] = [last[0], found + 1]
    else ranges.push([found, found + 1])
    at = found + 1
  }
  // Letters strewn over a long text are chance, not intent.
  return at - start <= 3 * letters.length ? ranges : null
}

/** A word that begins as typed but for one wrong, missing, added or swapped letter; from four letters on. */
function withOneTypo(text: string, typed: string): Range[] | null {
  if (typed.length < 4 || typed.includes(' ')) return null
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    for (const length of [typed.length, typed.length - 1, typed.length + 1]) {
      const part = word.slice(0, length)
      if (part.length === length && isOneEditAway(part, typed)) return [[index, index + length]]
    }
  }
  return null
}

function isOneEditAway(a: string, b: string): boolean {
  let head = 0
  while (head < a.length && a[head] === b[head]) head++
  const [restA, restB] = [a.slice(head), b.slice(head)]
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}
