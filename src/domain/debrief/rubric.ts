/** What a candidate is rated on, one level each of four, with a sentence of evidence. */
export interface Dimension {
  readonly id: DimensionId
  readonly name: string
  /** Of a hundred: how much it counts in a suggestion. */
  readonly weight: number
  /** What a score of 1, 2, 3 and 4 looks like. */
  readonly levels: readonly [noHire: string, leanNo: string, leanHire: string, hire: string]
}

export const DIMENSION_IDS = [
  'scoping',
  'framing',
  'data',
  'modelling',
  'evaluation',
  'operations',
  'communication',
] as const

export type DimensionId = (typeof DIMENSION_IDS)[number]

/** The names of the scores 1 to 4. */
export const SCORE_NAMES = ['no hire', 'lean no', 'lean hire', 'hire'] as const

export const DIMENSIONS: readonly Dimension[] = [
  {
    id: 'scoping',
    name: 'Scoping',
    weight: 10,
    levels: [
      'Starts designing at once.',
      'Asks questions, but leaves the answers unused.',
      'Agrees scope, scale, latency and data, and sums up.',
      'Finds the hard part fast, states assumptions, comes back to the numbers later.',
    ],
  },
  {
    id: 'framing',
    name: 'Framing and metrics',
    weight: 15,
    levels: [
      'No objective, or the wrong task.',
      'A vague objective and one metric.',
      'Clear objective, label, horizon and primary metric.',
      'Compares framings, names where the proxy fails, sets guardrails.',
    ],
  },
  {
    id: 'data',
    name: 'Data and features',
    weight: 18,
    levels: [
      'Assumes perfect labels.',
      'A list of features without reasons, a random split.',
      'Sources, labels, split, and what is there at serving time.',
      'Leakage, delay and bias, values as of the event, few strong features.',
    ],
  },
  {
    id: 'modelling',
    name: 'Modelling',
    weight: 17,
    levels: [
      'Buzzwords.',
      'Jumps to one complex model.',
      'A baseline, at least two options, a choice with its reason, the loss.',
      'Trade-offs tied to the requirements; depth in negatives, calibration or compression.',
    ],
  },
  {
    id: 'evaluation',
    name: 'Evaluation',
    weight: 15,
    levels: [
      'Accuracy only.',
      'Offline only.',
      'Offline, online and an A/B test.',
      'Metrics for each stage, slices, the order of the rollout, the gap between offline and online.',
    ],
  },
  {
    id: 'operations',
    name: 'Serving, monitoring, deployment',
    weight: 13,
    levels: [
      'Absent.',
      'Names of tools only.',
      'A serving diagram with latency, a drift monitor, a rollout.',
      'Budgets that add up, a fallback, from signal over threshold to action, versions.',
    ],
  },
  {
    id: 'communication',
    name: 'Communication and board',
    weight: 12,
    levels: [
      'Silent, or a board nobody can read.',
      'Needs constant prompting; arrows without labels.',
      'Structured, thinks aloud, a readable board, on time.',
      'Drives, offers options, checks in, takes hints well, finishes all steps.',
    ],
  },
]
