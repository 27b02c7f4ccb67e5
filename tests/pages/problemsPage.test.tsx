import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepRun, runHistory } from '../../src/device/runHistory.ts'
import { ProblemsPage } from '../../src/pages/problems/ProblemsPage.tsx'
import { address, goTo, readAddress } from '../../src/rooms/address.ts'
import { forgetBoard, visitedBoard, visitedBoards } from '../../src/rooms/visited.ts'
import { problems } from '../../templates/problems/index.ts'
import { AS_PLANNED, recordFor } from '../helpers/runRecords.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let page: HTMLElement
const server = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', server)
  server.mockReset()
  Element.prototype.scrollIntoView = vi.fn()
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
})

afterEach(async () => {
  await act(() => root.unmount())
  page.remove()
  for (const { room } of visitedBoards.get()) forgetBoard(room)
  runHistory.set(new Map())
  localStorage.clear()
  vi.unstubAllGlobals()
})

/** The page as the address of this tab asks for it. */
async function show(path = window.location.pathname + window.location.hash) {
  await act(async () => goTo(path))
  await again()
}

/** After the page has gone to another address. */
async function again() {
  const here = readAddress(window.location)
  if (here.page !== 'problems') throw new Error(`Not on the page of the problems: ${here.page}`)
  await act(async () => root.render(<ProblemsPage address={here} />))
}

const titles = () => [...page.querySelectorAll('article h2')].map(({ textContent }) => textContent)
const count = () => page.querySelector('.list-margin [role=status]')?.textContent

function find<Kind extends Element>(selector: string, name: string): Kind {
  const found = [...page.querySelectorAll<Kind>(selector)].find((one) => one.textContent?.startsWith(name))
  if (!found) throw new Error(`No ${selector} “${name}” on the page`)
  return found
}

const press = (name: string) => act(async () => find<HTMLButtonElement>('button', name).click())

