import { atom } from '@tldraw/state'
import type { Editor } from 'tldraw'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { boardSays } from '../../shapes/shared/boardSays.ts'
import { dealtCurveBalls } from '../../src/domain/pace/curveBall.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { foldRun, NO_RUN, type Run } from '../../src/domain/pace/run.ts'
import { sayDue } from '../../src/pages/board/sayDue.ts'
import type { RunHere } from '../../src/rooms/runHere.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const START = Date.UTC(2026, 0, 1)
const MINUTE = 60_000

let editor: Editor
let stop: (() => void)[]
const run = atom<Run>('run', NO_RUN)

const post = (posted: object) => run.set(foldRun([{ ...posted, at: Date.now() }], run.get()))
const here = (over: Partial<RunHere> = {}): RunHere => ({
  board: { room: 'room', token: 'token' },
  run,
  waiting: null,
  serverNow: () => Date.now(),
  post,
  mayExtend: true,
  mayHost: true,
  ...over,
})
const watch = (over?: Partial<RunHere>, hasProblem = true) =>
  stop.push(sayDue(editor, here(over), hasProblem))
const nudges = () => run.get().shown.filter(({ act }) => act.type === 'nudge')

beforeEach(() => {
  // The editor's own frames go on by the real clock: minutes of them would be thousands.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'], now: START })
  vi.stubGlobal('fetch', async () => Response.json({ hints: [], hintCount: 0, curveBallCount: 3 }))
  editor = headlessEditor(shapeUtils)
  run.set(NO_RUN)
  stop = []
  post({ type: 'start', plan: planRun(sevenSteps, 45), curveBall: true })
  post({ type: 'step', step: 1 })
})
afterEach(() => {
  for (const each of stop) each()
  editor.dispose()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('says an alarm once, in every tab together, and notes it in the run', async () => {
  watch()
  watch()
  await vi.advanceTimersByTimeAsync(20 * MINUTE)
  const said = nudges().map(({ act }) => act)
  const { alarm } = sevenSteps.steps[0] ?? {}
  expect(said.filter((act) => 'text' in act && act.text === alarm?.say)).toHaveLength(1)
  expect(new Set(said.map((act) => JSON.stringify(act))).size).toBe(said.length)
  boardSays(editor).set(null)
  watch()
  await vi.advanceTimersByTimeAsync(2_000)
  expect(boardSays(editor).get()).toBe(null)
})

it('says it to a friend who draws, who notes nothing, and nothing to who only looks', async () => {
  watch({ mayHost: false })
  await vi.advanceTimersByTimeAsync(20 * MINUTE)
  expect(boardSays(editor).get()).not.toBe(null)
  expect(nudges()).toEqual([])
  stop.pop()?.()
  boardSays(editor).set(null)
  watch({ post: null, mayHost: false })
  await vi.advanceTimersByTimeAsync(20 * MINUTE)
  expect(boardSays(editor).get()).toBe(null)
})

it('deals one curve-ball, late, however many tabs there are', async () => {
  watch()
  watch()
  await vi.advanceTimersByTimeAsync(31 * MINUTE)
  expect(dealtCurveBalls(run.get())).toEqual([])
  await vi.advanceTimersByTimeAsync(6 * MINUTE)
  expect(dealtCurveBalls(run.get())).toHaveLength(1)
  expect(run.get().shown.filter(({ act }) => act.type === 'reveal')).toHaveLength(1)
})

it('deals none on a board without a problem', async () => {
  watch({}, false)
  await vi.advanceTimersByTimeAsync(40 * MINUTE)
  expect(dealtCurveBalls(run.get())).toEqual([])
})
