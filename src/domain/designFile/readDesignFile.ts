import type { Design } from '../design.ts'
import { findRequirement } from '../requirements.ts'
import { jsonFault } from './jsonFault.ts'
import {
  FileFault,
  type FileProblem,
  isObject,
  type JsonObject,
  listAt,
  objectAt,
  type Reading,
  type Vocabulary,
  warnOfOthers,
} from './reading.ts'
import { readCards, readComposites, readLinks, readNodes } from './readParts.ts'
import { readProps } from './readValue.ts'

/** Longest text that is read, in characters; a full board is a tenth of it. */
export const LONGEST_FILE = 8_000_000
/** As many shapes as a board holds. */
const MOST_PARTS = 4_000
const DEEPEST = 20

const PARTS = ['requirements', 'nodes', 'links', 'cards', 'composites']

export type DesignFile =
  | { readonly ok: true; readonly design: Design; readonly warnings: readonly FileProblem[] }
  | { readonly ok: false; readonly problem: FileProblem }

/**
 * The design that a text is, which may come from anywhere: nothing in it is trusted, all text stays text.
 * What is odd but can be kept, or left out without harm, is a warning; anything else is the problem that
 * makes it no design.
 */
export function readDesignFile(text: string, words: Vocabulary): DesignFile {
  const warnings: FileProblem[] = []
  const reading: Reading = { words, warn: (where, what) => warnings.push({ where, what }) }
  try {
    return { ok: true, design: readWhole(parse(text), reading), warnings }
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return { ok: false, problem: { where: error.where, what: error.message } }
  }
}

/** The text of a file that reads back to the same design. */
export function writeDesignFile({ requirements, nodes, links, cards, composites }: Design): string {
  return `${JSON.stringify({ requirements, nodes, links, cards, composites }, null, 2)}\n`
}

function parse(text: string): unknown {
  if (text.length > LONGEST_FILE)
    throw new FileFault('the file', `is longer than ${LONGEST_FILE / 1e6} million characters.`)
  const json = text.replace(/^\uFEFF/, '')
  try {
    return JSON.parse(json)
  } catch {
    const { line, column, why } = jsonFault(json)
    throw new FileFault(`line ${line}, column ${column}`, `is no JSON: ${why}.`)
  }
}

function readWhole(json: unknown, reading: Reading): Design {
  if (!isObject(json) || !Object.hasOwn(json, 'nodes'))
    throw new FileFault('the file', 'is JSON, but no design: that is an object with a list “nodes”.')
  if (isDeep(json)) throw new FileFault('the file', `is nested deeper than ${DEEPEST} levels.`)
  const parts = PARTS.flatMap((key) => (Array.isArray(json[key]) ? json[key] : [])).length
  if (parts > MOST_PARTS) throw new FileFault('the file', `has ${parts} parts; a board holds ${MOST_PARTS}.`)
  listAt(json.nodes ?? 'none', 'nodes')
  warnOfOthers(json, PARTS, '', reading)
  const nodes = readNodes(json.nodes, reading)
  return {
    requirements: readRequirements(json, reading),
    nodes,
    links: readLinks(json.links, nodes, reading),
    cards: readCards(json.cards, reading),
    composites: readComposites(json.composites, nodes, reading),
  }
}

function readRequirements(json: JsonObject, reading: Reading): Design['requirements'] {
  const written = objectAt(json.requirements ?? {}, 'requirements')
  return readProps(written, 'requirements', findRequirement, reading)
}

/** Level by level, since what is too deep for a recursion is what this looks for. */
function isDeep(json: unknown): boolean {
  let level: unknown[] = [json]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return true
    level = level.flatMap((value) =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    )
  }
  return false
}
