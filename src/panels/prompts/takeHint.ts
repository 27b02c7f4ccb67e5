import { readBrief } from '../../rooms/brief.ts'
import type { RunHere } from '../../rooms/runHere.ts'
import { hintAct, nextHint } from './nextHint.ts'

/** Takes the problem's next hint. Returns why there is none to take, in a sentence to be shown; null: it was taken. */
export async function takeHint({ board, post, mayHost, run }: RunHere): Promise<string | null> {
  const clock = run.get()?.clock
  if (!post || !mayHost) return 'With this link you take no hints.'
  if (!clock || clock.startedAt === null) return 'Start the clock first: hints belong to a run.'
  if (clock.finishedAt !== null) return 'This run is finished; the debrief has all hints.'
  try {
    const hint = nextHint(await readBrief(board))
    if (hint === null) return 'There are no more hints.'
    post(hintAct(hint))
    return null
  } catch (error) {
    return error instanceof Error ? error.message : 'The hint did not come. Try again.'
  }
}
