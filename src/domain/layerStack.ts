import type { Answer } from './estimate/formula.ts'
import { denseParameters, embeddingParameters, normalisationParameters } from './estimate/parameters.ts'

export const LAYER_TYPES = [
  'embedding',
  'dense',
  'normalise',
  'dropout',
  'skip',
  'other',
  'head',
  'loss',
] as const
export type LayerType = (typeof LAYER_TYPES)[number]

/** A layer of a model; null: nobody wrote it down. */
export interface Layer {
  readonly id: string
  readonly type: LayerType
  readonly text: string
  /** How many numbers it puts out. */
  readonly units: number | null
  /** Of an embedding: how many rows its table has. */
  readonly rows: number | null
  /** Of a skip connection: the id of the layer whose output it adds. */
  readonly from: string | null
}

/** What is known of a layer where it stands. */
export interface CountedLayer {
  readonly id: string
  /** How many numbers come in; null: not known. */
  readonly in: number | null
  readonly out: number | null
  /** How many numbers it learns; null: not known. */
  readonly parameters: number | null
  /** What would have to be written down to know it, in words. */
  readonly missing: readonly string[]
  /** What is wrong with it, in a sentence. */
  readonly fault: string | null
}

const WORDS: Readonly<Record<string, string>> = { in: 'numbers in', units: 'units', rows: 'rows' }

/**
 * The layers, bottom to top, with the parameters of each. Embeddings that follow each other stand side by side
 * and are joined; so do heads, each of which reads what the layer below them puts out.
 */
export function countLayers(layers: readonly Layer[]): CountedLayer[] {
  const counted: CountedLayer[] = []
  const outs = new Map<string, number | null>()
  let flow: number | null = null
  let before: LayerType | null = null
  const ids = new Set(layers.map(({ id }) => id))
  for (const known of layers) {
    const layer = known.from !== null && !ids.has(known.from) ? { ...known, from: null } : known
    const isJoined = layer.type === 'embedding'
    const one = countLayer(layer, flow, outs)
    outs.set(layer.id, one.out)
    counted.push(one)
    if (isJoined) flow = before === 'embedding' ? sum(flow, one.out) : one.out
    else if (layer.type !== 'head') flow = one.out
    before = layer.type
  }
  return counted
}

function sum(a: number | null, b: number | null): number | null {
  return a === null || b === null ? null : a + b
}

function countLayer(
  layer: Layer,
  flow: number | null,
  outs: ReadonlyMap<string, number | null>,
): CountedLayer {
  const { id, type, units, rows } = layer
  const passed = { id, in: flow, out: flow, fault: null }
  switch (type) {
    case 'embedding':
      return { ...passed, in: null, out: units, ...learned(embeddingParameters({ rows, units })) }
    case 'dense':
    case 'head':
      return { ...passed, out: units, ...learned(denseParameters({ in: flow, units })) }
    case 'normalise': {
      const each = learnedEach(layer.text)
      return { ...passed, ...(each === 0 ? NOTHING : learned(normalisationParameters({ in: flow, each }))) }
    }
    case 'other':
      return {
        ...passed,
        out: units,
        parameters: null,
        missing: [`what “${layer.text || 'a layer'}” learns`],
      }
    case 'skip': {
      const missing = layer.from === null ? ['from where'] : []
      return { ...passed, parameters: 0, missing, fault: skipFault(layer, flow, outs) }
    }
    default:
      return { ...passed, ...NOTHING }
  }
}

const NOTHING = { parameters: 0, missing: [] }

function learned(answer: Answer): { parameters: number | null; missing: readonly string[] } {
  if ('value' in answer) return { parameters: answer.value, missing: [] }
  return { parameters: null, missing: answer.missing.map((name) => WORDS[name] ?? name) }
}

/** Batch and layer normalisation learn a scale and a shift, RMS normalisation a scale; scaling to length 1 nothing. */
function learnedEach(text: string): number {
  if (/\brms/i.test(text)) return 1
  return /\b(?:batch|layer)/i.test(text) ? 2 : 0
}

function skipFault(
  { text, from }: Layer,
  flow: number | null,
  outs: ReadonlyMap<string, number | null>,
): string | null {
  const name = `“${text || 'Add'}”`
  if (from === null) return null
  if (!outs.has(from)) return `${name} adds what comes later: let it begin at a layer below.`
  const added = outs.get(from) ?? null
  if (added === null || flow === null || added === flow) return null
  return `${name} adds ${added} numbers to ${flow}: both must be as many.`
}

/** Parameters of all layers that are known, and how many are not. */
export function totalParameters(counted: readonly CountedLayer[]): { known: number; unknown: number } {
  const known = counted.reduce((all, { parameters }) => all + (parameters ?? 0), 0)
  return { known, unknown: counted.filter(({ parameters }) => parameters === null).length }
}
