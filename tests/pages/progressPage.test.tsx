import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { damagedRuns, keepRun, runHistory, unkeptRuns } from '../../src/device/runHistory.ts'
import { readHistory, writeHistory } from '../../src/domain/progress/historyFile.ts'
import { ProgressPage } from '../../src/pages/progress/ProgressPage.tsx'
import { readAddress } from '../../src/rooms/address.ts'
import { forgetBoard, rememberBoard } from '../../src/rooms/visited.ts'
import { problems } from '../../templates/problems/index.ts'
import { AS_PLANNED, DAY_MS, recordFor, START } from '../helpers/runRecords.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let page: HTMLElement

beforeEach(() => {
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
})

afterEach(async () => {
  await act(() => root.unmount())
  page.remove()
  forgetBoard('r1')
  runHistory.set(new Map())
  damagedRuns.set([])
  unkeptRuns.set(new Set())
  localStorage.clear()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const show = () => act(async () => root.render(<ProgressPage />))
const text = (selector: string) => page.querySelector(selector)?.textContent ?? ''
const texts = (selector: string) => [...page.querySelectorAll(selector)].map(({ textContent }) => textContent)
const section = (name: string) =>
  [...page.querySelectorAll('section')].find((one) => one.querySelector('h2')?.textContent === name)

/** Two runs: monitoring was short in both, and the second was rated. */
const first = recordFor({ minutes: AS_PLANNED.with(6, 1) }, { room: 'r1', chosen: 'payment-fraud' })
const second = recordFor(
  {
    minutes: AS_PLANNED.with(6, 1.5).with(4, 12),
    startedAt: START + DAY_MS,
    others: [{ type: 'hint' }, { type: 'rate', dimension: 'data', score: 3 }],
  },
  { room: 'r2', mode: 'interview', now: START + 3 * DAY_MS },
)

test('the address leads here, with and without a slash', () => {
  for (const pathname of ['/progress', '/progress/']) {
    expect(readAddress({ pathname, hash: '' })).toEqual({ page: 'progress' })
  }
})

test('without runs it says what will be here, and how to begin', async () => {
  await show()
  expect(text('h1')).toBe('No finished run of your own yet.')
  expect(section('What will be here')?.textContent).toContain('The time of each step against its plan')
  const links = [...(section('Problems not done yet')?.querySelectorAll('a') ?? [])]
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/problems#surprise',
    ...problems.map(({ id }) => `/problems#${id}`),
  ])
  const button = [...page.querySelectorAll('button')].find((one) => one.textContent === 'Export')
  expect(button?.disabled).toBe(true)
  expect(button?.title).toBe('There is no run to export yet.')
})

