import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { EVENTS } from '../../src/document/names.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import { loadBrief } from '../../templates/problems/briefs.ts'
import { findProblem, problems } from '../../templates/problems/index.ts'
import { loadReference } from '../../templates/problems/references.ts'
import { change } from '../helpers/logByHand.ts'
import { startServer, type TestServer } from '../helpers/startServer.ts'
import { callApi, createRoom, joinDoc, type NewRoom } from '../helpers/syncClient.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const PROBLEM = 'song-recommendation'

type Mode = 'free' | 'solo' | 'interview'

const make = (mode: Mode, problem = PROBLEM) =>
  createRoom(server.url, { mode, problem, template: 'seven-steps' })

const post = ({ room, tokens }: NewRoom, role: string, body: unknown) =>
  callApi(server.url, 'POST', `/api/rooms/${room}/events`, body, tokens[role])

async function briefFor({ room, tokens }: NewRoom, role: string) {
  const { status, body, headers } = await callApi(
    server.url,
    'GET',
    `/api/rooms/${room}/brief`,
    undefined,
    tokens[role],
  )
  expect(headers.get('cache-control')).toBe('no-store')
  return { status, body }
}

/** Every sentence that a value holds, long enough to be found nowhere by chance. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return value.length > 24 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : []
}

/** Those of the brief, the public part aside. */
async function secrets(id = PROBLEM): Promise<string[]> {
  const told = JSON.stringify(findProblem(id))
  const all = sentences([await loadBrief(id), await loadReference(id)])
  return all.filter((sentence) => !told.includes(JSON.stringify(sentence).slice(1, -1)))
}

const leaked = (words: readonly string[], answer: unknown) => {
  const text = JSON.stringify(answer)
  return words.filter((sentence) => text.includes(JSON.stringify(sentence).slice(1, -1)))
}

const start = { type: 'start' }
const hint = (n: number) => ({ type: 'hint', hint: n })
const curveBall = (n: number) => ({ type: 'reveal', item: `curve-ball-${n}` })
const finish = { type: 'finish' }
const reveal = { type: 'reveal', item: 'brief' }

/** How much of the brief each role may read at each time. */
const SIGHT: readonly (readonly [Mode, string, string, readonly object[], 'all' | 'hints' | 'nothing'])[] = [
  ...(['free', 'solo'] as const).flatMap((mode) => [
    [mode, 'owner', 'before the start', [], 'hints'] as const,
    [mode, 'owner', 'during the run', [start], 'hints'] as const,
    [mode, 'owner', 'after the finish', [start, finish], 'all'] as const,
    ...['editor', 'observer'].flatMap((role) => [
      [mode, role, 'before the start', [], 'nothing'] as const,
      [mode, role, 'during the run', [start, hint(1)], 'nothing'] as const,
      [mode, role, 'though the owner revealed it', [start, reveal], 'nothing'] as const,
      [mode, role, 'after the finish', [start, finish], 'all'] as const,
    ]),
  ]),
  ...['owner', 'interviewer'].flatMap((role) => [
    ['interview', role, 'before the start', [], 'all'] as const,
    ['interview', role, 'after the finish', [start, finish], 'all'] as const,
  ]),
  ...['candidate', 'observer'].flatMap((role) => [
    ['interview', role, 'before the start', [], 'nothing'] as const,
    ['interview', role, 'during the run', [start, hint(1)], 'nothing'] as const,
    ['interview', role, 'after the finish', [start, finish], 'nothing'] as const,
    [
      'interview',
      role,
      'after something else was revealed',
      [start, { type: 'reveal', item: 'x' }],
      'nothing',
    ] as const,
    ['interview', role, 'after the brief was revealed', [start, reveal], 'all'] as const,
  ]),
]

