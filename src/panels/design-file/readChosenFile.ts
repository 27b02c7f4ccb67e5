import { vocabulary } from '../../../shapes/vocabulary.ts'
import type { Design } from '../../domain/design.ts'
import { LONGEST_FILE, readDesignFile } from '../../domain/designFile/readDesignFile.ts'
import type { FileProblem } from '../../domain/designFile/reading.ts'

/** What a file turned out to be. */
export type ChosenFile =
  | { readonly design: Design; readonly warnings: readonly FileProblem[] }
  /** Why it is no design, in a sentence. */
  | { readonly refused: string }

/** UTF-8 takes at most so many bytes for a character of a string. */
const BYTES_PER_CHARACTER = 3

/** Reads a file that may be anything. */
export async function readChosenFile(file: File): Promise<ChosenFile> {
  if (file.size > LONGEST_FILE * BYTES_PER_CHARACTER) {
    const most = `A design file has ${LONGEST_FILE / 1e6} million characters at most.`
    return { refused: `The file is too large: ${Math.ceil(file.size / 1e6)} MB. ${most}` }
  }
  const text = await textOf(file)
  if (text === null) return { refused: 'The file is no text in UTF-8, so it is no design file.' }
  const read = readDesignFile(text, vocabulary)
  if (!read.ok) return { refused: sentence(read.problem) }
  const { nodes, cards, composites, requirements } = read.design
  const parts = nodes.length + cards.length + composites.length + Object.keys(requirements).length
  if (parts === 0) return { refused: 'The design in this file is empty: there is nothing to add.' }
  return read
}

async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return null
  }
}

/** A problem with its place, beginning as a sentence does. */
function sentence({ where, what }: FileProblem): string {
  return `${where.charAt(0).toUpperCase()}${where.slice(1)} ${what}`
}
