import type { Figure } from './figure.ts'

/** What problems have in common, to choose by. */
export const TAGS = [
  'content-based',
  'collaborative',
  'real-time input',
  'retrieval',
  'ranking',
  'classification',
  'regression',
  'generation',
  'NLP',
  'vision',
  'graph',
  'tabular',
  'batch',
  'cold start',
  'rare positives',
  'delayed labels',
  'calibration',
  'multi-task',
  'human review',
  'adversary',
] as const

type Tag = (typeof TAGS)[number]

/** How much one has to know and keep in hand at once. */
export const LEVELS = ['easier', 'medium', 'harder'] as const

type Level = (typeof LEVELS)[number]

/** A problem as the candidate may see it from the start: the list of problems holds nothing else. */
export interface Problem {
  /** As its folder is called. */
  readonly id: string
  readonly code: `P${number}`
  readonly title: string
  /** What the interviewer reads out. */
  readonly prompt: string
  readonly level: Level
  readonly tags: readonly Tag[]
  /** How far its brief goes. */
  readonly depth: 'full' | 'compact'
  /** The same problem, practised otherwise: at another scale, under another constraint. */
  readonly variants: readonly [scale: Variant, constraint: Variant]
}

/** The same problem with other facts. */
export interface Variant {
  readonly id: string
  readonly changes: 'scale' | 'constraint'
  readonly title: string
  /** Read out instead of the problem's own. */
  readonly prompt: string
  /** The facts that are other than in the brief. */
  readonly facts: readonly ChangedFact[]
}

interface ChangedFact {
  /** Of which clarifying question the answer changes. */
  readonly about: string
  readonly now: string
}

/** What the interviewer knows, and the candidate may see only when the run is over. */
export interface Brief {
  readonly questions: readonly Clarification[]
  readonly framing: Framing
  readonly data: DataBrief
  readonly options: OptionsBrief
  readonly metrics: MetricsBrief
  readonly monitoring: readonly Watched[]
  readonly deployment: readonly string[]
  readonly curveBalls: readonly CurveBall[]
  /** What each variant asks of the design. */
  readonly variants: readonly { readonly id: string; readonly asks: string }[]
  /** From gentle questions to statements that say what to do. */
  readonly hints: readonly Hint[]
  readonly figures: readonly Figure[]
}

/** A question that a good candidate asks, and what to answer. */
interface Clarification {
  /** What it is about, in a word: variants name it. */
  readonly about: string
  readonly ask: string
  readonly answer: string
}

interface Framing {
  /** What the business wants. */
  readonly goal: string
  /** The same as one sentence that a model can be trained for. */
  readonly objective: string
  readonly input: string
  readonly label: string
  readonly horizon: string
  readonly task: 'classification' | 'regression' | 'ranking' | 'retrieval' | 'generation'
  readonly alternatives: readonly Alternative[]
}

interface Alternative {
  readonly name: string
  readonly tradeOff: string
}

interface DataBrief {
  readonly sources: readonly string[]
  readonly labels: readonly string[]
  readonly features: readonly Feature[]
  readonly pitfalls: readonly string[]
  readonly split: string
}

interface Feature {
  readonly name: string
  /** How it gets to the model: a table made in advance, a stream, or the request itself. */
  readonly from: 'batch' | 'stream' | 'request'
  readonly why: string
}

interface OptionsBrief {
  readonly baseline: string
  readonly considered: readonly Option[]
  /** Names of what was considered. */
  readonly chosen: readonly string[]
  readonly why: string
}

interface Option {
  readonly name: string
  readonly gain: string
  readonly cost: string
}

interface MetricsBrief {
  readonly offline: readonly Metric[]
  readonly online: readonly Metric[]
  readonly guardrails: readonly Metric[]
  /** How one finds out that the new is better. */
  readonly experiment: string
}

interface Metric {
  readonly name: string
  readonly why: string
}

/** What is watched once it runs, and what happens then. */
interface Watched {
  readonly signal: string
  readonly action: string
}

interface CurveBall {
  /** What the interviewer says. */
  readonly says: string
  /** What a good answer does. */
  readonly good: string
}

interface Hint {
  /** The step that it helps in, 1 to 7. */
  readonly step: number
  readonly text: string
}
