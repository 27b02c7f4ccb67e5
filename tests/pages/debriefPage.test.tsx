import { atom } from '@tldraw/state'
import type { TLRecord } from '@tldraw/tlschema'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { runHistory } from '../../src/device/runHistory.ts'
import { SECTIONS } from '../../src/domain/debrief/debriefMarkdown.ts'
import type { Design } from '../../src/domain/design.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { foldRun, NO_RUN, type Run } from '../../src/domain/pace/run.ts'
import { DebriefOrWhyNot } from '../../src/pages/debrief/DebriefOrWhyNot.tsx'
import { DebriefPage } from '../../src/pages/debrief/DebriefPage.tsx'
import { mayRate, type RoomInfo } from '../../src/rooms/api.ts'
import { openRunEvents, type RunEvents } from '../../src/rooms/runEvents.ts'
import type { Connection } from '../../src/sync/connection.ts'
import { placeBoard } from '../../templates/design/placeDesign.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import { loadBrief } from '../../templates/problems/briefs.ts'
import { loadReference } from '../../templates/problems/references.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const PROBLEM = 'song-recommendation'
const BOARD = { room: 'abc', token: 'key' }
const INFO: RoomInfo = {
  room: 'abc',
  mode: 'solo',
  role: 'owner',
  title: 'Songs',
  template: 'seven-steps',
  problem: PROBLEM,
  framework: null,
  slot: '45',
}
const BEGIN = Date.now() - 3_600_000
const MINUTE = 60_000
const at = (minutes: number, type: string, details: object = {}) => ({
  type,
  at: BEGIN + minutes * MINUTE,
  ...details,
})
const start = at(0, 'start', { plan: planRun(sevenSteps, 45) })
const running = [start, at(2, 'step', { step: 1 }), at(3, 'hint', { hint: 1 }), at(10, 'step', { step: 4 })]
const finished = [...running, at(44, 'finish')]

let root: Root
let page: HTMLElement
let events: RunEvents | null = null
const server = vi.fn<typeof fetch>()
const run = atom<Run | null>('run', null)
const records = atom<readonly TLRecord[] | null>('records', null)
const connection = atom<Connection>('connection', { kind: 'online' })

/** What the server answers, by the end of the path. */
const answers = new Map<string, { status: number; body: unknown }>()

// React notices parts that come later only inside of its own work.
beforeAll(async () => void (await import('../../src/pages/debrief/Comparison.tsx')))
beforeEach(() => {
  answers.clear()
  answers.set('/events', { status: 200, body: { seq: [1] } })
  server.mockReset()
  server.mockImplementation(async (path) => {
    const [, { status, body } = { status: 404, body: { error: 'No such path.' } }] =
      [...answers].find(([end]) => String(path).endsWith(end)) ?? []
    return Response.json(body, { status })
  })
  vi.stubGlobal('fetch', server)
  run.set(null)
  records.set([])
  connection.set({ kind: 'online' })
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
})

afterEach(async () => {
  await act(() => root.unmount())
  page.remove()
  events?.close()
  events = null
  runHistory.set(new Map())
  localStorage.clear()
  vi.unstubAllGlobals()
})

async function show(info: Partial<RoomInfo> = {}) {
  const all = { ...INFO, ...info }
  events = mayRate(all.role, all.mode) ? openRunEvents(BOARD) : null
  const opened = {
    run: { run, connection, serverNow: () => Date.now(), close() {} },
    records: { records, connection, close() {} },
    events,
  }
  await act(async () => root.render(<DebriefOrWhyNot board={BOARD} info={all} opened={opened} />))
}

/** As long as a busy machine may need, React's own work included. */
const until = (isSo: () => void) =>
  vi.waitFor(
    async () => {
      await act(async () => {})
      isSo()
    },
    { timeout: 15_000 },
  )
const happened = (...list: object[]) => act(async () => run.set(foldRun(list, NO_RUN)))
const asked = () => server.mock.calls.map(([path]) => String(path)).filter((path) => path.endsWith('/brief'))
const posted = () =>
  server.mock.calls
    .filter(([path]) => String(path).endsWith('/events'))
    .flatMap(([, init]) => JSON.parse(String(init?.body)) as Record<string, unknown>[])
const title = () => page.querySelector('h1')?.textContent
const section = (name: string) => {
  const heading = [...page.querySelectorAll('h2')].find(({ textContent }) => textContent === name)
  const found = heading?.closest('section')
  if (!found) throw new RangeError(`No section “${name}”`)
  return found
}
const press = (name: string) => {
  const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent === name)
  if (!button) throw new RangeError(`No button “${name}”`)
  return act(async () => button.click())
}

