/** Where a text stops being JSON, which engines tell each in their own way or not at all. */

export interface JsonFault {
  readonly line: number
  readonly column: number
  readonly why: string
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing'

const WORDS: Readonly<Record<Expected, string>> = {
  value: 'a value',
  'value or ]': 'a value or ]',
  key: 'a name in "…"',
  'key or }': 'a name in "…" or }',
  colon: ':',
  'comma or end': ', or the closing bracket',
  nothing: 'nothing more',
}

const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y
const SPACE = /[ \t\n\r]*/y

/** The first place of a text that JSON does not allow. */
export function jsonFault(text: string): JsonFault {
  const closers: Closers = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    SPACE.lastIndex = at
    SPACE.test(text)
    at = SPACE.lastIndex
    const sign = text[at] ?? ''
    const after = takes(expected, sign, closers)
    if (after === undefined) return faultAt(text, at, expected)
    const end = endOf(text, at, sign)
    if (end === undefined) return { ...placeOf(text, at), why: wrongPiece(sign) }
    at = end
    expected = after
  }
}

type Closers = ('}' | ']')[]

/** What may come after a piece that begins with that sign; undefined where it may not come at all. */
function takes(expected: Expected, sign: string, closers: Closers): Expected | undefined {
  const mayClose = expected === 'comma or end' || expected.endsWith(sign)
  if (sign !== '' && sign === closers.at(-1) && mayClose) {
    closers.pop()
    return afterValue(closers)
  }
  return expected.startsWith('value') ? takesValue(sign, closers) : takesBetween(expected, sign, closers)
}

function takesValue(sign: string, closers: Closers): Expected | undefined {
  if (sign === '{' || sign === '[') {
    closers.push(sign === '{' ? '}' : ']')
    return sign === '{' ? 'key or }' : 'value or ]'
  }
  return /^["\-\w]/.test(sign) ? afterValue(closers) : undefined
}

function takesBetween(expected: Expected, sign: string, closers: Closers): Expected | undefined {
  if (expected === 'colon') return sign === ':' ? 'value' : undefined
  if (expected.startsWith('key')) return sign === '"' ? 'colon' : undefined
  if (expected === 'nothing' || sign !== ',') return undefined
  return closers.at(-1) === '}' ? 'key' : 'value'
}

function afterValue(closers: Closers): Expected {
  return closers.length > 0 ? 'comma or end' : 'nothing'
}

/** Where the piece that begins there ends. */
function endOf(text: string, at: number, sign: string): number | undefined {
  if (sign === '"') return endOfString(text, at)
  if ('{}[],:'.includes(sign)) return at + 1
  PLAIN.lastIndex = at
  return PLAIN.test(text) ? PLAIN.lastIndex : undefined
}

const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y

function endOfString(text: string, start: number): number | undefined {
  let at = start + 1
  while (at < text.length) {
    const sign = text.charAt(at)
    if (sign === '"') return at + 1
    if (sign < ' ') return undefined
    ESCAPE.lastIndex = at
    if (sign === '\\' && !ESCAPE.test(text)) return undefined
    at = sign === '\\' ? ESCAPE.lastIndex : at + 1
  }
  return undefined
}

function wrongPiece(sign: string): string {
  return sign === '"'
    ? 'this text has no closing quote on its line, or a \\ that means nothing'
    : 'this is neither a number, true, false, null nor a text in "…"'
}

function faultAt(text: string, at: number, expected: Expected): JsonFault {
  const found = text.codePointAt(at)
  const there = found === undefined ? 'the file ends' : `“${String.fromCodePoint(found)}” stands there`
  return { ...placeOf(text, at), why: `${there} instead of ${WORDS[expected]}` }
}

function placeOf(text: string, at: number) {
  const lines = text.slice(0, at).split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}