async function type(field: HTMLInputElement | null, text: string) {
  if (!field) throw new Error('No field on the page')
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

const search = (text: string) => type(page.querySelector('input[type=search]'), text)

test('every problem is there, with its code, prompt, level, how far its brief goes, and tags', async () => {
  await show('/problems')
  expect(titles()).toEqual(problems.map(({ title }) => title))
  expect(count()).toBe(`${problems.length} problems`)
  const [first] = page.querySelectorAll('article')
  const { code = '', prompt = '', tags = [] } = problems[0] ?? {}
  for (const text of [code, prompt, 'Medium, full brief', tags.join(', ')]) {
    expect(first?.textContent).toContain(text)
  }
  expect(page.querySelector('form')).toBeNull()
})

test('a problem with a run of one’s own is marked as done', async () => {
  keepRun(recordFor({ minutes: AS_PLANNED }, { room: 'r1', chosen: 'churn-prediction/next-week' }))
  await show('/problems')
  const done = [...page.querySelectorAll('article')].filter((one) => one.textContent?.includes('done here'))
  expect(done.map(({ id }) => id)).toEqual(['churn-prediction'])
})

test('words and tags narrow the list, and each tag says how many it would leave', async () => {
  await show('/problems')
  await press('vision')
  const withVision = problems.filter(({ tags }) => tags.includes('vision'))
  expect(titles()).toEqual(withVision.map(({ title }) => title))
  expect(count()).toBe(`${withVision.length} of ${problems.length} problems`)
  const both = withVision.filter(({ tags }) => tags.includes('retrieval'))
  expect(find('.list-ways button', 'retrieval').textContent).toBe(`retrieval${both.length}`)
  await press('vision')
  await search('  STOLEN cards ')
  expect(titles()).toEqual(['Payment fraud detection'])
  expect(find<HTMLButtonElement>('.list-ways button', 'vision').disabled).toBe(true)
  await search('no such thing')
  expect(count()).toBe('No problem is like that.')
  expect(find<HTMLButtonElement>('button', 'Surprise me').disabled).toBe(true)
})

test('the address opens a problem, also one that was filtered out, and its title closes it', async () => {
  await show('/problems')
  await search('fraud')
  await show('/problems#visual-search')
  expect(titles()).toHaveLength(problems.length)
  const link = find<HTMLAnchorElement>('article[data-open] h2 a', 'Visual search')
  expect([link.getAttribute('aria-expanded'), link.getAttribute('href')]).toEqual(['true', '/problems'])
  await vi.waitFor(() => expect(document.activeElement).toBe(link))
  const variants = problems.find(({ id }) => id === 'visual-search')?.variants ?? []
  for (const { title, prompt } of variants) {
    expect(page.querySelector('form')?.textContent).toContain(title)
    expect(page.querySelector('form')?.textContent).toContain(prompt)
  }
})

test('an address that names no problem opens none', async () => {
  await show('/problems#nothing')
  expect(titles()).toHaveLength(problems.length)
  expect(page.querySelector('form')).toBeNull()
})

test('chance opens another of those that are listed, and one of all from the start page', async () => {
  await show('/problems#surprise')
  expect(problems.map(({ id }) => id)).toContain(window.location.hash.slice(1))
  await show('/problems#similar-listings')
  await press('vision')
  const listed = problems.filter(({ tags }) => tags.includes('vision')).map(({ id }) => id)
  for (let n = 0; n < 5; n++) {
    const before = window.location.hash.slice(1)
    await press('Surprise me')
    await again()
    expect(listed).toContain(window.location.hash.slice(1))
    expect(window.location.hash.slice(1)).not.toBe(before)
  }
})

test('chance prefers problems of which no run is known here, while there are any', async () => {
  const seen = problems.filter(({ id }) => id !== 'delivery-time')
  for (const { id } of seen) keepRun(recordFor({ minutes: AS_PLANNED }, { room: id, chosen: id }))
  await show('/problems#surprise')
  await again()
  expect(window.location.hash).toBe('#delivery-time')
  await press('Surprise me')
  await again()
  expect(seen.map(({ id }) => id)).toContain(window.location.hash.slice(1))
})

const made = () => Response.json({ room: 'new1', links: {}, tokens: { owner: 'own' } }, { status: 201 })
const asked = () => JSON.parse(String(server.mock.calls[0]?.[1]?.body))

test('practising alone makes a room for the problem in 45 minutes by seven steps, and opens it', async () => {
  server.mockResolvedValue(made())
  await show('/problems#payment-fraud')
  await press('Practise alone')
  expect(server.mock.calls[0]?.[0]).toBe('/api/rooms')
  expect(asked()).toEqual({
    mode: 'solo',
    template: 'seven-steps',
    problem: 'payment-fraud',
    framework: 'seven-steps',
    slot: 45,
    ready: false,
  })
  expect(visitedBoard('new1')).toMatchObject({
    token: 'own',
    role: 'owner',
    title: 'Payment fraud detection',
  })
  expect(address.get()).toEqual({ page: 'board', room: 'new1', token: 'own' })
})

test('a variant, another framework and minutes of one’s own are asked for as chosen', async () => {
  server.mockResolvedValue(made())
  await show('/problems#payment-fraud')
  await act(async () => find<HTMLLabelElement>('label', 'Another constraint').click())
  await act(async () => {
    const select = page.querySelector('select')
    if (select) select.value = 'hello-interview'
    select?.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await act(async () => find<HTMLLabelElement>('label', 'Own').click())
  await type(page.querySelector('input[type=number]'), '75')
  await act(async () => find<HTMLLabelElement>('label', 'Cards are laid out').click())
  await press('Practise alone')
  const [, constraint] = problems.find(({ id }) => id === 'payment-fraud')?.variants ?? []
  expect(asked()).toMatchObject({
    problem: `payment-fraud/${constraint?.id}`,
    framework: 'hello-interview',
    slot: 75,
    ready: true,
  })
})

test('minutes that no run has are not sent', async () => {
  await show('/problems#payment-fraud')
  await act(async () => find<HTMLLabelElement>('label', 'Own').click())
  for (const minutes of ['', '14', '181', '20.5']) {
    await type(page.querySelector('input[type=number]'), minutes)
    await press('Practise alone')
    expect(page.querySelector('form')?.checkValidity()).toBe(false)
  }
  expect(server).not.toHaveBeenCalled()
})

test('a server that is away is said in place, and one can try again', async () => {
  server.mockRejectedValue(new TypeError('Failed to fetch'))
  await show('/problems#payment-fraud')
  await press('Practise alone')
  expect(page.querySelector('form [role=alert]')?.textContent).toContain('The server does not answer.')
  expect(find<HTMLButtonElement>('button', 'Practise alone').disabled).toBe(false)
})
