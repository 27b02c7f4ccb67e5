import { linesOf, type PanelText, PLAIN, put } from './layout.ts'

const EDGE = 16
/** Between two sentences, and around all of them, px. */
const GAP = 6
const AROUND = 18

/** Sentences about what is broken, one below the other at the foot of a panel: their height, and they from a top on. */
export function placeSentences(sentences: readonly string[], w: number) {
  const wrapped = sentences.map((sentence) => linesOf(sentence, w - 2 * EDGE, PLAIN))
  const lines = wrapped.reduce((sum, { length }) => sum + length, 0)
  const height = lines === 0 ? 0 : AROUND + lines * PLAIN.lineHeight + (wrapped.length - 1) * GAP
  function at(top: number): PanelText[] {
    let y = top + 20
    return wrapped.map((own) => {
      const text = put(EDGE, y, own, PLAIN, { tone: 'over' })
      y += own.length * PLAIN.lineHeight + GAP
      return text
    })
  }
  return { height, at }
}
