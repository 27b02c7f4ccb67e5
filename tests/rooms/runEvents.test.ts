import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NewRunEvent } from '../../src/rooms/eventQueue.ts'
import { openRunEvents, type RunEvents } from '../../src/rooms/runEvents.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { createRoom, joinDoc, type NewRoom, until } from '../helpers/syncClient.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const toServer = globalThis.fetch
let server: TestServer
let made: NewRoom
let open: RunEvents[] = []
/** What stands between the browser and the server: fails, or answers in its place. */
let between: (ask: () => Promise<Response>) => Promise<Response> = (ask) => ask()
let requests = 0

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())
beforeEach(async () => {
  made = await createRoom(server.url, { mode: 'interview' })
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    requests += 1
    return between(() => toServer(server.url + path, init))
  })
  requests = 0
})
afterEach(() => {
  for (const tab of open) tab.close()
  open = []
  between = (ask) => ask()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  localStorage.clear()
})

/** A tab with the board of that role's link. */
function tab(role = 'candidate'): RunEvents {
  const events = openRunEvents({ room: made.room, token: made.tokens[role] ?? '' })
  open.push(events)
  return events
}

const note = (text: string): NewRunEvent => ({ type: 'note', text, person: { id: 'p', name: 'Ada' } })
const texts = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => `${from + n}`)
const isDone = (events: RunEvents) => () => events.waiting.get() === 0

interface Event {
  readonly seq: number
  readonly type: string
  readonly role: string
  readonly text?: string
}

/** The run as the server has it. */
async function run(): Promise<Event[]> {
  const client = joinDoc(server.wsUrl, `${made.room}/run`, made.tokens.observer ?? '')
  await client.synced
  client.leave()
  return client.doc.getArray<Event>('events').toArray()
}
const textsOfRun = async () => (await run()).map(({ text }) => text)

const away = () => Promise.reject(new TypeError('Failed to fetch'))
const answer = (status: number, text: string) => () => Promise.resolve(new Response(text, { status }))

describe('events of a run', () => {
  it('are delivered in order, and none is waiting then', async () => {
    const events = tab()
    for (const text of texts(0, 7)) events.post(note(text))
    expect(events.waiting.get()).toBe(7)
    await until(isDone(events))
    expect(await textsOfRun()).toEqual(texts(0, 7))
    expect((await run())[6]).toMatchObject({ seq: 7, role: 'candidate', person: { id: 'p', name: 'Ada' } })
    expect(localStorage.length).toBe(0)
  })

  it('outlive a server that is killed, all in order and none twice', async () => {
    const events = tab()
    for (const text of texts(0, 150)) events.post(note(text))
    await until(() => events.waiting.get() < 150)
    await server.kill()
    for (const text of texts(150, 420)) events.post(note(text))
    expect(events.waiting.get()).toBeGreaterThanOrEqual(270)
    await server.restart()
    await until(isDone(events))
    expect(await textsOfRun()).toEqual(texts(0, 420))
  })

  it('count once though the answer was lost', async () => {
    const events = tab()
    between = async (ask) => {
      await ask()
      between = (next) => next()
      throw new TypeError('Connection reset')
    }
    events.post(note('a'))
    events.post(note('b'))
    await until(isDone(events))
    expect(await textsOfRun()).toEqual(['a', 'b'])
  })

  it('are tried again at once when the browser is online', async () => {
    between = away
    const events = tab()
    events.post(note('a'))
    await new Promise((resolve) => setImmediate(resolve))
    events.post(note('b'))
    expect(requests).toBe(1)
    between = (ask) => ask()
    window.dispatchEvent(new Event('online'))
    expect(requests).toBe(2)
    await until(isDone(events))
    expect(await textsOfRun()).toEqual(['a', 'b'])
  })

  it('survive a reload, and go before what is posted after it', async () => {
    between = away
    const before = tab()
    for (const text of texts(0, 3)) before.post(note(text))
    before.close()
    between = (ask) => ask()
    const after = tab()
    expect(after.waiting.get()).toBe(3)
    after.post(note('3'))
    await until(isDone(after))
    expect(await textsOfRun()).toEqual(texts(0, 4))
  })
})