describe('with runs', () => {
  beforeEach(async () => {
    rememberBoard({ room: 'r1', token: 'key', role: 'owner', title: 'Fraud', visitedAt: 1, thumbnail: null })
    keepRun(first)
    keepRun(second)
    await show()
  })

  test('the headline is the step that runs short, told again with its figures', () => {
    expect(text('h1')).toBe('Step 6, Monitoring, gets less than half of its minutes.')
    expect(section('Steps that run short')?.querySelector('li')?.textContent).toBe(
      '6Monitoringprotected2 of 2 runslast 1:30 of 4:00',
    )
  })

  test('every run is listed, newest first, with links where its board is on this device', () => {
    const rows = [...(section('Runs')?.querySelectorAll('tbody tr') ?? [])]
    expect(rows.map((row) => [...row.children].map(({ textContent }) => textContent))).toEqual([
      [
        '2 Nov 2026',
        'Song and playlist recommendationSong recommendation',
        'Seven steps',
        'Mock, own',
        '45:30 of 45:00',
        '1',
        'not on this device',
      ],
      [
        '1 Nov 2026',
        'Payment fraud detectionSong recommendation',
        'Seven steps',
        'Own',
        '42:00 of 45:00',
        '0',
        'BoardDebrief',
      ],
    ])
    const hrefs = [...(rows[1]?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'))
    expect(hrefs).toEqual(['/board/r1#key', '/debrief/r1#key'])
  })

  test('each step has a chart that also says its figures, and a table', () => {
    const charts = section('Time per step')?.querySelectorAll('svg[role=img]') ?? []
    expect(charts).toHaveLength(7)
    expect(charts[5]?.getAttribute('aria-label')).toBe('Step 6, time of the plan: 1:00 of 4:00, 1:30 of 4:00')
    expect(charts[5]?.querySelectorAll('.progress-bar-short')).toHaveLength(2)
    expect(charts[3]?.querySelectorAll('.progress-bar-over')).toHaveLength(1)
    expect(texts('details tbody tr:first-child td')[5]).toBe('1:30 of 4:00')
  })

  test('the ratings have a line each, and say the last one in words', () => {
    const rows = [...(section('How you rated yourself')?.querySelectorAll('li') ?? [])]
    expect(rows).toHaveLength(7)
    expect(rows[2]?.textContent).toContain('3lean hire')
    expect(rows[2]?.querySelector('svg')?.getAttribute('aria-label')).toBe('Ratings: 3')
    expect(rows[0]?.textContent).toContain('not rated')
  })

  test('the overview counts own runs, problems done and mocks', () => {
    expect(texts('.progress-figures dd')).toEqual(['2', `2 of ${problems.length}`, '1'])
    const left = section('Problems not done yet')?.querySelectorAll('li')
    expect(left).toHaveLength(problems.length - 2)
  })

  test('a run that was broken off is listed, and counts for nothing else', async () => {
    await act(async () => void keepRun(recordFor({ minutes: [1] }, { room: 'r3', chosen: 'visual-search' })))
    expect(section('Runs')?.textContent).toContain('1:00 of 45:00broken off')
    expect(section('Problems not done yet')?.textContent).toContain('Visual search')
    expect(section('Steps that run short')?.textContent).toContain('2 of 2 runs')
  })

  test('what another tab keeps is shown at once', async () => {
    const third = { ...first, room: 'r4' }
    localStorage.setItem('drillboard.run.r4', JSON.stringify(third))
    await act(async () => window.dispatchEvent(new StorageEvent('storage', { key: 'drillboard.run.r4' })))
    expect(texts('.progress-figures dd')[0]).toBe('3')
  })

  test('the export is one file that holds every run', async () => {
    const made = vi.fn<(blob: Blob) => string>(() => 'blob:made')
    Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => {} })
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
    const button = [...page.querySelectorAll('button')].find((one) => one.textContent === 'Export')
    await act(async () => button?.click())
    const blob = made.mock.calls[0]?.[0]
    expect(readHistory((await blob?.text()) ?? '')).toEqual({ ok: true, records: [first, second] })
    const link = click.mock.contexts[0] as unknown as HTMLAnchorElement
    expect([link.download, link.href]).toEqual(['drillboard-progress.json', 'blob:made'])
  })
})

/** Chooses a file, and waits until the page says what came of it. */
async function importFile(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const input = page.querySelector<HTMLInputElement>('input[type=file]')
  if (!input) throw new Error('There is nowhere to choose a file')
  Object.defineProperty(input, 'files', { configurable: true, value: [new File([content], 'progress.json')] })
  await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })))
  const said = () => text('.list-margin [role=status]') + text('.list-margin [role=alert]')
  await act(() => vi.waitFor(() => expect(said()).not.toBe('')))
  return said()
}

describe('an import', () => {
  beforeEach(async () => {
    keepRun(first)
    await show()
  })

  test('adds what is new, and renews what is known better there', async () => {
    const rated = { ...first, ratings: { framing: 2 } }
    expect(await importFile(writeHistory([rated, second]))).toBe('1 run added, 1 run renewed.')
    expect([...runHistory.get().values()]).toEqual([rated, second])
    expect(localStorage.getItem('drillboard.run.r2')).not.toBeNull()
  })

  test('of what is here already changes nothing', async () => {
    expect(await importFile(writeHistory([first]))).toBe('The file holds no run that is not here already.')
  })

  test.each([
    ['cut off', '{"format": "drillboard-progress", "version": 1, "runs": [', 'Line 1, column 58 is no JSON'],
    ['of a newer version', '{"format": "drillboard-progress", "version": 9, "runs": []}', 'is of version 9'],
    [
      'with one bad run',
      writeHistory([second, { ...second, room: 'r5', hints: -1 }]),
      'Runs[1].hints is “-1”',
    ],
    ['that is no text', new Uint8Array([0xff, 0xfe, 0x00]), 'The file is no text in UTF-8'],
  ])('of a file %s is refused whole, with where and why', async (_, content, why) => {
    const said = await importFile(content)
    expect(said).toContain(why)
    expect(said).toContain('Nothing was imported.')
    expect([...runHistory.get().keys()]).toEqual(['r1'])
  })

  test('that has no room says so, and so does the page', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(await importFile(writeHistory([second]))).toBe(
      '1 run added. This browser has no room for them all.',
    )
    expect(text('.progress-trouble')).toContain('storage is full: 1 run will be gone once this tab is closed')
  })
})

test('runs that were set aside are said', async () => {
  damagedRuns.set(['r9'])
  await show()
  expect(text('.progress-trouble')).toContain('1 kept run could not be read and was set aside.')
})
