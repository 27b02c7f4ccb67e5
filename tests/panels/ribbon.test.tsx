import { atom } from '@tldraw/state'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { type Editor, EditorProvider } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { runningStep } from '../../shapes/step-frame/runningStep.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { foldRun, NO_RUN, type Run } from '../../src/domain/pace/run.ts'
import type { RunAct } from '../../src/domain/pace/runAct.ts'
import { PlanRibbon } from '../../src/panels/ribbon/PlanRibbon.tsx'
import { RunClock } from '../../src/panels/ribbon/RunClock.tsx'
import { RunRibbon } from '../../src/panels/ribbon/RunRibbon.tsx'
import { StartClock } from '../../src/panels/ribbon/StartClock.tsx'
import type { RunHere } from '../../src/rooms/runHere.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const START = Date.UTC(2026, 0, 1)

let editor: Editor
let root: Root
let element: HTMLElement
let posted: RunAct[]
/** How far the server's clock is ahead of this computer's. */
let aheadMs = 0
const run = atom<Run | null>('run', null)
const waiting = atom('waiting', 0)

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: START })
  HTMLDialogElement.prototype.showModal ??= function () {
    this.open = true
  }
  HTMLDialogElement.prototype.close ??= function () {
    this.open = false
  }
  editor = headlessEditor(shapeUtils)
  element = document.body.appendChild(document.createElement('div'))
  root = createRoot(element)
  posted = []
  aheadMs = 0
  run.set(NO_RUN)
  waiting.set(0)
})
afterEach(async () => {
  await act(async () => root.unmount())
  element.remove()
  vi.useRealTimers()
})

const here = (over: Partial<RunHere> = {}): RunHere => ({
  board: { room: 'room', token: 'token' },
  mayHost: true,
  run,
  waiting,
  serverNow: () => Date.now() + aheadMs,
  mayExtend: true,
  post: (posting) => posted.push(posting),
  ...over,
})

/** The server has added it, so many minutes and seconds after the start. */
async function happens(act_: RunAct, at: string) {
  const [minutes, seconds] = at.split(':').map(Number)
  const event = { ...act_, at: START + ((minutes ?? 0) * 60 + (seconds ?? 0)) * 1000 }
  const plan = act_.type === 'start' ? { plan: planRun(sevenSteps, 45) } : {}
  await act(async () => run.set(foldRun([{ ...event, ...plan }], run.get() ?? NO_RUN)))
}

async function clockIs(at: string) {
  const [minutes, seconds] = at.split(':').map(Number)
  const now = START - aheadMs + ((minutes ?? 0) * 60 + (seconds ?? 0)) * 1000
  await act(async () => vi.advanceTimersByTime(now - Date.now()))
}

async function show(mine = here()) {
  await act(async () =>
    root.render(
      <EditorProvider editor={editor}>
        <RunClock here={mine} />
        <RunRibbon here={mine} />
      </EditorProvider>,
    ),
  )
}

const clock = () => element.querySelector('.run-clock')?.textContent ?? ''
const parts = () => [...element.querySelectorAll('.ribbon-part')].map((part) => part.textContent)
const part = (name: string) => {
  const found = [...element.querySelectorAll<HTMLButtonElement>('.ribbon-part')].find((each) =>
    each.textContent?.includes(name),
  )
  if (!found) throw new RangeError(`No part is called “${name}”`)
  return found
}
async function click(name: string) {
  const found = [...element.querySelectorAll<HTMLButtonElement>('button')].find(
    (button) => button.getAttribute('aria-label') === name || button.textContent === name,
  )
  if (!found) throw new RangeError(`No button is called “${name}”`)
  await act(async () => found.click())
}

/** The mock-up's interview: 1:10 too long in step 1, 0:20 in step 2. */
async function toTheMiddle() {
  await happens({ type: 'start' }, '0:00')
  await happens({ type: 'step', step: 1 }, '2:00')
  await happens({ type: 'step', step: 2 }, '8:10')
  await happens({ type: 'step', step: 3 }, '12:30')
  await happens({ type: 'step', step: 4 }, '20:20')
}

