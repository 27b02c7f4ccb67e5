import { addRuns, runHistory } from '../../device/runHistory.ts'
import { counted } from '../../domain/progress/headline.ts'
import { LONGEST_HISTORY, readHistory } from '../../domain/progress/historyFile.ts'

/** What came of an import, in a sentence. */
type Outcome =
  | { readonly said: string; readonly refused?: never }
  | { readonly refused: string; readonly said?: never }

/** UTF-8 takes at most so many bytes for a character of a string. */
const BYTES_PER_CHARACTER = 3

/** Adds the runs of a file to those of this browser: all of them, or none. */
export async function importHistory(file: File): Promise<Outcome> {
  if (file.size > LONGEST_HISTORY * BYTES_PER_CHARACTER) {
    return refusal(`The file is too large: ${Math.ceil(file.size / 1e6)} MB.`)
  }
  const text = await textOf(file)
  if (text === null) return refusal('The file is no text in UTF-8, so it holds no progress.')
  const read = readHistory(text)
  if (!read.ok) return refusal(read.refused)
  const before = runHistory.get()
  const isKept = addRuns(read.records)
  const after = runHistory.get()
  const added = after.size - before.size
  const renewed = [...before].filter(
    ([room, run]) => JSON.stringify(after.get(room)) !== JSON.stringify(run),
  ).length
  return { said: `${outcomeText(added, renewed)}${isKept ? '' : ' This browser has no room for them all.'}` }
}

const refusal = (why: string): Outcome => ({ refused: `${why} Nothing was imported.` })

function outcomeText(added: number, renewed: number): string {
  const parts = [
    ...(added > 0 ? [`${counted(added, 'run')} added`] : []),
    ...(renewed > 0 ? [`${counted(renewed, 'run')} renewed`] : []),
  ]
  return parts.length === 0 ? 'The file holds no run that is not here already.' : `${parts.join(', ')}.`
}

async function textOf(file: File): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch {
    return null
  }
}
