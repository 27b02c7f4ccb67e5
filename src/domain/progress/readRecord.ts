import { DIMENSION_IDS, type DimensionId } from '../debrief/rubric.ts'
import { FileFault, type JsonObject, objectAt, placeIn, quoted } from '../designFile/reading.ts'
import { isStep, type Place } from '../pace/plan.ts'
import type { Ratings, RecordedPart, RunRecord } from './runRecord.ts'

const LONGEST_TEXT = 1_000
const MOST_PARTS = 50
/** The last moment that a date can name, ms since 1970. */
const LAST_MOMENT = 8.64e15
/** No run is a thousand hours long. */
const LONGEST_MS = 3.6e9

const ROOM = /^[a-z0-9][a-z0-9-]{0,63}$/
const ID = /^[a-z0-9][a-z0-9-]{0,63}$/

/**
 * The record that a value is, which may come from anywhere; what else it holds is left out.
 *
 * @throws {FileFault} where it is none
 */
export function readRecord(value: unknown, where: string): RunRecord {
  const object = objectAt(value, where)
  const at = fieldsOf(object, where)
  const record: RunRecord = {
    room: at.text('room', ROOM),
    title: at.text('title'),
    mode: at.oneOf('mode', ['free', 'solo', 'interview']),
    as: at.oneOf('as', ['candidate', 'interviewer', 'observer']),
    problem: at.idOrNull('problem'),
    variant: at.idOrNull('variant'),
    framework: at.text('framework', ID),
    isStrict: at.flag('isStrict'),
    startedAt: at.number('startedAt', LAST_MOMENT),
    finishedAt: at.number('finishedAt', LAST_MOMENT),
    slotMs: at.number('slotMs', LONGEST_MS),
    elapsedMs: at.number('elapsedMs', LONGEST_MS),
    pausedMs: at.number('pausedMs', LAST_MOMENT),
    hints: at.number('hints', Number.MAX_SAFE_INTEGER),
    parts: readParts(object.parts, placeIn(where, 'parts')),
    ratings: readRatings(object.ratings, placeIn(where, 'ratings')),
    // Records of older versions have none.
    ratedAt: (object.ratedAt ?? null) === null ? null : at.number('ratedAt', LAST_MOMENT),
  }
  if (record.finishedAt < record.startedAt) {
    throw new FileFault(placeIn(where, 'finishedAt'), 'is before “startedAt”.')
  }
  return record
}

/** Reads fields one by one, each with its own complaint. */
function fieldsOf(object: JsonObject, where: string) {
  const valueAt = (key: string) => (Object.hasOwn(object, key) ? object[key] : undefined)
  const refuse = (key: string, is: string): never => {
    const value = valueAt(key)
    const found = value === undefined ? 'is missing' : `is ${quoted(value)}`
    throw new FileFault(placeIn(where, key), `${found}: it has to be ${is}.`)
  }
  const isText = (value: unknown): value is string =>
    typeof value === 'string' && value.length <= LONGEST_TEXT
  return {
    text(key: string, pattern?: RegExp): string {
      const value = valueAt(key)
      if (isText(value) && (pattern?.test(value) ?? true)) return value
      return refuse(key, pattern ? '1 to 64 of a-z, 0-9 and “-”' : `text of at most ${LONGEST_TEXT} letters`)
    },
    idOrNull(key: string): string | null {
      const value = valueAt(key)
      if (value === null || (isText(value) && ID.test(value))) return value
      return refuse(key, '1 to 64 of a-z, 0-9 and “-”, or null')
    },
    oneOf<Option extends string>(key: string, options: readonly Option[]): Option {
      const value = valueAt(key)
      return options.find((option) => option === value) ?? refuse(key, `one of ${options.join(', ')}`)
    },
    flag(key: string): boolean {
      const value = valueAt(key)
      return typeof value === 'boolean' ? value : refuse(key, 'true or false')
    },
    number(key: string, most: number): number {
      const value = valueAt(key)
      if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value
      return refuse(key, `a whole number from 0 to ${most}`)
    },
  }
}

function readParts(value: unknown, where: string): readonly RecordedPart[] {
  if (!Array.isArray(value)) throw new FileFault(where, 'is no list: write [ … ] there.')
  if (value.length > MOST_PARTS) throw new FileFault(where, `has more than ${MOST_PARTS} parts.`)
  const parts = value.map((part, n) => readPart(part, `${where}[${n}]`))
  const twice = parts.findIndex(({ place }, n) => parts.slice(0, n).some((other) => other.place === place))
  if (twice >= 0) throw new FileFault(`${where}[${twice}].place`, 'is the place of a part before it, too.')
  return parts
}

function readPart(value: unknown, where: string): RecordedPart {
  const object = objectAt(value, where)
  const at = fieldsOf(object, where)
  return {
    place: readPlace(object.place, placeIn(where, 'place')),
    short: at.text('short'),
    covers: readCovers(object.covers, placeIn(where, 'covers')),
    isProtected: at.flag('isProtected'),
    plannedMs: at.number('plannedMs', LONGEST_MS),
    spentMs: at.number('spentMs', LONGEST_MS),
  }
}

function readPlace(value: unknown, where: string): Place {
  if (value === 'intro' || value === 'wrap-up' || (isStep(value) && value >= 1 && value <= MOST_PARTS)) {
    return value
  }
  throw new FileFault(where, 'has to be the number of a step, “intro” or “wrap-up”.')
}

function readCovers(value: unknown, where: string): readonly number[] {
  const isSeedStep = (step: unknown) => Number.isInteger(step) && Number(step) >= 1 && Number(step) <= 7
  if (Array.isArray(value) && value.every(isSeedStep) && new Set(value).size === value.length) {
    return value.map(Number)
  }
  throw new FileFault(where, 'has to be a list of steps, 1 to 7, each once.')
}

function readRatings(value: unknown, where: string): Ratings {
  const ratings: Partial<Record<DimensionId, number>> = {}
  for (const [key, score] of Object.entries(objectAt(value, where))) {
    const dimension = DIMENSION_IDS.find((id) => id === key)
    if (!dimension) throw new FileFault(placeIn(where, key), `is none of ${DIMENSION_IDS.join(', ')}.`)
    if (![1, 2, 3, 4].includes(Number(score)) || typeof score !== 'number') {
      throw new FileFault(placeIn(where, key), 'has to be 1, 2, 3 or 4.')
    }
    ratings[dimension] = score
  }
  return ratings
}
