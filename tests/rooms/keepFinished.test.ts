import { atom } from '@tldraw/state'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { runHistory } from '../../src/device/runHistory.ts'
import { MINUTE_MS } from '../../src/domain/pace/clock.ts'
import { planRun } from '../../src/domain/pace/plan.ts'
import { foldRun, type Run } from '../../src/domain/pace/run.ts'
import type { Role, RoomInfo } from '../../src/rooms/api.ts'
import { keepFinished } from '../../src/rooms/keepFinished.ts'
import { sevenSteps } from '../../templates/frameworks/seven-steps.ts'
import { AS_PLANNED, DAY_MS, finishedRun, START } from '../helpers/runRecords.ts'

const INFO: RoomInfo = {
  room: 'r1',
  mode: 'solo',
  role: 'owner',
  title: 'Fraud',
  template: 'seven-steps',
  problem: 'payment-fraud/at-card-network-scale',
  framework: 'seven-steps',
  slot: '45',
}

let stop = () => {}
const run = atom<Run | null>('run', null)
const title = atom('title', 'Fraud')

afterEach(() => {
  stop()
  title.set('Fraud')
  run.set(null)
  runHistory.set(new Map())
  localStorage.clear()
})

function open({ role = 'owner', mode = 'solo' }: { role?: Role; mode?: RoomInfo['mode'] } = {}) {
  const source = { run, serverNow: () => START + DAY_MS }
  stop = keepFinished(source, { info: { ...INFO, mode }, role, title: () => title.get() })
}

const kept = () =>
  vi.waitFor(() => {
    const record = runHistory.get().get('r1')
    if (!record) throw new Error('The run is not kept yet.')
    return record
  })

const finished = finishedRun({ minutes: AS_PLANNED })

describe('the run of a room that is open', () => {
  it('is kept once it is finished, with its problem, variant and framework’s steps', async () => {
    open()
    run.set(foldRun([]))
    run.set(finished)
    expect(await kept()).toMatchObject({
      title: 'Fraud',
      problem: 'payment-fraud',
      variant: 'at-card-network-scale',
      as: 'candidate',
    })
    expect((await kept()).parts[6]).toMatchObject({ place: 6, covers: [6] })
  })

  it('is kept when it ends by itself, of which no event comes', async () => {
    const [opened, end] = [performance.now(), START + 105 * MINUTE_MS]
    const serverNow = () => end - 100 + performance.now() - opened
    const info = { info: INFO, role: 'owner', title: () => title.get() } as const
    run.set(foldRun([{ type: 'start', at: START, plan: planRun(sevenSteps, 45) }]))
    stop = keepFinished({ run, serverNow }, info)
    expect(runHistory.get().size).toBe(0)
    expect(await kept()).toMatchObject({ finishedAt: end, elapsedMs: 105 * MINUTE_MS })
    title.set('Fraud at scale')
    await vi.waitFor(async () => expect((await kept()).title).toBe('Fraud at scale'))
  })

  it('is renewed by a rating and another title', async () => {
    run.set(finished)
    open()
    await kept()
    run.set(foldRun([{ type: 'rate', dimension: 'data', score: 2, at: START + DAY_MS }], finished))
    await vi.waitFor(async () => expect((await kept()).ratings).toEqual({ data: 2 }))
    title.set('Fraud at scale')
    await vi.waitFor(async () => expect((await kept()).title).toBe('Fraud at scale'))
  })

  it.each<[Role, RoomInfo['mode'], string]>([
    ['owner', 'solo', 'candidate'],
    ['editor', 'free', 'observer'],
    ['observer', 'solo', 'observer'],
    ['candidate', 'interview', 'candidate'],
    ['owner', 'interview', 'interviewer'],
    ['interviewer', 'interview', 'interviewer'],
    ['observer', 'interview', 'observer'],
  ])('is to an %s of a %s room who comes when it is over one as %s', async (role, mode, as) => {
    run.set(finished)
    open({ role, mode })
    expect(await kept()).toMatchObject({ as, mode })
  })

  it('is an editor’s own where they were there while it was on, and stays so', async () => {
    let now = START + MINUTE_MS
    run.set(foldRun([{ type: 'start', at: START, plan: planRun(sevenSteps, 45) }]))
    const visitor = { info: INFO, role: 'editor', title: () => 'Fraud' } as const
    stop = keepFinished({ run, serverNow: () => now }, visitor)
    now = START + DAY_MS
    run.set(finished)
    expect(await kept()).toMatchObject({ as: 'candidate' })
    stop()
    stop = keepFinished({ run, serverNow: () => now }, visitor)
    run.set(foldRun([{ type: 'rate', dimension: 'data', score: 2, at: START + DAY_MS }], finished))
    await vi.waitFor(async () => expect((await kept()).ratings).toEqual({ data: 2 }))
    expect(await kept()).toMatchObject({ as: 'candidate' })
  })
})