describe('two tabs of one browser', () => {
  const tell = () => window.dispatchEvent(new StorageEvent('storage', { key: null }))

  it('lose none and double none of each other’s', async () => {
    between = away
    const [one, two] = [tab(), tab()]
    for (const text of texts(0, 40)) (Number(text) % 2 ? one : two).post(note(text))
    between = (ask) => ask()
    window.dispatchEvent(new Event('online'))
    await until(() => isDone(one)() && isDone(two)())
    expect(await textsOfRun()).toEqual(texts(0, 40))
  })

  it('count what the other has not delivered yet', () => {
    between = away
    const [one, two] = [tab(), tab()]
    one.post(note('a'))
    tell()
    expect(two.waiting.get()).toBe(1)
  })

  it('deliver what the other left behind', async () => {
    const one = tab()
    between = away
    const two = tab()
    two.post(note('a'))
    two.close()
    between = (ask) => ask()
    tell()
    await until(isDone(one))
    expect(await textsOfRun()).toEqual(['a'])
  })

  it('with two roles: each event is posted in the role of who made it', async () => {
    between = away
    const host = tab('interviewer')
    host.post({ ...note('a'), type: 'nudge' })
    host.close()
    const candidate = tab('candidate')
    candidate.post(note('b'))
    between = (ask) => ask()
    window.dispatchEvent(new Event('online'))
    await until(isDone(candidate))
    expect((await run()).map(({ text, role }) => [text, role])).toEqual([
      ['a', 'interviewer'],
      ['b', 'candidate'],
    ])
    expect(candidate.refused.get()).toBeNull()
  })
})

describe('an event that is refused', () => {
  it('for good is dropped and reported in the server’s words, and holds no other up', async () => {
    between = away
    const events = tab()
    for (const text of texts(0, 9)) events.post(note(text))
    events.post({ ...note('forbidden'), type: 'hint' })
    for (const text of texts(9, 150)) events.post(note(text))
    between = (ask) => ask()
    window.dispatchEvent(new Event('online'))
    await until(isDone(events))
    expect(await textsOfRun()).toEqual(texts(0, 150))
    expect(events.refused.get()).toMatchObject({
      event: { text: 'forbidden' },
      reason: 'With this link you cannot post “hint”.',
    })
  })

  it('because many of them are too large at once goes in smaller parts', async () => {
    between = away
    const events = tab()
    for (const text of texts(0, 30)) events.post(note(text.padEnd(16_000, '€')))
    between = (ask) => ask()
    window.dispatchEvent(new Event('online'))
    await until(isDone(events))
    expect((await textsOfRun()).map((text) => Number.parseInt(text ?? '', 10))).toEqual(
      texts(0, 30).map(Number),
    )
    expect(events.refused.get()).toBeNull()
  })

  it.each([
    ['too often', 429, '{"error":"Too many."}'],
    ['by a server in trouble', 503, '{"error":"Trouble."}'],
    ['by a proxy that finds no server', 404, '<h1>404 page not found</h1>'],
    ['by a network’s sign-in page', 200, '<h1>Sign in</h1>'],
  ])('%s is posted again', async (_, status, text) => {
    between = answer(status, text)
    const events = tab()
    events.post(note('a'))
    await new Promise((resolve) => setImmediate(resolve))
    between = (ask) => ask()
    await until(isDone(events))
    expect(await textsOfRun()).toEqual(['a'])
    expect(events.refused.get()).toBeNull()
  })
})

function storageThatLacksRoomFor(text: string) {
  const setItem = localStorage.setItem.bind(localStorage)
  return vi.spyOn(Storage.prototype, 'setItem').mockImplementation((key, value) => {
    if (value.includes(`"text":"${text}`)) throw new DOMException('full', 'QuotaExceededError')
    setItem(key, value)
  })
}

describe('the device’s storage', () => {
  it('when full costs no event as long as the tab lives, and takes them in order once there is room', async () => {
    between = away
    const events = tab()
    events.post(note('0'))
    const full = storageThatLacksRoomFor('1')
    for (const text of texts(1, 3)) events.post(note(text))
    expect([events.waiting.get(), localStorage.length]).toEqual([3, 2])
    full.mockRestore()
    events.post(note('3'))
    expect([events.waiting.get(), localStorage.length]).toEqual([4, 4])
    events.close()
    between = (ask) => ask()
    const after = tab()
    await until(isDone(after))
    expect(await textsOfRun()).toEqual(texts(0, 4))
  })

  it('when full for good holds no event back', async () => {
    storageThatLacksRoomFor('')
    const events = tab()
    for (const text of texts(0, 3)) events.post(note(text))
    expect([events.waiting.get(), localStorage.length]).toEqual([3, 0])
    await until(isDone(events))
    expect(await textsOfRun()).toEqual(texts(0, 3))
  })

  it.each(['', '{', '7', '{}', '{"token":"t","event":null}', '{"token":7,"event":{"id":"a"}}'])(
    'may hold %j in an event’s place, which is passed over',
    async (stored) => {
      localStorage.setItem(`drillboard.event.${made.room}.000000000000001.a`, stored)
      localStorage.setItem(
        `drillboard.event.${made.room}x.000000000000001.a`,
        '{"token":"t","event":{"id":"a"}}',
      )
      const events = tab()
      expect(events.waiting.get()).toBe(0)
      events.post(note('a'))
      await until(isDone(events))
      expect(await textsOfRun()).toEqual(['a'])
    },
  )
})