describe('the ribbon', () => {
  it('is not there before the clock is started', async () => {
    await show()
    expect(element.textContent).toBe('')
  })

  it('shows what each step got of its minutes, and where the run is', async () => {
    await toTheMiddle()
    await show()
    await clockIs('24:44')
    expect(parts()).toEqual([
      'intro',
      '1Clarify+1:10',
      '2Frame+0:20',
      '3Data7:50 of 8',
      '4Model4:24 of 9',
      '5Evaluate7 min',
      '6Monitor4 minprotected',
      '7Deploy3 minprotected',
      'wrap-up',
    ])
    expect(part('Model').getAttribute('aria-current')).toBe('step')
    expect(element.querySelectorAll('[aria-current]')).toHaveLength(1)
    expect(part('Clarify').classList).toContain('ribbon-over')
    expect(part('Monitor').classList).toContain('ribbon-protected')
    expect(clock()).toMatch(/^1:20 behind24:44 of 45:00 20:16 left/)
    expect(element.querySelector<SVGElement>('.ribbon-needle')?.style.left).toBe('54.963%')
    expect(element.querySelectorAll('.ribbon-ticks line')).toHaveLength(46)
  })

  it('tells the frame of the step where the run is how its time stands, until the run is over', async () => {
    await toTheMiddle()
    await show()
    await clockIs('24:44')
    expect(runningStep(editor).get()).toEqual({ step: 4, time: '4:24 of 9:00', isOver: false })
    await clockIs('30:30')
    expect(runningStep(editor).get()).toEqual({ step: 4, time: '10:10 of 9:00', isOver: true })
    await happens({ type: 'step', step: 'wrap-up' }, '31:00')
    expect(runningStep(editor).get()).toBeNull()
    await happens({ type: 'step', step: 7 }, '32:00')
    expect(runningStep(editor).get()?.step).toBe(7)
    await happens({ type: 'finish' }, '33:00')
    expect(runningStep(editor).get()).toBeNull()
  })

  it('is as wide as minutes', async () => {
    await happens({ type: 'start' }, '0:00')
    await show()
    const widths = [...element.querySelectorAll<HTMLElement>('.ribbon-parts li')].map((each) =>
      Math.round(Number(each.style.flexGrow) * 45),
    )
    expect(widths).toEqual([2, 5, 4, 8, 9, 7, 4, 3, 3])
  })

  it('says whose protected minutes are being lost, and that the slot is over', async () => {
    await toTheMiddle()
    await show()
    await clockIs('37:00')
    expect(clock()).toMatch(/^6 Monitor loses 2:00/)
    expect(part('Monitor').classList).toContain('ribbon-eaten')
    expect(part('Deploy').classList).not.toContain('ribbon-eaten')
    await clockIs('46:05')
    expect(clock()).toMatch(/1:05 over/)
    expect(part('Model').textContent).toBe('4Model+16:45')
  })

  it('says what comes next while all is well', async () => {
    await happens({ type: 'start' }, '0:00')
    await happens({ type: 'step', step: 1 }, '2:00')
    await show()
    await clockIs('3:24')
    expect(clock()).toMatch(/^Next, in 3:36: 2 Frame3:24 of 45:00/)
  })

  it('goes by the server’s clock, and at the server’s seconds', async () => {
    aheadMs = 10 * 60_000 + 400
    vi.setSystemTime(START - aheadMs)
    await happens({ type: 'start' }, '0:00')
    await show()
    await clockIs('0:59')
    await act(async () => vi.advanceTimersByTime(900))
    expect(clock()).toContain('0:59 of')
    await act(async () => vi.advanceTimersByTime(110))
    expect(clock()).toContain('1:00 of')
  })

  it('stands while the run is paused, and once it is finished', async () => {
    await happens({ type: 'start' }, '0:00')
    await show()
    await clockIs('1:30')
    await happens({ type: 'pause' }, '1:30')
    await clockIs('5:00')
    expect(clock()).toContain('1:30 of 45:00 paused')
    expect(element.querySelector('[role="status"]')?.textContent).toContain('The clock is paused. Intro.')
    await happens({ type: 'resume' }, '5:00')
    await happens({ type: 'finish' }, '6:00')
    await clockIs('9:00')
    expect(clock()).toBe('2:30 of 45:00 finishedDebrief')
    const { room, token } = here().board
    expect(element.querySelector('.run-clock a')?.getAttribute('href')).toBe(`/debrief/${room}#${token}`)
    expect(element.querySelector('[aria-current]')).toBeNull()
  })
})

