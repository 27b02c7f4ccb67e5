import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { StartPage } from '../../src/pages/start/StartPage.tsx'
import { address } from '../../src/rooms/address.ts'
import { forgetBoard, rememberBoard, visitedBoard, visitedBoards } from '../../src/rooms/visited.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

let root: Root
let page: HTMLElement
const server = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.stubGlobal('fetch', server)
  server.mockReset()
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
})

afterEach(async () => {
  await act(() => root.unmount())
  page.remove()
  for (const { room } of visitedBoards.get()) forgetBoard(room)
  vi.unstubAllGlobals()
})

const show = () => act(() => root.render(<StartPage />))

function visit(room: string, change = {}) {
  rememberBoard({
    room,
    token: `t-${room}`,
    role: 'owner',
    title: 'Churn',
    visitedAt: 1,
    thumbnail: null,
    ...change,
  })
}

function button(name: string): HTMLButtonElement {
  const found = [...page.querySelectorAll('button')].find(
    (one) => one.textContent === name || one.ariaLabel === name || one.getAttribute('aria-label') === name,
  )
  if (!found) throw new Error(`No button "${name}" on the page`)
  return found
}

test('the start page says what each of the two boards begins with', async () => {
  await show()
  const card = button('7-step board').closest('section')?.textContent
  expect(card).toContain('The 7-step board begins with a frame for each step')
})

const press = (name: string) => act(async () => button(name).click())

async function type(text: string, key: 'Enter' | 'Escape') {
  const field = page.querySelector('input')
  if (!field) throw new Error('No field on the page')
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
  await act(async () => field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })))
}

const answer = (status: number, body: unknown) => server.mockResolvedValue(Response.json(body, { status }))

test.each([
  ['New board', 'blank'],
  ['7-step board', 'seven-steps'],
  ['Open the example', 'song-recommendation'],
])('%s asks for the template %s, remembers the owner’s key and opens the board', async (name, template) => {
  answer(201, { room: 'new1', links: {}, tokens: { owner: 'own', editor: 'ed' } })
  await show()
  await press(name)
  const [path, request] = server.mock.calls[0] ?? []
  expect(path).toBe('/api/rooms')
  expect(JSON.parse(String(request?.body))).toEqual({ template })
  expect(visitedBoard('new1')).toMatchObject({ token: 'own', role: 'owner' })
  expect(address.get()).toEqual({ page: 'board', room: 'new1', token: 'own' })
})

test('a server that is away is said in place, and one can try again', async () => {
  server.mockRejectedValue(new TypeError('Failed to fetch'))
  await show()
  await press('New board')
  expect(page.querySelector('[role=alert]')?.textContent).toContain('The server does not answer.')
  expect(button('New board').disabled).toBe(false)
})

test('boards are listed by last visit, with the role of those that are not one’s own', async () => {
  visit('a', { title: 'Older', visitedAt: 1 })
  visit('b', { title: 'Newer', visitedAt: 2, role: 'observer' })
  await show()
  const cards = [...page.querySelectorAll('.start-board')].map((card) => card.textContent)
  expect(cards[0]).toContain('Newer')
  expect(cards[0]).toContain('As observer')
  expect(cards[1]).toContain('Older')
})

test('renaming tells the server, then this device; the key goes in the header', async () => {
  visit('a')
  answer(200, {})
  await show()
  await press('Actions for Churn')
  await press('Rename')
  await type('Churn 2', 'Enter')
  const [path, request] = server.mock.calls[0] ?? []
  expect([path, request?.method]).toEqual(['/api/rooms/a', 'PATCH'])
  expect(request?.headers).toMatchObject({ authorization: 'Bearer t-a' })
  expect(visitedBoard('a')?.title).toBe('Churn 2')
})

test('a rename that the server refuses keeps the old title and says why', async () => {
  visit('a')
  answer(404, { error: 'No such room.' })
  await show()
  await press('Actions for Churn')
  await press('Rename')
  await type('Churn 2', 'Enter')
  expect(visitedBoard('a')?.title).toBe('Churn')
  expect(page.querySelector('.start-board [role=alert]')?.textContent).toBe(
    'This board is no longer on the server.',
  )
})

test('Escape leaves the title as it was and asks nobody', async () => {
  visit('a')
  await show()
  await press('Actions for Churn')
  await press('Rename')
  await type('Other', 'Escape')
  expect(server).not.toHaveBeenCalled()
  expect(page.querySelector('.start-board-title')?.textContent).toBe('Churn')
})

test('an observer is not offered to rename', async () => {
  visit('a', { role: 'observer' })
  await show()
  await press('Actions for Churn')
  expect(() => button('Rename')).toThrow()
  expect(button('Duplicate')).toBeTruthy()
})

test('duplicating makes a room from this one and lists it as one’s own', async () => {
  visit('a', { role: 'editor' })
  answer(201, { room: 'copy', links: {}, tokens: { owner: 'own' } })
  await show()
  await press('Actions for Churn')
  await press('Duplicate')
  const request = server.mock.calls[0]?.[1]
  expect(JSON.parse(String(request?.body))).toEqual({ from: 'a', title: 'Churn (copy)' })
  expect(visitedBoard('copy')).toMatchObject({ token: 'own', role: 'owner', title: 'Churn (copy)' })
})

test('a forgotten board can be brought back', async () => {
  visit('a')
  await show()
  await press('Actions for Churn')
  await press('Forget')
  expect(visitedBoard('a')).toBeNull()
  await press('Undo')
  expect(visitedBoard('a')).toMatchObject({ token: 't-a', title: 'Churn' })
})
