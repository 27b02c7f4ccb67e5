import type { RecordProps, TLBaseShape } from '@tldraw/tlschema'
import type { IndexKey } from '@tldraw/utils'
import { T } from '@tldraw/validate'
import { ZONES, type Zone } from '../../src/domain/kinds.ts'

export const FUNNEL = 'funnel'

/** One narrowing of the items. Keyed by a short id in `stages`, so that two people editing two stages lose nothing. */
export interface FunnelStage {
  /** Fractional index: stages are shown in its order. */
  order: IndexKey
  name: string
  /** Model or source, e.g. "two-tower + popular". */
  model: string
  /** What the stage optimises, e.g. "latency and recall". */
  objective: string
  /** Items that come in; null: what the stage before passes on. */
  itemsIn: number | null
  itemsOut: number | null
  /** 0 to 1: share of the good items that survive the stage. */
  recall: number | null
  /** ms */
  p99: number | null
  /** µs per item */
  costPerItemUs: number | null
  /** Items that are scored side by side; null: one. */
  lanes: number | null
  /** It lets more through than comes in on purpose, as where adverts are blended in. */
  adds: boolean
}

export interface FunnelProps {
  w: number
  h: number
  label: string
  /** What is counted, e.g. "songs". */
  items: string
  /** What it is for, e.g. "Song recommendation". */
  about: string
  /** ms: what the stages together may take. */
  sla: number | null
  /** Requests a second. */
  qps: number | null
  zone: Zone | null
  stages: Record<string, FunnelStage>
}

export type FunnelShape = TLBaseShape<typeof FUNNEL, FunnelProps>

const count = T.nonZeroNumber.nullable()

const share = T.number.check('from 0 to 1', (value) => {
  if (value < 0 || value > 1) throw new RangeError(`Expected a number from 0 to 1, got ${value}`)
})

const stage = T.object<FunnelStage>({
  order: T.indexKey,
  name: T.string,
  model: T.string,
  objective: T.string,
  itemsIn: count,
  itemsOut: count,
  recall: share.nullable(),
  p99: T.positiveNumber.nullable(),
  costPerItemUs: T.positiveNumber.nullable(),
  lanes: T.positiveInteger.nullable(),
  adds: T.boolean,
})

export const funnelProps: RecordProps<FunnelShape> = {
  w: T.nonZeroNumber,
  h: T.nonZeroNumber,
  label: T.string,
  items: T.string,
  about: T.string,
  sla: T.positiveNumber.nullable(),
  qps: T.positiveNumber.nullable(),
  zone: T.literalEnum(...ZONES).nullable(),
  stages: T.dict(T.string, stage),
}
