import { atom } from '@tldraw/state'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { type Editor, EditorProvider } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { foldRun, NO_RUN, type Run } from '../../src/domain/pace/run.ts'
import { PromptsPanel } from '../../src/panels/prompts/PromptsPanel.tsx'
import { takeHint } from '../../src/panels/prompts/takeHint.ts'
import type { TakenBrief } from '../../src/rooms/brief.ts'
import type { RunHere } from '../../src/rooms/runHere.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const START = Date.UTC(2026, 0, 1)
const HINTS = ['First hint.', 'Second hint.']
const CURVE_BALL = 'Half of the machines are gone.'

let editor: Editor
let root: Root
let element: HTMLElement
let now: number
let failure: string | null
const run = atom<Run>('run', NO_RUN)

/** The server: it adds what is posted, and answers what was taken. */
const post = (posted: object) => run.set(foldRun([{ ...posted, at: now }], run.get()))
const start = () => post({ type: 'start', plan: planRun(sevenSteps, 45) })

function brief(): TakenBrief {
  const acts = run.get().shown.map((shown) => shown.act)
  const taken = new Set(acts.map((each) => (each.type === 'hint' ? each.hint : undefined)))
  return {
    hints: HINTS.flatMap((text, n) => (taken.has(n + 1) ? [{ number: n + 1, step: 4, text }] : [])),
    hintCount: HINTS.length,
    curveBalls: acts.some(({ type }) => type === 'reveal') ? [{ number: 1, says: CURVE_BALL }] : [],
    curveBallCount: 1,
  }
}

