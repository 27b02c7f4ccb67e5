import type { Editor } from 'tldraw'
import { boardSays } from '../../../shapes/shared/boardSays.ts'
import { findFramework } from '../../../templates/frameworks/index.ts'
import { dueCurveBall } from '../../domain/pace/curveBall.ts'
import { dueNudges } from '../../domain/pace/dueNudges.ts'
import { readBrief } from '../../rooms/brief.ts'
import type { RunHere } from '../../rooms/runHere.ts'

const LOOK_EVERY_MS = 1_000
/** A server that does not answer is left alone for a while. */
const ASK_AGAIN_MS = 30_000

/**
 * Says in passing what the time asks for, each thing once in a run, and deals the curve-ball when its time has come.
 * Returns how to stop.
 */
export function sayDue(editor: Editor, here: RunHere, hasProblem: boolean): () => void {
  const said = new Set<string>()
  const deal = curveBallDealer(editor, here)
  const timer = setInterval(() => {
    sayNudges(editor, here, said)
    if (hasProblem) deal()
  }, LOOK_EVERY_MS)
  return () => clearInterval(timer)
}

function sayNudges(editor: Editor, { run: signal, serverNow, post, mayHost }: RunHere, said: Set<string>) {
  const run = signal.get()
  const framework = findFramework(run?.clock.plan?.framework ?? '')
  if (!run || !framework || !post) return
  for (const { step, when, say } of dueNudges(framework, run, serverNow())) {
    const id = `alarm-${step}-${when}`
    if (said.has(id) || run.ids.has(id)) continue
    said.add(id)
    boardSays(editor).set(say)
    // So that the debrief has it, and a reload does not say it again.
    if (mayHost) post({ type: 'nudge', kind: 'time', text: say, id })
  }
}

function curveBallDealer(editor: Editor, { run: signal, board, serverNow, post, mayHost }: RunHere) {
  let count: number | null = null
  let askAgainAt = 0
  const ask = () => {
    askAgainAt = Date.now() + ASK_AGAIN_MS
    readBrief(board)
      .then((brief) => {
        count = brief.curveBallCount
      })
      .catch(() => {})
  }
  return () => {
    const run = signal.get()
    if (!run?.wantsCurveBall || !mayHost || !post) return
    if (count === null) {
      if (Date.now() >= askAgainAt && run.clock.finishedAt === null) ask()
      return
    }
    const item = dueCurveBall(run, board.room, count, serverNow())
    if (item === null || run.ids.has(CURVE_BALL_ID)) return
    post({ type: 'reveal', item, id: CURVE_BALL_ID })
    count = 0
    boardSays(editor).set('A new constraint: it stands at the top of Prompts.')
  }
}

/** The same in every tab: it is dealt once. */
const CURVE_BALL_ID = 'curve-ball'
