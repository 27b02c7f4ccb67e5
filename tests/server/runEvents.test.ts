import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVENTS } from '../../src/document/names.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { foldRun } from '../../src/domain/pace/run.ts'
import { helloInterview } from '../../templates/frameworks/hello-interview.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, joinDoc, type NewRoom, until } from '../helpers/syncClient.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

interface Logged {
  readonly seq: number
  readonly at: number
  readonly type: string
  readonly [field: string]: unknown
}

async function post({ room, tokens }: NewRoom, role: string, body: unknown, url = server.url) {
  const { status, body: answer } = await callApi(url, 'POST', `/api/rooms/${room}/events`, body, tokens[role])
  return { status, ...(answer as { seq?: number[]; error?: string }) }
}

/** The run as somebody reads it who comes now. */
async function logOf(made: NewRoom): Promise<Logged[]> {
  const client = joinDoc(server.wsUrl, `${made.room}/run`, made.tokens.observer ?? '')
  await client.synced
  client.leave()
  return client.doc.getArray<Logged>(EVENTS).toArray()
}

const start = { type: 'start', id: 'start' }

describe('what happened in a run', () => {
  it('is still there when the server was killed, in the same places, and the clock has gone on', async () => {
    const made = await createRoom(server.url, { mode: 'solo' })
    const acts = [start, { type: 'step', step: 2, id: 'a' }, { type: 'hint', hint: 1, id: 'b' }]
    for (const [n, act] of acts.entries())
      expect(await post(made, 'owner', act)).toMatchObject({ seq: [n + 1] })
    const before = await logOf(made)
    await server.kill()
    await server.restart()
    expect(await logOf(made)).toEqual(before)
    expect(await post(made, 'owner', [...acts, { type: 'pause', id: 'c' }])).toMatchObject({
      seq: [1, 2, 3, 4],
    })

    const after = await logOf(made)
    const { clock, shown } = foldRun(after)
    expect(clock).toMatchObject({ active: 2, isPaused: true, startedAt: before[0]?.at })
    expect(clock.elapsedMs).toBe((after[3]?.at ?? 0) - (before[0]?.at ?? 0))
    expect(shown.length).toBe(1)
  })

  it('is read live by any y-websocket client, and written by none', async () => {
    const made = await createRoom(server.url, { mode: 'interview' })
    const clients = ['observer', 'candidate', 'owner'].map((role) =>
      joinDoc(server.wsUrl, `${made.room}/run`, made.tokens[role] ?? ''),
    )
    await Promise.all(clients.map(({ synced }) => synced))
    await post(made, 'interviewer', start)
    for (const { doc } of clients) await until(() => doc.getArray(EVENTS).length === 1)
    for (const { doc, closed } of clients.slice(1)) {
      doc.getArray(EVENTS).push([{ type: 'finish', at: 1, seq: 2 }])
      expect((await closed).code).toBe(4403)
    }
    expect((await logOf(made)).map(({ type }) => type)).toEqual(['start'])
    for (const { leave } of clients) leave()
  })

  it('carries the server’s time, which no event is earlier than, and nothing that was forged', async () => {
    const made = await createRoom(server.url)
    const [from, forged] = [
      Date.now(),
      { at: 5, seq: 9, role: 'owner', plan: planRun(helloInterview, 60), x: 1 },
    ]
    await post(made, 'editor', { ...start, ...forged, person: { id: 'p', name: 'Ada' } })
    await Promise.all(
      ['owner', 'editor'].map((role) => post(made, role, Array(20).fill({ type: 'note', text: 'n' }))),
    )
    const [first, ...others] = await logOf(made)
    expect(first).toEqual({
      ...start,
      framework: 'seven-steps',
      minutes: 45,
      plan: planRun(sevenSteps, 45),
      person: { id: 'p', name: 'Ada' },
      role: 'editor',
      at: first?.at,
      seq: 1,
    })
    expect(first?.at).toBeGreaterThanOrEqual(from)
    expect(first?.at).toBeLessThanOrEqual(Date.now())
    expect(others.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, n) => n + 2))
    expect(others.every(({ at }, n) => at >= (others[n - 1] ?? first ?? { at: 0 }).at)).toBe(true)
  })
})