const here = (over: Partial<RunHere> = {}): RunHere => ({
  board: { room: 'room', token: 'token' },
  run,
  waiting: null,
  serverNow: () => now,
  post,
  mayExtend: true,
  mayHost: true,
  ...over,
})

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  vi.stubGlobal('fetch', async () =>
    failure === null ? Response.json(brief()) : Response.json({ error: failure }, { status: 503 }),
  )
  now = START
  failure = null
  run.set(NO_RUN)
  editor = headlessEditor(shapeUtils)
  element = document.body.appendChild(document.createElement('div'))
  root = createRoot(element)
})
afterEach(async () => {
  await act(async () => root.unmount())
  element.remove()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const show = (runHere = here(), hasProblem = true) =>
  act(async () =>
    root.render(
      <EditorProvider editor={editor}>
        <PromptsPanel here={runHere} framework={null} hasProblem={hasProblem} />
      </EditorProvider>,
    ),
  )
const happens = (posted: object) => act(async () => post(posted))
const title = () => element.querySelector('h2')?.textContent
const boxes = () => [...element.querySelectorAll<HTMLInputElement>('[type="checkbox"]')]
const button = (name: string | RegExp) => {
  const all = [...element.querySelectorAll('button')]
  const named = (each: HTMLElement) =>
    each.ariaLabel ?? each.getAttribute('aria-label') ?? each.textContent ?? ''
  return all.find((each) => (typeof name === 'string' ? named(each) === name : name.test(named(each))))
}
const click = (name: string | RegExp) => act(async () => button(name)?.click())
async function type(text: string) {
  const field = element.querySelector('textarea')
  const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set
  await act(async () => {
    set?.call(field, text)
    field?.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

describe('the prompts', () => {
  it('are those of the active step; one may look at another until the run goes on', async () => {
    await show()
    expect(title()).toBe('1 Clarify requirements')
    await act(async () => start())
    await happens({ type: 'step', step: 4 })
    expect(title()).toBe('4 Model development')
    await click('Prompts of 5 Evaluation')
    expect(title()).toBe('5 Evaluation')
    await happens({ type: 'checklist', prompt: 'scale' })
    expect(title()).toBe('5 Evaluation')
    await happens({ type: 'step', step: 6 })
    expect(title()).toBe('6 Monitoring')
  })

  it('are ticked at once, for everybody when the server has it, and not by who only looks', async () => {
    const sent: object[] = []
    await act(async () => start())
    await show(here({ post: (posted) => sent.push(posted) }))
    await act(async () => boxes()[3]?.click())
    expect(boxes()[3]?.checked).toBe(true)
    expect(sent).toEqual([{ type: 'checklist', prompt: 'scale', done: true }])
    await act(async () => sent.forEach(post))
    await happens({ type: 'checklist', prompt: 'scale', done: false })
    expect(boxes()[3]?.checked).toBe(false)
    await show(here({ post: null }))
    expect(boxes().every(({ disabled }) => disabled)).toBe(true)
    await happens({ type: 'finish' })
    await show()
    expect(boxes().every(({ disabled }) => disabled)).toBe(true)
  })

  it('say what is due as long as it is so', async () => {
    await act(async () => start())
    await happens({ type: 'step', step: 1 })
    await show()
    const { alarm } = sevenSteps.steps[0] ?? {}
    expect(element.textContent).not.toContain(alarm?.say)
    now = START + 30 * 60_000
    await happens({ type: 'note', text: 'x' })
    expect(element.textContent).toContain(alarm?.say)
    await happens({ type: 'step', step: 2 })
    now += 5_000
    await happens({ type: 'note', text: 'y' })
    expect(element.textContent).not.toContain(alarm?.say)
  })

  it('lead on to the next step', async () => {
    await act(async () => start())
    await happens({ type: 'step', step: 7 })
    await show()
    expect(element.querySelector('footer')?.textContent).toBe('Next, in 3:00Wrap-upNext step ')
    await click(/^Next step/)
    expect(run.get().clock.active).toBe('wrap-up')
    expect(element.querySelector('footer')).toBeNull()
  })
})

describe('of the problem', () => {
  it('hints are taken one at a time while the run is on, and a curve-ball stands above them', async () => {
    await show()
    expect(button(/hint/)).toBeUndefined()
    expect(element.textContent).toContain('Hints 0 of 2')
    await act(async () => start())
    for (const [text, next] of [
      ['First hint.', 'Take the next hint'],
      ['Second hint.', undefined],
    ]) {
      await click(/^Take /)
      expect(element.textContent).toContain(text)
      expect(button(/^Take /)?.textContent).toBe(next)
    }
    expect(element.textContent).toContain('There are no more.')
    expect(element.textContent).not.toContain(CURVE_BALL)
    await happens({ type: 'reveal', item: 'curve-ball-1' })
    expect(element.textContent).toContain(`A new constraint${CURVE_BALL}`)
  })

  it('nothing is asked for on a board without one, nor for who may not read it', async () => {
    failure = 'Nobody should ask.'
    await show(here(), false)
    await show(here({ mayHost: false }))
    expect(element.textContent).not.toContain('Hints')
    expect(element.textContent).not.toContain(failure)
  })

  it('it is said why hints do not come, what came stays, and they are asked for again', async () => {
    await act(async () => start())
    await show()
    await click('Take a hint')
    failure = 'The server restarts.'
    await click('Take the next hint')
    expect(element.textContent).toContain('The hints did not come. The server restarts.')
    expect(element.textContent).toContain('First hint.')
    failure = null
    await act(async () => vi.advanceTimersByTimeAsync(5_000))
    expect(element.textContent).toContain('Second hint.')
    expect(element.textContent).not.toContain('did not come')
  })

  it('a hint is counted once, however often one asks before it has come', async () => {
    const sent: object[] = []
    await act(async () => start())
    await show(here({ post: (posted) => sent.push(posted) }))
    await click('Take a hint')
    await click('Take a hint')
    await takeHint(here({ post: (posted) => sent.push(posted) }))
    await act(async () => sent.forEach(post))
    expect(run.get().shown).toHaveLength(1)
  })

  it.each([
    ['With this link you take no hints.', () => ({ mayHost: false }), []],
    ['Start the clock first: hints belong to a run.', () => ({}), []],
    ['There are no more hints.', () => ({}), ['start', 'hint', 'hint']],
    ['This run is finished; the debrief has all hints.', () => ({}), ['start', 'finish']],
    [null, () => ({}), ['start', 'hint']],
  ])('the key says: %s', async (says, over, before) => {
    for (const each of before)
      each === 'start' ? start() : post({ type: each, hint: run.get().shown.length + 1 })
    const shown = run.get().shown.length
    expect(await takeHint(here(over()))).toBe(says)
    expect(run.get().shown.length).toBe(says === null ? shown + 1 : shown)
  })
})

describe('notes', () => {
  it('keep their field while one writes, wherever the run goes meanwhile', async () => {
    await act(async () => start())
    await happens({ type: 'step', step: 2 })
    await show()
    const field = element.querySelector('textarea')
    await act(async () => field?.focus())
    await type('Half a sent')
    await happens({ type: 'step', step: 5 })
    expect(element.querySelector('textarea')).toBe(field)
    expect(document.activeElement).toBe(field)
    await act(async () => field?.blur())
    expect(title()).toBe('5 Evaluation')
    expect(run.get().notes.get(2)).toBe('Half a sent')
  })

  it('of another stay where one changed nothing in the end', async () => {
    await act(async () => start())
    await show()
    await type('x')
    await type('')
    await happens({ type: 'note', step: 1, text: 'Theirs' })
    await click(/^Prompts of 2/)
    await act(async () => vi.advanceTimersByTime(5_000))
    expect(run.get().notes.get(1)).toBe('Theirs')
  })

  it('are sent before the page is gone', async () => {
    await act(async () => start())
    await show()
    await type('Last words')
    await act(async () => window.dispatchEvent(new Event('pagehide')))
    expect(run.get().notes.get(1)).toBe('Last words')
  })

  it('are sent when one pauses or leaves, and are not replaced by others while one writes', async () => {
    await act(async () => start())
    await show()
    await type('Mine')
    expect(run.get().notes.size).toBe(0)
    await happens({ type: 'note', step: 1, text: 'Theirs' })
    expect(element.querySelector('textarea')?.value).toBe('Mine')
    await act(async () => vi.advanceTimersByTime(2_000))
    expect(run.get().notes.get(1)).toBe('Mine')
    await type('Mine, once more')
    await click(/^Prompts of 2/)
    expect(run.get().notes.get(1)).toBe('Mine, once more')
    expect(element.querySelector('textarea')?.value).toBe('')
    await show(here({ post: null }))
    await click(/^Prompts of 1/)
    expect(element.textContent).toContain('Mine, once more')
  })
})
