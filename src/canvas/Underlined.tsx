import type { Range } from './search.ts'

/** A text with the matched parts underlined. */
export function Underlined({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const parts = ranges.flatMap(([from, to], i) => [
    text.slice(i === 0 ? 0 : ranges[i - 1]?.[1], from),
    <u key={from}>{text.slice(from, to)}</u>,
  ])
  return (
    <>
      {parts}
      {text.slice(ranges.at(-1)?.[1] ?? 0)}
    </>
  )
}