describe('a queue that is sent again', () => {
  it('counts once, also what could not come next any more', async () => {
    const made = await createRoom(server.url, { mode: 'solo' })
    const queue = [
      start,
      { type: 'pause', id: 'p' },
      { type: 'resume', id: 'r' },
      { type: 'finish', id: 'f' },
    ]
    for (const sent of [queue.slice(0, 2), queue, queue])
      expect(await post(made, 'owner', sent)).toMatchObject({ seq: sent.map((_, n) => n + 1) })
    expect((await logOf(made)).map(({ type }) => type)).toEqual(queue.map(({ type }) => type))
  })

  it('counts once though one event is in it twice', async () => {
    const made = await createRoom(server.url)
    expect(await post(made, 'owner', [start, start, { type: 'pause' }])).toMatchObject({ seq: [1, 1, 2] })
  })
})

describe('an event is refused, with the reason,', () => {
  let made: NewRoom
  beforeAll(async () => {
    made = await createRoom(server.url)
    await post(made, 'owner', start)
  })

  it.each([
    [{ type: 'stop' }, '“type” is one of start, '],
    [{ type: 'constructor' }, '“type” is one of start, '],
    [5, 'An event is a JSON object with a “type”.'],
    [{ type: 'extend' }, '“minutes” of “extend” is a whole number from 1 to 60.'],
    [{ type: 'extend', minutes: '5' }, '“minutes” of “extend” is a whole number from 1 to 60.'],
    [{ type: 'shorten', minutes: -5 }, '“minutes” of “shorten” is a whole number from 1 to 60.'],
    [{ type: 'step', step: 'x' }, '“step” of “step” is the number of a step, “intro” or “wrap-up”.'],
    [{ type: 'edit', step: 1.5 }, '“step” of “edit” is a whole number from 1 to 20.'],
    [{ type: 'checklist', prompt: 'x', done: 1 }, '“done” of “checklist” is true or false.'],
    [{ type: 'checklist', prompt: 'no-such' }, 'No framework has a prompt “no-such”.'],
    [{ type: 'nudge', kind: 'shout' }, '“kind” of “nudge” is one of redirect, deepen, time, hint, answer.'],
    [{ type: 'rate', dimension: 'charm' }, '“dimension” of “rate” is one of scoping, '],
    [{ type: 'rate', dimension: 'data', score: 5 }, '“score” of “rate” is a whole number from 1 to 4.'],
    [{ type: 'note', text: 5 }, '“text” of “note” is text.'],
    [{ type: 'start', framework: 'no-such' }, '“framework” is one of seven-steps, '],
    [{ type: 'start', minutes: 5 }, '“minutes” of “start” is a whole number from 15 to 180.'],
    [{ type: 'note', id: 5 }, '“id” must be text.'],
    [{ type: 'note', id: 'curve-ball' }, 'An “id” that begins like this is for “reveal”.'],
    [{ type: 'note', person: 'Ada' }, '“person” is an object with id and name.'],
  ])('where it is broken: %j', async (event, reason) => {
    const answer = await post(made, 'owner', event)
    expect(answer).toEqual({ status: 400, error: expect.stringContaining(reason) })
  })

  it('where it is too large', async () => {
    const answer = await post(made, 'owner', { type: 'note', text: 'x'.repeat(17_000) })
    expect(answer).toEqual({ status: 413, error: 'An event may have up to 16384 characters.' })
  })

  it.each([
    [[], { type: 'pause' }, 'The clock is not running yet: start it first.'],
    [[], { type: 'edit', step: 2 }, 'The clock is not running yet: start it first.'],
    [[], { type: 'hint', hint: 1 }, 'The clock is not running yet: start it first.'],
    [[], { type: 'reveal', item: 'curve-ball-1' }, 'The clock is not running yet: start it first.'],
    [[start], { type: 'start' }, 'The clock has been started already.'],
    [[start], { type: 'step', step: 8 }, 'This run has no step 8: its steps are 1 to 7.'],
    [[start], { type: 'shorten', minutes: 60 }, /^Only 4[45]:\d\d can be taken away\.$/],
    [[start, { type: 'pause' }], { type: 'pause' }, 'The clock stands already.'],
    [[{ ...start, strict: true }], { type: 'pause' }, 'This run is strict: its clock is not stopped.'],
    [[start, { type: 'finish' }], { type: 'hint' }, 'This run is finished.'],
    [[start, { type: 'finish' }], { type: 'start' }, 'This run is finished. Make a new board for another.'],
  ])('where it cannot come next: after %j, %j', async (before, event, reason) => {
    const own = await createRoom(server.url, { mode: 'solo' })
    if (before.length > 0) expect((await post(own, 'owner', before)).status).toBe(200)
    const answer = await post(own, 'owner', [{ type: 'note', text: 'first' }, event])
    expect(answer).toEqual({ status: 409, error: expect.stringMatching(reason) })
    expect((await logOf(own)).length).toBe(before.length)
    expect((await post(own, 'owner', { type: 'note' })).seq).toEqual([before.length + 1])
  })

  it('where there are too many of those with one link, and taken from those with another', async () => {
    const strict = await startServer({ env: { EVENTS_PER_MINUTE: '5' } })
    try {
      const own = await createRoom(strict.url)
      const notes = Array(5).fill({ type: 'note' })
      expect((await post(own, 'editor', notes, strict.url)).status).toBe(200)
      const answer = await post(own, 'editor', { type: 'note' }, strict.url)
      expect(answer).toEqual({ status: 429, error: 'Too much happens in this run. Wait a minute.' })
      expect((await post(own, 'owner', start, strict.url)).status).toBe(200)
    } finally {
      await strict.stop()
    }
  })
})

