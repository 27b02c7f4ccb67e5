import { describe, expect, it } from 'vitest'
import { createLedger } from '../../src/sync/ledger.ts'
import { foldSave, type SaveFacts } from '../../src/sync/save.ts'

const facts: SaveFacts = { unsent: false, written: 5, durable: 5, seenUpTo: [], offline: false, now: 100 }
const light = (change: Partial<SaveFacts>) => foldSave(undefined, { ...facts, ...change })

describe('the save light', () => {
  it('says “device” while an edit is unsent or not acknowledged, whoever saw it', () => {
    expect(light({ unsent: true, seenUpTo: [5] }).kind).toBe('device')
    expect(light({ durable: 4, seenUpTo: [5] }).kind).toBe('device')
  })
  it('says “server” once all is durable, and how many hold all of it', () => {
    expect(light({})).toEqual({ kind: 'server', others: 0, offline: false, since: 100 })
    expect(light({ seenUpTo: [4] })).toMatchObject({ kind: 'server', others: 0 })
    expect(light({ seenUpTo: [5, 4, 9] })).toMatchObject({ kind: 'seen', others: 2 })
  })
  it('calls nothing seen for somebody who changed nothing', () => {
    expect(light({ written: 0, durable: 0, seenUpTo: [0, 0] }).kind).toBe('server')
  })
  it('says offline beside each of them', () => {
    expect(light({ offline: true })).toMatchObject({ kind: 'server', offline: true })
    expect(light({ offline: true, written: 6 })).toMatchObject({ kind: 'device', offline: true })
  })
  it('keeps the time at which it became so', () => {
    const before = light({})
    expect(foldSave(before, { ...facts, now: 900 })).toBe(before)
    expect(foldSave(before, { ...facts, now: 900, durable: 4 }).since).toBe(900)
  })
})

describe('the ledger', () => {
  it('knows the clock up to which the server has everything', () => {
    const ledger = createLedger()
    ledger.begin()
    for (const clock of [3, 4, 7]) ledger.sent(clock)
    expect(ledger.durable.get()).toBe(0)
    ledger.acknowledged(2)
    expect(ledger.durable.get()).toBe(4)
    ledger.acknowledged(2)
    ledger.acknowledged(3)
    expect(ledger.durable.get()).toBe(7)
  })
  it('begins to count again with each connection and forgets nothing that is durable', () => {
    const ledger = createLedger()
    ledger.begin()
    for (const clock of [3, 9]) ledger.sent(clock)
    ledger.acknowledged(1)
    ledger.begin()
    expect(ledger.durable.get()).toBe(3)
    ledger.sent(9)
    ledger.acknowledged(1)
    expect(ledger.durable.get()).toBe(9)
  })
  it('is not misled by a count that is too large or goes back', () => {
    const ledger = createLedger()
    ledger.begin()
    ledger.sent(2)
    ledger.acknowledged(50)
    ledger.acknowledged(0)
    expect(ledger.durable.get()).toBe(2)
  })
})