describe('what can be done', () => {
  it('is to choose a step, once', async () => {
    await happens({ type: 'start' }, '0:00')
    await show()
    await act(async () => part('Data').click())
    expect(posted).toEqual([{ type: 'step', step: 3 }])
    await happens({ type: 'step', step: 3 }, '0:10')
    await act(async () => part('Data').click())
    expect(posted).toHaveLength(1)
  })

  it('is to pause and go on, to change the slot, and to finish after a second thought', async () => {
    await happens({ type: 'start' }, '0:00')
    await show()
    await click('Pause')
    await happens({ type: 'pause' }, '0:10')
    await click('Go on')
    await click('More about the clock')
    await click('5 minutes more')
    await click('More about the clock')
    await click('Finish the run')
    expect(posted.map(({ type }) => type)).toEqual(['pause', 'resume', 'extend'])
    await click('Finish for good')
    expect(posted.at(-1)).toEqual({ type: 'finish' })
  })

  it('is nothing for who only looks, and no pause where the run is strict', async () => {
    await happens({ type: 'start', strict: true }, '0:00')
    await show()
    const names = () => [...element.querySelectorAll('.run-clock button')].map((each) => each.ariaLabel)
    expect(names()).not.toContain('Pause')
    await show(here({ post: null, waiting: null }))
    expect(names()).toEqual([])
    await act(async () => part('Data').click())
    expect(posted).toEqual([])
  })

  it('is said to wait where the server does not get it', async () => {
    await happens({ type: 'start' }, '0:00')
    await show()
    await act(async () => waiting.set(2))
    expect(clock()).not.toContain('on the server')
    await act(async () => vi.advanceTimersByTime(2_100))
    expect(clock()).toContain('2 not on the server yet')
    await act(async () => waiting.set(0))
    expect(clock()).not.toContain('on the server')
  })
})

describe('before the start', () => {
  it('the steps and their minutes are shown, and nobody is anywhere', async () => {
    await act(async () =>
      root.render(
        <EditorProvider editor={editor}>
          <PlanRibbon framework={null} minutes={60} />
        </EditorProvider>,
      ),
    )
    expect(parts()[1]).toBe('1Clarify7 min')
    expect(element.querySelector('[aria-current], .ribbon-needle')).toBeNull()
  })

  it('one chooses the steps and the minutes; those of an interview are its host’s', async () => {
    const started: RunAct[] = []
    const ask = (isFixed: boolean, minutes: number | null) =>
      act(async () =>
        root.render(
          <StartClock
            key={String(isFixed)}
            madeFor={{ framework: null, minutes, isFixed, hasCurveBalls: !isFixed, hasFrames: false }}
            onStart={(start) => started.push(start)}
            onClose={() => {}}
          />,
        ),
      )
    await ask(true, 60)
    const field = () => element.querySelector<HTMLInputElement>('input.mono')
    expect([field()?.value, field()?.disabled]).toEqual(['60', true])
    await ask(false, null)
    expect(field()?.disabled).toBe(false)
    expect(element.textContent).toContain('Intro 2, Clarify 5, Frame 4')
    await act(async () => element.querySelectorAll<HTMLElement>('[type="checkbox"]')[1]?.click())
    await click('Start')
    expect(started).toEqual([
      { type: 'start', framework: 'seven-steps', minutes: 45, strict: false, curveBall: true },
    ])
    await ask(true, 7)
    expect(element.textContent).toContain('Type whole minutes, 15 to 180.')
    await click('Start')
    expect(started).toHaveLength(1)
  })
})