async function answersWhole() {
  const [brief, reference] = [await loadBrief(PROBLEM), await loadReference(PROBLEM)]
  answers.set('/brief', { status: 200, body: { sees: 'all', hints: [], brief, reference } })
  if (!brief || !reference) throw new Error('The problem has no brief.')
  return { brief, reference }
}

const NOTHING: Design = { requirements: {}, nodes: [], links: [], cards: [], composites: [] }

/** A reference of three parts, where it does not matter which. */
async function answersSmall(): Promise<Design> {
  const { brief, reference } = await answersWhole()
  const small = { ...NOTHING, nodes: reference.nodes.slice(0, 3) }
  answers.set('/brief', { status: 200, body: { sees: 'all', hints: [], brief, reference: small } })
  return small
}

describe('before the finish', () => {
  it.each([
    ['There is no run on this board yet.', []],
    ['This run is not finished.', running],
    ['This run is not finished.', [...running, at(12, 'pause')]],
  ])('says “%s”, leads to the board, and asks for nothing', async (said, list) => {
    await show()
    await happened(...list.map((event) => ({ ...event, at: event.at + 3_540_000 })))
    expect(title()).toBe(said)
    expect(page.querySelector('a.button-main')?.getAttribute('href')).toBe('/board/abc#key')
    expect(asked()).toEqual([])
  })

  it('shows the debrief as soon as the run is finished', async () => {
    await show({ problem: null })
    await happened(...running.map((event) => ({ ...event, at: event.at + 3_540_000 })))
    await happened(...finished)
    expect(section(SECTIONS.time).textContent).toContain('Monitor')
  })

  it('says when the server is away, and why it refuses', async () => {
    await show()
    const since = Date.now()
    await act(async () => connection.set({ kind: 'offline', since, askedAt: since, code: 0, reason: '' }))
    expect(title()).toBe('The server does not answer.')
    await act(async () => connection.set({ kind: 'refused', code: 4401, reason: 'This link was replaced.' }))
    expect(page.textContent).toContain('This link was replaced.')
  })
})

describe('a link', () => {
  it('without its key is not complete', async () => {
    await act(async () => root.render(<DebriefPage room="unknown" token="" />))
    expect(title()).toBe('This link is not complete.')
    expect(server).not.toHaveBeenCalled()
  })

  it('that the server refuses says why, and can be tried again', async () => {
    answers.set('/api/rooms/abc', { status: 401, body: { error: 'This link has expired.' } })
    await act(async () => root.render(<DebriefPage room="abc" token="key" />))
    expect(page.textContent).toContain('This link has expired.')
    await press('Try again')
    expect(server).toHaveBeenCalledTimes(2)
  })
})

describe('a finished run', () => {
  it('is kept in this browser, with the ratings that are given here', async () => {
    await show()
    await happened(...running)
    await happened(...finished)
    await until(() => expect(runHistory.get().get('abc')).toMatchObject({ as: 'candidate', hints: 1 }))
    await happened(...finished, at(45, 'rate', { dimension: 'data', score: 3, evidence: 'Named the leak.' }))
    await until(() => expect(runHistory.get().get('abc')?.ratings).toEqual({ data: 3 }))
  })

  it('without a problem has all but the reference', async () => {
    await show({ problem: null })
    await happened(...finished)
    const { comparison, moments, checklist, board, notes, ...own } = SECTIONS
    for (const name of Object.values(own)) section(name)
    expect(page.textContent).not.toContain(comparison)
    expect(title()).toMatch(/^Monitoring got none of its 4 minutes\.$/)
    const rows = [...section(SECTIONS.time).querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('th, td')].map(({ textContent }) => textContent),
    )
    expect(rows[1]).toEqual(['1Clarify', '2:00 to 7:00, 7:00 to 10:00', '8:00', '5', '+3:00'])
    expect(page.querySelector('[aria-label="What happened when"]')?.textContent).toBe('hint 1 at 3:00')
    expect(asked()).toEqual([])
  })

  it('shows what is on the board, and says what is missing', async () => {
    const card = {
      id: 'o',
      type: 'options',
      step: 4,
      fields: { options: [{ name: 'Trees' }, { name: 'Nets' }] },
    }
    const design: Design = { requirements: {}, nodes: [], links: [], cards: [card], composites: [] }
    records.set(placeBoard('Songs', design))
    await show({ problem: null })
    await happened(...finished)
    expect(section(SECTIONS.options).textContent).toBe(
      'OptionsTrees, NetsNone is chosen.No reason is written.',
    )
    const artefacts = page.querySelector('[aria-label="On the board: Model development"]')?.textContent
    expect(artefacts).toBe('Options cardModel diagrammissingTraining pipelinemissing')
  })
})

