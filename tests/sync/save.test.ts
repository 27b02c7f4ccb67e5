import { describe, expect, it } from 'vitest'
import { type Clocks, covers, together } from '../../src/sync/clocks.ts'
import { createLedger } from '../../src/sync/ledger.ts'
import { foldSave, type SaveFacts } from '../../src/sync/save.ts'

const clocks = (...pairs: [number, number][]): Clocks => new Map(pairs)
const facts: SaveFacts = {
  unsent: false,
  written: clocks([1, 5]),
  durable: clocks([1, 5]),
  isKept: true,
  trouble: null,
  own: 5,
  seenUpTo: [],
  link: 'online',
  now: 100,
}
const light = (change: Partial<SaveFacts>) => foldSave(undefined, { ...facts, ...change })

describe('the save light', () => {
  it('says “tab” for an edit that is nowhere else, whoever saw it', () => {
    expect(light({ unsent: true, seenUpTo: [5] }).kind).toBe('tab')
    expect(light({ durable: clocks([1, 4]), isKept: false }).kind).toBe('tab')
    expect(light({ durable: clocks([1, 4]), isKept: true, trouble: 'full' }).kind).toBe('tab')
  })
  it('says “device” once this device keeps it and the server does not, whoever saw it', () => {
    expect(light({ durable: clocks([1, 4]), seenUpTo: [5] }).kind).toBe('device')
  })
  it('counts what other sessions of this browser wrote, too', () => {
    expect(light({ written: clocks([1, 5], [2, 3]) }).kind).toBe('device')
    expect(light({ written: clocks([1, 5], [2, 3]), durable: clocks([1, 5], [2, 3], [9, 9]) }).kind).toBe(
      'server',
    )
  })
  it('says “server” once all is durable, also where this device keeps nothing, and how many hold all of it', () => {
    expect(light({ isKept: false, trouble: 'forbidden' })).toMatchObject({
      kind: 'server',
      device: { is: false },
    })
    expect(light({ seenUpTo: [4] })).toMatchObject({ kind: 'server', seen: { by: 0, of: 1 } })
    expect(light({ seenUpTo: [5, 4, 9] })).toMatchObject({ kind: 'seen', seen: { by: 2, of: 3 } })
  })
  it('calls nothing seen for somebody who changed nothing', () => {
    expect(light({ own: 0, seenUpTo: [0, 0] })).toMatchObject({ kind: 'server', seen: { by: null, of: 2 } })
  })
  it('says beside each of them whether edits travel', () => {
    expect(light({ link: 'offline' })).toMatchObject({
      kind: 'server',
      link: 'offline',
      online: { is: false },
    })
    expect(light({ link: 'held', written: clocks([1, 6]) })).toMatchObject({ kind: 'device', link: 'held' })
  })
  it('keeps of each the time at which it became so', () => {
    const before = light({})
    expect(foldSave(before, { ...facts, now: 900 })).toBe(before)
    const behind = foldSave(before, { ...facts, now: 900, durable: clocks([1, 4]) })
    expect(behind.server).toEqual({ is: false, since: 900 })
    expect(behind.device).toEqual({ is: true, since: 100 })
    expect(foldSave(behind, { ...facts, now: 950, seenUpTo: [5] })).toMatchObject({
      server: { is: true, since: 950 },
      seen: { by: 1, of: 1, since: 950 },
      online: { is: true, since: 100 },
    })
  })
  it('remembers whether edits have travelled since the board was opened', () => {
    const kept = light({ link: 'offline' })
    const been = foldSave(light({}), { ...facts, link: 'offline', now: 300 })
    expect([kept.wasOnline, been.wasOnline]).toEqual([false, true])
    expect(been.online).toEqual({ is: false, since: 300 })
  })
})

describe('clocks', () => {
  it('cover what they hold, and grow together', () => {
    const have = clocks([1, 5], [2, 1])
    expect(covers(have, clocks([1, 5]))).toBe(true)
    expect(covers(have, clocks([3, 1]))).toBe(false)
    expect(together(have, clocks([1, 4]))).toBe(have)
    expect(together(have, clocks([2, 7], [3, 1]))).toEqual(clocks([1, 5], [2, 7], [3, 1]))
  })
})

describe('the ledger', () => {
  it('knows what the server has of what was sent', () => {
    const ledger = createLedger()
    ledger.begin()
    for (const clock of [3, 4, 7]) ledger.sent(clocks([1, clock]))
    expect(ledger.durable.get()).toEqual(clocks())
    ledger.acknowledged(2)
    expect(ledger.durable.get()).toEqual(clocks([1, 4]))
    ledger.acknowledged(2)
    ledger.acknowledged(3)
    expect(ledger.durable.get()).toEqual(clocks([1, 7]))
  })
  it('begins to count again with each connection', () => {
    const ledger = createLedger()
    ledger.begin()
    for (const clock of [3, 9]) ledger.sent(clocks([1, clock]))
    ledger.acknowledged(1)
    ledger.begin()
    expect(ledger.durable.get()).toEqual(clocks([1, 3]))
    ledger.sent(clocks([1, 9]))
    ledger.acknowledged(1)
    expect(ledger.durable.get()).toEqual(clocks([1, 9]))
  })
  it('adds what the server passes on, and believes the state it names, also one that has less', () => {
    const ledger = createLedger()
    ledger.states(clocks([1, 9]))
    ledger.passedOn(clocks([2, 4]))
    expect(ledger.durable.get()).toEqual(clocks([1, 9], [2, 4]))
    ledger.states(clocks([1, 2]))
    expect(ledger.durable.get()).toEqual(clocks([1, 2]))
  })
  it('is not misled by a count that is too large or goes back', () => {
    const ledger = createLedger()
    ledger.begin()
    ledger.sent(clocks([1, 2]))
    ledger.acknowledged(50)
    ledger.acknowledged(0)
    expect(ledger.durable.get()).toEqual(clocks([1, 2]))
  })
})
