import { startChance } from '../drill/chance.ts'
import { slotMs } from './clock.ts'
import { paceAt } from './paceAt.ts'
import type { Run } from './run.ts'

/** How an event says which curve-ball of the brief was dealt: `curve-ball-2` is its second. */
const CURVE_BALL = /^curve-ball-(\d+)$/

/** The window of the slot in which a curve-ball comes. Source: the phases of a mock interview, 70 to 80 %. */
const FROM = 0.7
const TO = 0.8

/** The numbers of the brief's curve-balls that were dealt in a run, in order. */
export function dealtCurveBalls({ shown }: Run): readonly number[] {
  return shown.flatMap(({ act }) => (act.type === 'reveal' ? (curveBallIn(act.item) ?? []) : []))
}

/** Which of the brief's curve-balls was dealt, if one was; 1 is the first. */
export function curveBallIn(item: string | undefined): number | null {
  const number = CURVE_BALL.exec(item ?? '')?.[1]
  return number === undefined ? null : Number(number)
}

/**
 * The curve-ball to deal now, as `item` of a `reveal`; null: none is wanted, it is too early, or it was dealt.
 *
 * When it comes and which of the `count` it is, is decided by the room, the same in every browser, so that nobody
 * sees it coming. `now`: the server's time.
 */
export function dueCurveBall(run: Run, room: string, count: number, now: number): string | null {
  if (!run.wantsCurveBall || count < 1 || dealtCurveBalls(run).length > 0) return null
  const { phase, elapsedMs } = paceAt(run.clock, now)
  const chance = startChance(seedOf(room))
  const at = (FROM + (TO - FROM) * chance()) * slotMs(run.clock)
  if (phase !== 'running' || elapsedMs < at) return null
  return `curve-ball-${1 + Math.floor(chance() * count)}`
}

function seedOf(room: string): number {
  return [...room].reduce((seed, letter) => (Math.imul(seed, 31) + letter.charCodeAt(0)) >>> 0, 7)
}
