import { formatWhole } from '../units.ts'
import { ESTIMATE_WORDS, estimateText, inputTexts, latencyText } from './estimateWords.ts'
import type { Estimate } from './estimator.ts'
import type { Missing } from './quantity.ts'

/** A figure in words, with how it came about. */
export interface ShownFigure {
  /** Of its list alone. */
  readonly key: string
  readonly name: string
  readonly words: string
  readonly text: string
  readonly from: readonly string[]
  readonly assumed: readonly string[]
  /** More than there is room for. */
  readonly isOver: boolean
}

/** What would have to be written down, once, with every figure that waits for it. */
export interface Wanted extends Missing {
  readonly waiting: readonly string[]
}

export interface BoardFigures {
  readonly figures: readonly ShownFigure[]
  readonly wanted: readonly Wanted[]
}

const OF_THE_WHOLE: readonly string[] = [
  'call-path-latency',
  'latency-headroom',
  'recall-bound',
  'busy-cores',
]

/** What follows for one part: a node, a composite with its stages, a card. */
export function figuresAt(estimates: readonly Estimate[], id: string): BoardFigures {
  return shown(estimates.filter(({ at }) => at.includes(id)))
}

/** What a call brings to the part that it leads to, and what it reads there. */
export function figuresOfLink(
  estimates: readonly Estimate[],
  { from, to }: { readonly from: string; readonly to: string },
): BoardFigures {
  return shown(
    estimates.filter(({ name, at }) => {
      if (name === 'request-rate') return at.includes(to)
      return (
        name === 'feature-reads' &&
        at.some((id) => id.startsWith(from) || id.startsWith(to)) &&
        at.includes(to)
      )
    }),
  )
}

/**
 * What follows for the whole board: latency, headroom, recall, and the cores of all that scores. What is missing
 * is that of every figure, first of those.
 */
export function figuresOfBoard(estimates: readonly Estimate[]): BoardFigures {
  const whole = estimates.filter(({ name }) => OF_THE_WHOLE.includes(name))
  const scoring = whole.filter(({ name }) => name === 'busy-cores')
  const { figures } = shown(whole)
  const wanted = wantedBy([...whole, ...estimates.filter((one) => !whole.includes(one))])
  const known = scoring.flatMap(({ value }) => value ?? [])
  const isSummed = scoring.length > 1 && known.length > 0
  if (!isSummed) return { figures, wanted }
  const sum: ShownFigure = {
    key: 'sum of busy-cores',
    name: 'busy-cores',
    words: wordsOf('busy-cores'),
    text: formatWhole(known.reduce((a, b) => a + b, 0)),
    from: [`${known.length} of ${scoring.length} stages that score`],
    assumed: [],
    isOver: false,
  }
  return { figures: [...figures.filter(({ name }) => name !== 'busy-cores'), sum], wanted }
}

function shown(estimates: readonly Estimate[]): BoardFigures {
  const names = estimates.map(({ name }) => name)
  const ofSeveral = new Set(names.filter((name, n) => names.indexOf(name) !== n))
  const figures = estimates
    .map((estimate) => ({ estimate, text: textOf(estimate, estimates) }))
    .filter(({ estimate }) => estimate.value !== null)
    .map(({ estimate, estimate: { name, inputs, assumed }, text }, n) => ({
      key: `${name} ${n}`,
      name,
      words: wordsOf(name),
      text,
      from: inputTexts(inputs, { isNamed: ofSeveral.has(name) }),
      assumed: assumed ?? [],
      isOver: (headroomOf(estimate, estimates)?.value ?? 0) < 0,
    }))
  return { figures, wanted: wantedBy(estimates) }
}

function wordsOf(name: string): string {
  return ESTIMATE_WORDS[name] ?? name
}

function textOf(estimate: Estimate, among: readonly Estimate[]): string {
  if (estimate.name !== 'call-path-latency') return estimateText(estimate)
  const sla = headroomOf(estimate, among)?.inputs.find(({ property }) => property === 'sla')?.value ?? null
  return latencyText(estimate, sla)
}

/** What is left of the target on the path that a figure is about. */
function headroomOf({ name, at }: Estimate, among: readonly Estimate[]): Estimate | undefined {
  if (name !== 'call-path-latency' && name !== 'latency-headroom') return undefined
  return among.find((other) => other.name === 'latency-headroom' && other.at === at)
}

function wantedBy(estimates: readonly Estimate[]): Wanted[] {
  const byWhy = new Map<string, { missing: Missing; waiting: Set<string> }>()
  for (const { name, missing } of estimates) {
    for (const one of missing ?? []) {
      const known = byWhy.get(one.why) ?? { missing: one, waiting: new Set() }
      byWhy.set(one.why, known)
      known.waiting.add(wordsOf(name))
    }
  }
  return [...byWhy.values()].map(({ missing, waiting }) => ({ ...missing, waiting: [...waiting] }))
}
