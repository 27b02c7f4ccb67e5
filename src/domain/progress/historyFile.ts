import { jsonFault } from '../designFile/jsonFault.ts'
import { FileFault, isObject, quoted } from '../designFile/reading.ts'
import { readRecord } from './readRecord.ts'
import type { RunRecord } from './runRecord.ts'

/** What a file of this kind says it is. */
const FORMAT = 'drillboard-progress'
/** One higher where older versions of the app would misread the file. */
const VERSION = 1

/** Longest text that is read, in characters; a run is about two thousand. */
export const LONGEST_HISTORY = 16_000_000

type HistoryFile =
  | { readonly ok: true; readonly records: readonly RunRecord[] }
  /** Where and why, in a sentence. */
  | { readonly ok: false; readonly refused: string }

/** All runs in one file. */
export function writeHistory(records: Iterable<RunRecord>): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, runs: [...records] }, null, 2)}\n`
}

/** The runs in the text of a file, all of them; one that cannot be read refuses the whole file. */
export function readHistory(text: string): HistoryFile {
  try {
    return { ok: true, records: readRuns(parse(text)) }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    const { where, message } = error
    return { ok: false, refused: `${where.charAt(0).toUpperCase()}${where.slice(1)} ${message}` }
  }
}

function parse(text: string): unknown {
  if (text.length > LONGEST_HISTORY) {
    throw new FileFault('the file', `is longer than ${LONGEST_HISTORY / 1e6} million characters.`)
  }
  const json = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json)
  } catch {
    const { line, column, why } = jsonFault(json)
    throw new FileFault(`line ${line}, column ${column}`, `is no JSON: ${why}.`)
  }
}

function readRuns(json: unknown): readonly RunRecord[] {
  if (!isObject(json) || json.format !== FORMAT) {
    throw new FileFault('the file', `is JSON, but no progress of Drillboard: that has “format”: “${FORMAT}”.`)
  }
  const { version, runs } = json
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw new FileFault('version', `is ${quoted(version ?? null)}: it has to be a whole number from 1 on.`)
  }
  if (version > VERSION) {
    const wanted = `this Drillboard reads version ${VERSION}. Import it in the Drillboard that it comes from, or a newer one.`
    throw new FileFault('the file', `is of version ${version}; ${wanted}`)
  }
  if (!Array.isArray(runs)) throw new FileFault('runs', 'is no list: write [ … ] there.')
  return runs.map((run, n) => readRecord(run, `runs[${n}]`))
}