describe('the self-rating', () => {
  const field = (name: string) => {
    const found = [...page.querySelectorAll('fieldset')].find(
      (one) => one.querySelector('legend')?.textContent === name,
    )
    if (!found) throw new RangeError(`No fieldset “${name}”`)
    return found
  }

  it('has four levels and a sentence for each dimension, and keeps them on the server', async () => {
    await show({ problem: null })
    await happened(...finished)
    expect(page.querySelectorAll('fieldset')).toHaveLength(7)
    const data = field('Data and features')
    expect(data.textContent).not.toContain('A score needs a sentence')
    expect(section(SECTIONS.ratings).textContent).toContain('Each answer is kept as you give it.')
    await act(async () => data.querySelectorAll<HTMLInputElement>('input[type=radio]')[2]?.click())
    expect(data.textContent).toContain('A score needs a sentence')
    await until(() => expect(section(SECTIONS.ratings).textContent).toContain('Saved on the server.'))
    const evidence = data.querySelector<HTMLInputElement>('input:not([type])')
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(
        evidence,
        'Split by time.',
      )
      evidence?.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await act(async () => evidence?.dispatchEvent(new FocusEvent('focusout', { bubbles: true })))
    expect(data.textContent).not.toContain('A score needs a sentence')
    await until(() => expect(posted()).toHaveLength(2))
    expect(posted()[1]).toMatchObject({
      type: 'rate',
      dimension: 'data',
      score: 3,
      evidence: 'Split by time.',
    })
  })

  it('follows what another tab rates, once what was given here has arrived', async () => {
    await show({ problem: null })
    await happened(...finished)
    const levels = () => [...field('Scoping').querySelectorAll<HTMLInputElement>('input[type=radio]')]
    const chosen = () => levels().findIndex(({ checked }) => checked) + 1
    await act(async () => levels()[0]?.click())
    expect(chosen()).toBe(1)
    const first = at(50, 'rate', { dimension: 'scoping', score: 1, evidence: '' })
    await happened(...finished, first)
    expect(chosen()).toBe(1)
    await happened(...finished, first, at(51, 'rate', { dimension: 'scoping', score: 4 }))
    expect(chosen()).toBe(4)
  })

  it('is kept with the run in this browser as it changes, for the page of the progress', async () => {
    await show()
    await happened(...finished)
    const kept = () => runHistory.get().get('abc')
    await until(() => expect(kept()).toMatchObject({ title: 'Songs', as: 'candidate', ratings: {} }))
    await happened(...finished, at(50, 'rate', { dimension: 'data', score: 2 }))
    await until(() => expect(kept()?.ratings).toEqual({ data: 2 }))
  })

  it('says that it is not on the server yet, and why one was refused', async () => {
    answers.set('/events', { status: 503, body: { error: 'The disk is full.' } })
    await show({ problem: null })
    await happened(...finished)
    const rate = () => field('Scoping').querySelectorAll<HTMLInputElement>('input[type=radio]')[0]?.click()
    await act(async () => rate())
    expect(section(SECTIONS.ratings).textContent).toContain('Not on the server yet.')
    answers.set('/events', { status: 403, body: { error: 'With this link you cannot post “rate”.' } })
    await act(async () => void window.dispatchEvent(new Event('online')))
    await until(() =>
      expect(section(SECTIONS.ratings).textContent).toContain(
        'Not saved: With this link you cannot post “rate”.',
      ),
    )
  })

  it('says nothing of what the board could not post, and no more of a rating that was given anew', async () => {
    await show({ problem: null })
    await happened(...finished)
    const state = () => section(SECTIONS.ratings).textContent
    answers.set('/events', { status: 409, body: { error: 'This run is finished.' } })
    await act(async () => events?.post({ type: 'edit', step: 1, person: { id: 'p', name: 'P' } }))
    await until(() => expect(events?.refused.get()?.event.type).toBe('edit'))
    expect(state()).not.toContain('Not saved')
    const level = (n: number) => field('Scoping').querySelectorAll<HTMLInputElement>('input[type=radio]')[n]
    await act(async () => level(0)?.click())
    await until(() => expect(state()).toContain('Not saved: This run is finished. It was for “Scoping”.'))
    answers.set('/events', { status: 200, body: { seq: [1] } })
    await act(async () => level(1)?.click())
    await until(() => expect(state()).toContain('Saved on the server.'))
  })

  it('keeps a sentence that is being written when its writer leaves for another page', async () => {
    await show({ problem: null })
    await happened(...finished)
    const evidence = field('Scoping').querySelector<HTMLInputElement>('input:not([type])')
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(evidence, 'Asked.')
      evidence?.dispatchEvent(new Event('input', { bubbles: true }))
    })
    expect(posted()).toEqual([])
    await act(async () => root.render(<p>Another page</p>))
    await until(() => expect(posted()).toMatchObject([{ dimension: 'scoping', evidence: 'Asked.' }]))
  })

  it('is only read by others: observers, and in an interview whoever is not its candidate', async () => {
    const rated = at(50, 'rate', { dimension: 'data', score: 2, evidence: 'Random split.' })
    for (const info of [{ role: 'observer' }, { mode: 'interview', role: 'owner' }] as const) {
      await show({ problem: null, ...info })
      await happened(...finished, rated)
      expect(page.querySelectorAll('fieldset, input')).toHaveLength(0)
      expect(section(SECTIONS.ratings).textContent).toContain('2 of 4, lean no: A list of features')
      expect(section(SECTIONS.ratings).textContent).toContain('Random split.')
    }
    await show({ problem: null, mode: 'interview', role: 'candidate' })
    expect(page.querySelectorAll('fieldset')).toHaveLength(7)
  })
})

