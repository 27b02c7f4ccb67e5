import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AS_PLANNED, recordFor } from '../helpers/runRecords.ts'

const record = recordFor({ minutes: AS_PLANNED }, { room: 'one' })
const other = { ...record, room: 'two' }
const KEY = 'drillboard.run.one'
const ASIDE = `drillboard.aside.${KEY}`

/** The module as a page that is loaded now has it. */
async function load() {
  vi.resetModules()
  return import('../../src/device/runHistory.ts')
}

function refuseToStore() {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
}

beforeEach(() => localStorage.clear())
afterEach(() => vi.restoreAllMocks())

describe('finished runs', () => {
  it('are there after a reload, each once however often it was kept', async () => {
    const before = await load()
    for (const one of [record, other, record]) expect(before.keepRun(one)).toBe(true)
    const after = await load()
    expect([...after.runHistory.get().values()]).toEqual([record, other])
    expect(after.damagedRuns.get()).toEqual([])
  })

  it('are renewed by what is known of them later, also where a rating was taken back', async () => {
    const { keepRun, runHistory } = await load()
    keepRun({ ...record, ratings: { data: 3 } })
    keepRun({ ...record, title: 'Renamed' })
    expect(runHistory.get().get('one')).toEqual({ ...record, title: 'Renamed' })
  })

  it('of two tabs never overwrite each other', async () => {
    const here = await load()
    const there = await load()
    there.keepRun(record)
    here.keepRun(other)
    const { runHistory } = await load()
    expect([...runHistory.get().keys()].sort()).toEqual(['one', 'two'])
  })

  it('that another tab keeps or forgets are known here', async () => {
    const { runHistory } = await load()
    localStorage.setItem(KEY, JSON.stringify(record))
    window.dispatchEvent(new StorageEvent('storage', { key: KEY }))
    expect(runHistory.get().get('one')).toEqual(record)
    localStorage.clear()
    window.dispatchEvent(new StorageEvent('storage', { key: null }))
    expect(runHistory.get().size).toBe(0)
  })

  it.each(['{"room":', '[]', '{"room":"one"}', JSON.stringify({ ...record, room: 'elsewhere' })])(
    'that are damaged (%s) are set aside, and cost no other',
    async (stored) => {
      localStorage.setItem(KEY, stored)
      localStorage.setItem('drillboard.run.two', JSON.stringify(other))
      const { damagedRuns, keepRun, runHistory } = await load()
      expect(damagedRuns.get()).toEqual(['one'])
      expect([...runHistory.get().keys()]).toEqual(['two'])
      expect(localStorage.getItem(ASIDE)).toBe(stored)
      keepRun(record)
      expect(runHistory.get().get('one')).toEqual(record)
      expect(localStorage.getItem(ASIDE)).toBe(stored)
    },
  )

  it('are known to this tab alone where the storage is full, which is said until there is room', async () => {
    const { keepRun, runHistory, unkeptRuns } = await load()
    refuseToStore()
    expect(keepRun(record)).toBe(false)
    expect(runHistory.get().get('one')).toEqual(record)
    expect([...unkeptRuns.get()]).toEqual(['one'])
    vi.restoreAllMocks()
    expect(keepRun(record)).toBe(true)
    expect(unkeptRuns.get().size).toBe(0)
  })

  it('from a file are added; of a run that is here, the record that knows more stays', async () => {
    const { addRuns, keepRun, runHistory } = await load()
    const rated = { ...record, ratings: { data: 3 } }
    keepRun(rated)
    expect(addRuns([record, other])).toBe(true)
    expect([...runHistory.get().values()]).toEqual([rated, other])
    expect(addRuns([{ ...rated, ratings: { data: 2, framing: 1 } }])).toBe(true)
    expect(runHistory.get().get('one')?.ratings).toEqual({ data: 2, framing: 1 })
  })
})
