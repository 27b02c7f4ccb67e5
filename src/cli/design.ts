import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { compareWords } from '../../shapes/compareWords.ts'
import { vocabulary } from '../../shapes/vocabulary.ts'
import { compare } from '../domain/compare/compare.ts'
import type { Design } from '../domain/design.ts'
import { LONGEST_FILE, readDesignFile } from '../domain/designFile/readDesignFile.ts'
import { estimate } from '../domain/estimate/estimate.ts'

/** `npm run --silent design -- <command> <file.json>…`: one JSON object a line, whatever else on stderr. */

const USAGE =
  'Type: npm run --silent design -- estimate <file.json>… or npm run --silent design -- compare <mine.json> <theirs.json>'
/** Of one file; the rest is counted. */
const MOST_WARNINGS = 50
/** UTF-8 takes at most so many bytes for a character of a string. */
const BYTES_PER_CHARACTER = 3

/** Why a file is not answered. */
class Refusal extends Error {
  override readonly name = 'Refusal'
}

// Whoever reads on may stop in the middle, as `head` does.
process.stdout.on('error', () => process.exit())

const [name, ...files] = process.argv.slice(2)
const [mine, theirs, ...others] = files
if (name === 'estimate' && files.length > 0) for (const file of files) tellEstimates(file)
else if (name === 'compare' && mine !== undefined && theirs !== undefined && others.length === 0)
  tellDifferences(mine, theirs)
else refuse(USAGE)

function tellEstimates(file: string) {
  const design = readOrRefuse(file)
  if (design) tell({ file, estimates: estimate(design) })
}

function tellDifferences(mine: string, theirs: string) {
  const [ours, others] = [readOrRefuse(mine), readOrRefuse(theirs)]
  if (ours && others) tell({ differences: compare(ours, others, compareWords) })
}

/** Both files are looked at, so that somebody who has to mend both is told at once. */
function readOrRefuse(file: string): Design | undefined {
  try {
    return readDesign(file)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    refuse(error.message)
    return undefined
  }
}

function tell(answer: object) {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}

function readDesign(file: string): Design {
  const read = readDesignFile(textOf(file), vocabulary)
  if (!read.ok) throw new Refusal(`${file}: ${read.problem.where} ${read.problem.what}`)
  for (const { where, what } of read.warnings.slice(0, MOST_WARNINGS)) say(`${file}: ${where}: ${what}`)
  const more = read.warnings.length - MOST_WARNINGS
  if (more > 0) say(`${file}: and ${more} more like these.`)
  return read.design
}

function textOf(file: string): string {
  // npm runs scripts where the project is, not where the person stands who types it.
  const path = resolve(process.env.INIT_CWD ?? '.', file)
  try {
    const { size } = statSync(path)
    if (size > LONGEST_FILE * BYTES_PER_CHARACTER)
      throw new Refusal(`${file}: the file is too large: ${size} bytes.`)
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(`${file}: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'there is no such file.'
  if (code === 'EISDIR') return 'this is a folder, not a file.'
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'the file is no text in UTF-8.'
  return `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`
}

function refuse(line: string) {
  say(line)
  process.exitCode = 2
}

/** One line, whatever a file has in it: signs that steer a terminal are written out. */
function say(line: string) {
  const shown = line.replace(
    /[\p{Cc}\p{Cf}\u2028\u2029]/gu,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
  process.stderr.write(`${shown}\n`)
}