describe('the reference', () => {
  it('is shown beside the board when somebody asks, with every difference once and all answers', async () => {
    const { brief, reference } = await answersWhole()
    const nodes = reference.nodes.filter(({ kind }) => kind !== 'fallback')
    const ids = new Set(nodes.map(({ id }) => id))
    const links = reference.links.filter(({ from, to }) => ids.has(from) && ids.has(to))
    records.set(placeBoard('Songs', { ...reference, nodes, links }))
    await show()
    await happened(...finished)
    const hint = brief.hints[0]?.text ?? ''
    await until(() => expect(section(SECTIONS.hints).textContent).toContain(hint))
    expect(page.textContent).not.toContain(brief.framing.objective)
    await press('Show the reference')
    await until(() => expect(page.textContent).toContain(brief.framing.objective))
    const missing = reference.nodes.filter(({ kind }) => kind === 'fallback')
    await until(() =>
      expect(page.querySelector('#comparison-missing')?.textContent).toBe(
        `Missing in yours ${missing.length}`,
      ),
    )
    for (const { label } of missing) expect(page.textContent).toContain(`Only theirs has “${label}”`)
    for (const name of ['Your board', 'The reference']) {
      const drawn = page.querySelector(`svg[aria-label="${name}"]`)?.textContent
      for (const { label } of nodes.slice(0, 3)) expect(drawn).toContain(label.split(' ')[0])
    }
    const folded = [...page.querySelectorAll('.answers summary')].map(({ textContent }) => textContent)
    expect(folded).toContain('Hints not taken')
    expect(page.querySelectorAll('.answers details[open]')).toHaveLength(0)
    const notTaken = [...page.querySelectorAll('.answers details')].at(-1)?.textContent
    expect(notTaken).not.toContain(hint)
    for (const { text } of brief.hints.slice(1)) expect(notTaken).toContain(text)
  })

  it('takes the focus from the button that asked for it to its heading', async () => {
    await answersSmall()
    await show()
    await happened(...finished)
    const button = [...page.querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Show the reference',
    )
    button?.focus()
    expect(document.activeElement).toBe(button)
    await press('Show the reference')
    await until(() => expect(document.activeElement?.textContent).toBe(SECTIONS.comparison))
  })

  it('is compared once when it is shown, and again only when somebody asks', async () => {
    const { nodes } = await answersSmall()
    const board = (count: number) => placeBoard('Songs', { ...NOTHING, nodes: nodes.slice(0, count) })
    records.set(board(2))
    await show()
    await happened(...finished)
    await press('Show the reference')
    const missing = () => page.querySelector('[aria-labelledby=comparison-missing]')?.textContent ?? ''
    await until(() => expect(missing()).toContain('Missing in yours'))
    const before = missing()
    expect(page.textContent).not.toContain('Compare again')
    await act(async () => records.set(board(1)))
    expect(missing()).toBe(before)
    await press('Compare again')
    expect(missing()).not.toBe(before)
    expect(page.textContent).not.toContain('Compare again')
  })

  it('is not compared with a board of very many parts, which is said', async () => {
    const [node] = (await answersSmall()).nodes
    if (!node) throw new Error('The reference is empty.')
    const nodes = Array.from({ length: 151 }, (_, n) => ({ ...node, id: `n${n}` }))
    records.set(placeBoard('Songs', { ...NOTHING, nodes }))
    await show()
    await happened(...finished)
    await press('Show the reference')
    await until(() => expect(page.textContent).toContain('Your board has 151 parts: of more than 150,'))
    expect(page.querySelector('.comparison-groups')).toBeNull()
  })

  it('is not asked for in an interview before somebody wants it, and says why it may not be seen', async () => {
    answers.set('/brief', { status: 403, body: { error: 'The interviewer has not shown the brief.' } })
    await show({ mode: 'interview', role: 'candidate' })
    await happened(...finished)
    expect(asked()).toEqual([])
    await press('Show the reference')
    expect(section(SECTIONS.comparison).textContent).toContain('The interviewer has not shown the brief.')
    const { brief } = await answersWhole()
    await press('Show the reference')
    await until(() => expect(page.textContent).toContain(brief.framing.objective))
  })
})
