import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHistory, writeHistory } from '../../../src/domain/progress/historyFile.ts'
import { laterRecord, mergeRecords, renewedRecord } from '../../../src/domain/progress/laterRecord.ts'
import type { RunRecord } from '../../../src/domain/progress/runRecord.ts'
import { AS_PLANNED, anyRecord, recordFor } from '../../helpers/runRecords.ts'

const anyRecords = fc.array(anyRecord, { maxLength: 8 })
const good = recordFor({ minutes: AS_PLANNED })

/** A file whose one run has another value there. */
function fileWith(change: (run: Record<string, unknown>) => void): string {
  const run = structuredClone(good) as unknown as Record<string, unknown>
  change(run)
  return writeHistory([run as unknown as RunRecord])
}

function refusal(text: string): string {
  const read = readHistory(text)
  return read.ok ? '' : read.refused
}

describe('a file of runs', () => {
  it('reads back to the same runs', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        expect(readHistory(writeHistory(records))).toEqual({ ok: true, records })
      }),
    )
  })

  it.each([
    ['', 'Line 1, column 1 is no JSON'],
    ['{"format": "drillboard-progress",\n"version" 1}', 'Line 2, column 11 is no JSON'],
    ['[]', 'The file is JSON, but no progress of Drillboard'],
    ['{"nodes": []}', 'The file is JSON, but no progress of Drillboard'],
    [
      '{"format": "drillboard-progress", "version": "1", "runs": []}',
      'Version is “1”: it has to be a whole number',
    ],
    ['{"format": "drillboard-progress", "runs": []}', 'Version is “null”'],
    ['{"format": "drillboard-progress", "version": 1}', 'Runs is no list'],
    ['{"format": "drillboard-progress", "version": 1, "runs": [null]}', 'Runs[0] is no object'],
  ])('is refused where it is %j', (text, why) => {
    expect(refusal(text)).toContain(why)
  })

  it('is refused with a sentence where a newer version wrote it, whatever else is in it', () => {
    const text = '{"format": "drillboard-progress", "version": 2, "runs": {"other": true}}'
    expect(refusal(text)).toBe(
      'The file is of version 2; this Drillboard reads version 1. Import it in the Drillboard that it comes from, or a newer one.',
    )
  })

  it.each<[string, (run: Record<string, unknown>) => void, string]>([
    [
      'a room that is a path',
      (run) => (run.room = '../x'),
      'Runs[0].room is “../x”: it has to be 1 to 64 of',
    ],
    ['no title', (run) => delete run.title, 'Runs[0].title is missing'],
    ['a title too long', (run) => (run.title = 'x'.repeat(1_001)), 'Runs[0].title is “xxx'],
    [
      'an unknown mode',
      (run) => (run.mode = 'duel'),
      'Runs[0].mode is “duel”: it has to be one of free, solo',
    ],
    ['a side of nobody', (run) => (run.as = '__proto__'), 'Runs[0].as is “__proto__”'],
    [
      'a time that is no number',
      (run) => (run.finishedAt = 'yesterday'),
      'Runs[0].finishedAt is “yesterday”',
    ],
    ['a time no calendar has', (run) => (run.finishedAt = 1e300), 'Runs[0].finishedAt is “1e+300”'],
    ['an end before its start', (run) => (run.finishedAt = 1), 'Runs[0].finishedAt is before “startedAt”'],
    ['negative time', (run) => (run.elapsedMs = -1), 'Runs[0].elapsedMs is “-1”'],
    ['half a hint', (run) => (run.hints = 0.5), 'Runs[0].hints is “0.5”'],
    ['no parts', (run) => (run.parts = {}), 'Runs[0].parts is no list'],
    ['parts without end', (run) => (run.parts = Array(51).fill({})), 'Runs[0].parts has more than 50'],
    ['a part that is none', (run) => (run.parts = ['x']), 'Runs[0].parts[0] is no object'],
    [
      'two parts in one place',
      (run) => (run.parts = [good.parts[0], good.parts[0]]),
      'Runs[0].parts[1].place',
    ],
    ['a part nowhere', (run) => (run.parts = [{ ...good.parts[0], place: 0 }]), 'Runs[0].parts[0].place'],
    ['an eighth step', (run) => (run.parts = [{ ...good.parts[0], covers: [8] }]), 'Runs[0].parts[0].covers'],
    ['an unknown dimension', (run) => (run.ratings = { charm: 4 }), 'Runs[0].ratings.charm is none of'],
    [
      'a rating beyond the scale',
      (run) => (run.ratings = { data: 5 }),
      'Runs[0].ratings.data has to be 1, 2, 3 or 4',
    ],
    ['a rating at no time', (run) => (run.ratedAt = 'later'), 'Runs[0].ratedAt is “later”'],
    ['a rating in words', (run) => (run.ratings = { data: '4' }), 'Runs[0].ratings.data has to be'],
  ])('is refused whole for a run with %s', (_, change, why) => {
    expect(refusal(fileWith(change))).toContain(why)
  })

  it('is refused whole for one bad run among good ones', () => {
    const bad = { ...good, room: 'second', hints: -1 }
    expect(refusal(writeHistory([good, bad]))).toContain('Runs[1].hints')
  })

  it('is refused or read, and never throws, with any value in any place', () => {
    const paths = Object.keys(good)
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.jsonValue(), (key, value) => {
        const read = readHistory(fileWith((run) => (run[key] = value)))
        if (read.ok) expect(read.records[0]).toEqual({ ...good, [key]: value })
        else expect(read.refused).toContain(`uns[0].${key}`)
      }),
    )
  })

  it('of an older version, which did not say when a run was rated, is read', () => {
    const text = fileWith((run) => delete run.ratedAt)
    expect(readHistory(text)).toEqual({ ok: true, records: [{ ...good, ratedAt: null }] })
  })

  it('is refused with a sentence where something in it is nested without end', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`
    expect(refusal(`{"format": "drillboard-progress", "version": ${deep}, "runs": []}`)).toBe(
      `Version is “${'['.repeat(60)}…”: it has to be a whole number from 1 on.`,
    )
    expect(refusal(fileWith(() => {}).replace('"solo"', `{"a": ${deep}}`))).toContain(
      `Runs[0].mode is “{"a":${'['.repeat(55)}…”`,
    )
  })

  it('leaves out what no version knows, also under names of the language', () => {
    const text = fileWith(() => {}).replace('"title"', '"__proto__": {"mode": "free"}, "later": 1, "title"')
    expect(readHistory(text)).toEqual({ ok: true, records: [good] })
  })
})

describe('two records of one run', () => {
  const rated = { ...good, ratings: { data: 3 } }
  const later = { ...good, finishedAt: good.finishedAt + 1 }

  it('come to the later one, then to the one with more ratings', () => {
    expect(laterRecord(good, rated)).toBe(rated)
    expect(laterRecord(rated, good)).toBe(rated)
    expect(laterRecord(rated, later)).toBe(later)
    expect(laterRecord(good, { ...good, as: 'observer' })).toBe(good)
  })

  it('come to the one that was rated last, though it may have a rating less', () => {
    const before = { ...good, ratings: { data: 3, framing: 2 }, ratedAt: good.finishedAt + 1 }
    const after = { ...good, ratings: { data: 2 }, ratedAt: good.finishedAt + 2 }
    expect(laterRecord(before, after)).toBe(after)
    expect(laterRecord(after, before)).toBe(after)
    expect(laterRecord(after, rated)).toBe(after)
  })

  it('stay the candidate’s, though somebody who only watched knows one rating more', () => {
    const watched = { ...rated, as: 'observer' as const, ratedAt: good.finishedAt + 1 }
    expect(laterRecord(watched, good)).toEqual({ ...watched, as: 'candidate' })
    expect(laterRecord(good, watched)).toEqual({ ...watched, as: 'candidate' })
  })

  it('come to the same in whatever order files are merged, and however often', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, anyRecords, (a, b, c) => {
        const merged = mergeRecords(a, b, c)
        expect(mergeRecords(c, b, a)).toEqual(merged)
        expect(mergeRecords(mergeRecords(b, c).values(), a, a)).toEqual(merged)
      }),
    )
  })

  it('keep that the run was one’s own, where its board is opened by a link to watch', () => {
    expect(renewedRecord(rated, { ...good, as: 'observer' })).toEqual(good)
    expect(renewedRecord({ ...good, as: 'observer' }, good)).toBe(good)
    expect(renewedRecord(undefined, good)).toBe(good)
  })

  it('keep that somebody interviewed, where the candidate’s link is opened afterwards', () => {
    const asked = { ...good, mode: 'interview' as const, as: 'interviewer' as const }
    expect(renewedRecord(asked, { ...asked, as: 'candidate' })).toEqual(asked)
  })
})
