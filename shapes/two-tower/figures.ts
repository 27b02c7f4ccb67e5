import { answeringCores } from '../../src/domain/estimate/answeringCores.ts'
import { busyCores } from '../../src/domain/estimate/busyCores.ts'
import { embeddingCores } from '../../src/domain/estimate/embeddingCores.ts'
import { embeddingMemory } from '../../src/domain/estimate/embeddingMemory.ts'
import type { Answer } from '../../src/domain/estimate/formula.ts'
import { HNSW_LINKS, hnswMemory } from '../../src/domain/estimate/hnswMemory.ts'
import { pqMemory, usualCodeBytes } from '../../src/domain/estimate/pqMemory.ts'
import type { TwoTowerProps } from './schema.ts'
import type { IndexKind } from './words.ts'

export interface TowerFigure {
  readonly name: string
  /** Null while something is missing. */
  readonly value: number | null
  /** What has to be written down first, in words. */
  readonly missing: readonly string[]
}

/** Where nobody says how many bytes a value has, as estimates have it: float32. */
export const USUAL_BYTES = 4

const NAMES: Readonly<Record<string, string>> = {
  qps: 'requests/s',
  itemsIn: 'items',
  items: 'items',
  costPerItemUs: 'cost of a pair',
  towerMs: 'tower ms',
  searchMs: 'search ms',
  refresh_h: 'hours',
  dim: 'dimension',
  bytes: 'bytes',
  codeBytes: 'dimension',
}

/** The length of the vectors in the index: its own, else that of the towers that fill it. */
export function vectorLength({ index, item, query }: TwoTowerProps): number | null {
  return index.dim ?? item.dim ?? query.dim
}

/** Cores that are busy: scoring every pair, and what the two towers make of it. */
export function coreFigures(
  props: TwoTowerProps,
): [pairs: TowerFigure, online: TowerFigure, offline: TowerFigure] {
  const { qps, costPerItemUs, index, query, item } = props
  return [
    figure('Score every pair', busyCores({ qps, itemsIn: index.items, costPerItemUs })),
    figure('Two-tower, online', answeringCores({ qps, towerMs: query.p99, searchMs: index.p99 })),
    figure(
      'Two-tower, offline',
      embeddingCores({ items: index.items, towerMs: item.p99, refresh_h: index.refresh_h }),
    ),
  ]
}

/** Bytes of the vectors as they are and in an index of either kind. */
export function memoryFigures(props: TwoTowerProps): (TowerFigure & { kind: IndexKind })[] {
  const { items } = props.index
  const dim = vectorLength(props)
  const bytes = props.index.bytes ?? USUAL_BYTES
  const code = usualCodeBytes({ dim })
  const codeBytes = 'value' in code ? code.value : null
  return [
    { kind: 'flat', ...figure('Vectors, raw', embeddingMemory({ items, dim, bytes })) },
    {
      kind: 'HNSW',
      ...figure(`HNSW, m = ${HNSW_LINKS}`, hnswMemory({ items, dim, bytes, m: HNSW_LINKS })),
    },
    {
      kind: 'PQ',
      ...figure(codeBytes === null ? 'PQ' : `PQ, ${codeBytes} B`, pqMemory({ items, codeBytes })),
    },
  ]
}

function figure(name: string, answer: Answer): TowerFigure {
  if ('value' in answer) return { name, value: answer.value, missing: [] }
  return { name, value: null, missing: [...new Set(answer.missing.map((input) => NAMES[input] ?? input))] }
}