describe('the brief of a problem', () => {
  it.each(SIGHT)('in a %s room, for the %s %s', async (mode, role, _, events, sight) => {
    const made = await make(mode)
    for (const event of events) expect((await post(made, 'owner', event)).status).toBe(200)
    const { status, body } = await briefFor(made, role)
    const words = await secrets()
    if (sight === 'all') {
      expect(status).toBe(200)
      expect(body).toMatchObject({ problem: PROBLEM, variant: null, sees: 'all' })
      expect(body.brief).toEqual(JSON.parse(JSON.stringify(await loadBrief(PROBLEM))))
      expect(body.reference).toEqual(await loadReference(PROBLEM))
    } else {
      expect(status).toBe(sight === 'hints' ? 200 : 403)
      if (sight === 'nothing') expect(Object.keys(body)).toEqual(['error'])
      expect(leaked(words, body)).toEqual([])
    }
  })

  it('gives whoever practises alone the hints that they asked for, the curve-balls that came, and no other', async () => {
    const made = await make('solo')
    await post(made, 'owner', [start, hint(3), hint(1), hint(3), hint(99), curveBall(2), curveBall(9)])
    const { hints = [], curveBalls = [] } = (await loadBrief(PROBLEM)) ?? {}
    const { body } = await briefFor(made, 'owner')
    expect(body).toEqual({
      problem: PROBLEM,
      variant: null,
      sees: 'hints',
      hintCount: hints.length,
      hints: [
        { number: 1, ...hints[0] },
        { number: 3, ...hints[2] },
      ],
      curveBallCount: curveBalls.length,
      curveBalls: [{ number: 2, says: curveBalls[1]?.says }],
    })
    const given = [hints[0]?.text, hints[2]?.text, curveBalls[1]?.says]
    expect(leaked(await secrets(), body).sort()).toEqual(given.sort())
  })

  it('is told of a run that nobody finished, once it has ended by itself', async () => {
    const made = await make('solo')
    const began = Date.now() - 3 * 3_600_000
    const plan = planRun(sevenSteps, 45)
    await server.terminate()
    await change(server.dataDir, `${made.room}/run`, (doc) =>
      doc.getArray(EVENTS).push([{ type: 'start', at: began, plan, seq: 1 }]),
    )
    await server.restart()
    expect((await briefFor(made, 'owner')).body).toMatchObject({ sees: 'all' })
  })

  it('is not let out by a candidate who ends the run, or says that it was revealed', async () => {
    const made = await make('interview')
    await post(made, 'owner', start)
    for (const event of [hint(1), reveal]) expect((await post(made, 'candidate', event)).status).toBe(403)
    expect((await post(made, 'candidate', finish)).status).toBe(200)
    expect((await briefFor(made, 'candidate')).status).toBe(403)
  })

  it('is in nothing else that a candidate can ask for or open', async () => {
    const made = await make('interview')
    await post(made, 'owner', [start, hint(1), hint(2)])
    const token = made.tokens.candidate ?? ''
    const info = await callApi(server.url, 'GET', `/api/rooms/${made.room}`, undefined, token)
    const [board, run] = ['board', 'run'].map((doc) => joinDoc(server.wsUrl, `${made.room}/${doc}`, token))
    await Promise.all([board?.synced, run?.synced])
    expect(run?.doc.getArray(EVENTS).length).toBe(3)
    const records = board?.doc.getMap('records').toJSON()
    expect(leaked(await secrets(), [info.body, records, run?.doc.getArray(EVENTS).toJSON()])).toEqual([])
    for (const client of [board, run]) client?.leave()
  })

  it('is told to nobody without a link, and there is none on a board without a problem', async () => {
    const made = await make('solo')
    expect((await briefFor({ ...made, tokens: {} }, 'owner')).status).toBe(401)
    const other = await make('solo')
    expect((await briefFor({ ...made, tokens: other.tokens }, 'owner')).status).toBe(401)
    const plain = await createRoom(server.url, { mode: 'solo' })
    expect(await briefFor(plain, 'owner')).toEqual({
      status: 404,
      body: { error: 'This board was not made for a problem.' },
    })
  })

  it('names the variant that the board was made for', async () => {
    const made = await make('interview', `${PROBLEM}/on-the-device`)
    expect((await briefFor(made, 'interviewer')).body).toMatchObject({
      problem: PROBLEM,
      variant: 'on-the-device',
      sees: 'all',
    })
  })

  it.each(problems.map(({ id }) => id))('is there for %s', async (id) => {
    expect((await secrets(id)).length).toBeGreaterThan(20)
    const made = await make('interview', id)
    const { status, body } = await briefFor(made, 'owner')
    expect(status).toBe(200)
    expect(leaked(await secrets(id), body).length).toBe((await secrets(id)).length)
  })
})

describe('a board made for a problem', () => {
  it.each(['nothing', `${PROBLEM}/nothing`, `${PROBLEM}/`, `${PROBLEM}/on-the-device/x`, 'constructor', 5])(
    'is not made for %j',
    async (problem) => {
      const { status, body } = await callApi(server.url, 'POST', '/api/rooms', { problem })
      expect([status, body.error]).toEqual([400, expect.stringMatching(/^“problem” .*\.$/)])
    },
  )

  it('has its title', async () => {
    const { room, tokens } = await make('solo')
    const { body } = await callApi(server.url, 'GET', `/api/rooms/${room}`, undefined, tokens.owner)
    expect(body).toMatchObject({ title: 'Song and playlist recommendation', problem: PROBLEM })
  })
})