describe('who may post what', () => {
  const acts = {
    pause: { type: 'pause' },
    resume: { type: 'resume' },
    extend: { type: 'extend', minutes: 1 },
    shorten: { type: 'shorten', minutes: 1 },
    step: { type: 'step', step: 2 },
    edit: { type: 'edit', step: 3 },
    checklist: { type: 'checklist', prompt: 'scale' },
    note: { type: 'note', text: 'x' },
    rate: { type: 'rate', dimension: 'data', score: 3, evidence: 'Split by time.' },
    hint: { type: 'hint', hint: 1 },
    reveal: { type: 'reveal', item: 'curve-ball-1' },
    nudge: { type: 'nudge', kind: 'time' },
  }
  const hosts = ['hint', 'reveal', 'nudge']
  const slot = ['extend', 'shorten']

  it.each([
    ['free', 'owner', []],
    ['free', 'editor', hosts],
    ['free', 'observer', Object.keys(acts)],
    ['solo', 'owner', []],
    ['solo', 'editor', hosts],
    ['solo', 'observer', Object.keys(acts)],
    ['interview', 'owner', ['edit', 'rate']],
    ['interview', 'interviewer', ['edit', 'rate']],
    ['interview', 'candidate', [...hosts, ...slot]],
    ['interview', 'observer', Object.keys(acts)],
  ])('in a %s room: its %s may not post %j, and all else', async (mode, role, forbidden) => {
    const made = await createRoom(server.url, { mode })
    await post(made, 'owner', start)
    const refused: string[] = []
    for (const [name, act] of Object.entries(acts)) {
      const { status, error } = await post(made, role, act)
      if (status === 403) expect(error).toBe(`With this link you cannot post “${name}”.`)
      else expect([name, status]).toEqual([name, 200])
      if (status === 403) refused.push(name)
    }
    expect(refused.sort()).toEqual([...forbidden].sort())
  })
})

describe('a run is measured', () => {
  const planned = async (room: object, event: object) => {
    const made = await createRoom(server.url, room)
    expect((await post(made, 'owner', { ...start, ...event })).status).toBe(200)
    return (await logOf(made))[0]?.plan
  }
  const asMade = { framework: 'hello-interview', slot: 60 }

  it('as it was made, or as whoever starts it says; an interview only as its host made it', async () => {
    const asked = { framework: 'seven-steps', minutes: 30 }
    expect(await planned({ mode: 'solo', ...asMade }, {})).toEqual(planRun(helloInterview, 60))
    expect(await planned({ mode: 'solo', ...asMade, slot: '60' }, {})).toEqual(planRun(helloInterview, 60))
    expect(await planned({ mode: 'free', ...asMade }, asked)).toEqual(planRun(sevenSteps, 30))
    expect(await planned({ mode: 'interview', ...asMade }, asked)).toEqual(planRun(helloInterview, 60))
    expect(await planned({ mode: 'interview' }, asked)).toEqual(planRun(sevenSteps, 30))
  })
})
