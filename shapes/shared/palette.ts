import { GROUP_IDS, type GroupId } from '../../src/domain/kinds.ts'

export type Theme = 'light' | 'dark'

/** The colours of the board by the names of the style sheet, for where a style sheet does not reach: exports. */
const TOKENS = {
  light: {
    canvas: '#fbfbf8',
    panel: '#ffffff',
    sunken: '#f3f3ee',
    ink: '#1b2130',
    'ink-2': '#454d5e',
    'ink-3': '#5f6777',
    line: '#dddcd4',
    'line-2': '#7d8390',
    accent: '#2348c7',
    'accent-soft': '#e6ebfb',
    ok: '#23703f',
    warn: '#8a5200',
    over: '#b3261e',
    'over-fill': '#d9483f',
  },
  dark: {
    canvas: '#14171c',
    panel: '#1c2027',
    sunken: '#171a20',
    ink: '#eceef2',
    'ink-2': '#b9bfca',
    'ink-3': '#989fad',
    line: '#333944',
    'line-2': '#7d8595',
    accent: '#8fa9ff',
    'accent-soft': '#27304f',
    ok: '#74c98f',
    warn: '#f0b64d',
    over: '#ff8f85',
    'over-fill': '#c8453c',
  },
} as const satisfies Readonly<Record<Theme, Readonly<Record<string, string>>>>

export type Token = keyof (typeof TOKENS)['light']

const GROUP_STROKES = {
  light: [
    '#4c4f5e',
    '#004269',
    '#089299',
    '#3f6f24',
    '#634210',
    '#6c6cbd',
    '#9a5763',
    '#7e8028',
    '#6e0e3f',
    '#7a408e',
  ],
  dark: [
    '#cfd9ea',
    '#5d9ebb',
    '#5bcacc',
    '#a6f4b1',
    '#f8c774',
    '#9ba1ee',
    '#d9a49d',
    '#a7a066',
    '#cc7192',
    '#d7b5fe',
  ],
} as const

/** How much of the stroke colour is in a wash. */
const WASH_SHARE = { light: 0.09, dark: 0.14 } as const

/** What a shape of a group is painted with; CSS colours. */
export interface GroupColours {
  readonly stroke: string
  readonly wash: string
}

/** The style sheet's letter of a group: `--g-a` is that of the first. */
export function groupLetter(group: GroupId): string {
  return 'abcdefghij'.charAt(GROUP_IDS.indexOf(group))
}

/**
 * A colour by its token. On the board (no theme) it follows the style sheet, so that switching to dark
 * draws nothing anew; with a theme it is literal, for exports.
 */
export function tokenColour(token: Token, theme?: Theme): string {
  return theme ? TOKENS[theme][token] : `var(--${token})`
}

/** Stroke and fill of a group's shapes; see `tokenColour` for the theme. */
export function groupColours(group: GroupId, theme?: Theme): GroupColours {
  if (!theme) {
    const stroke = `var(--g-${groupLetter(group)})`
    return { stroke, wash: `color-mix(in oklab, ${stroke} var(--mix), var(--panel))` }
  }
  const stroke = GROUP_STROKES[theme][GROUP_IDS.indexOf(group)] ?? TOKENS[theme].ink
  return { stroke, wash: mixOklab(stroke, TOKENS[theme].panel, WASH_SHARE[theme]) }
}

/** What CSS `color-mix(in oklab, a share, b)` gives, for colours written as `#rrggbb`. */
function mixOklab(a: string, b: string, share: number): string {
  const [one, other] = [toOklab(a), toOklab(b)]
  return fromOklab(one.map((value, index) => share * value + (1 - share) * (other[index] ?? 0)))
}

type Triple = readonly [number, number, number]

/** Matrices of the OKLab definition: Björn Ottosson (2020), "A perceptual color space for image processing". */
const TO_LMS: readonly Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
]
const TO_LAB: readonly Triple[] = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
]
const FROM_LAB: readonly Triple[] = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
]
const FROM_LMS: readonly Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
]

function times(matrix: readonly Triple[], vector: readonly number[]): number[] {
  return matrix.map((row) => row.reduce((sum, factor, index) => sum + factor * (vector[index] ?? 0), 0))
}

function toOklab(hex: string): number[] {
  const channels = [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255)
  const linear = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return times(TO_LAB, times(TO_LMS, linear).map(Math.cbrt))
}

function fromOklab(lab: readonly number[]): string {
  const linear = times(
    FROM_LMS,
    times(FROM_LAB, lab).map((value) => value ** 3),
  )
  const channels = linear.map((c) => (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055))
  const bytes = channels.map((c) => Math.round(255 * Math.min(1, Math.max(0, c))))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
