import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import * as Y from 'yjs'

/** The map that the pair draws in. */
export const MAP = 'pair'

export type ToPair = 'count' | 'figures' | 'finish'
export type FromPair =
  | { readonly type: 'ready'; readonly ids: readonly number[] }
  | { readonly type: 'count'; readonly edits: number }
  | { readonly type: 'figures'; readonly gaps: readonly number[] }
  | { readonly type: 'board'; readonly update: string }
  | { readonly type: 'closed'; readonly why: string }

/** Two people who keep drawing, 20 edits a second, whatever others do. */
export interface Pair {
  /** Their presence ids. */
  readonly ids: readonly number[]
  /** How many edits they have made so far. */
  count(): Promise<number>
  /** ms from each edit until the other had it, since asked last. */
  gaps(): Promise<readonly number[]>
  /** Stops drawing; the board as both have it, once they have the same. */
  finish(): Promise<Y.Doc>
  /** Why connections of theirs ended. */
  readonly closed: readonly string[]
  leave(): void
}

const FILE = fileURLToPath(new URL('./pairProcess.ts', import.meta.url))
const ANSWER_WITHIN_MS = 60_000

export async function startPair(url: string, token: string): Promise<Pair> {
  const child = fork(FILE, [url, token], { execArgv: ['--import', 'tsx'] })
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  child.once('exit', () => process.off('exit', killWithUs))
  const closed: string[] = []
  child.on('message', (message: FromPair) => message.type === 'closed' && closed.push(message.why))
  const { ids } = await told(child, 'ready')
  const asked = <T extends FromPair['type']>(question: ToPair, type: T) => {
    const answer = told(child, type)
    child.send(question)
    return answer
  }
  return {
    ids,
    closed,
    count: async () => (await asked('count', 'count')).edits,
    gaps: async () => (await asked('figures', 'figures')).gaps,
    async finish() {
      const board = new Y.Doc()
      Y.applyUpdate(board, Buffer.from((await asked('finish', 'board')).update, 'base64'))
      return board
    },
    leave: () => child.connected && child.disconnect(),
  }
}

function told<T extends FromPair['type']>(child: ChildProcess, type: T) {
  return new Promise<Extract<FromPair, { type: T }>>((resolve, reject) => {
    const end = (error: Error) => {
      clearTimeout(timer)
      child.off('message', onMessage)
      reject(error)
    }
    const timer = setTimeout(() => end(new Error(`The pair says no ${type}.`)), ANSWER_WITHIN_MS)
    const onMessage = (message: FromPair) => {
      if (message.type !== type) return
      clearTimeout(timer)
      child.off('message', onMessage)
      child.off('exit', onExit)
      resolve(message as Extract<FromPair, { type: T }>)
    }
    const onExit = () => end(new Error('The pair’s process ended.'))
    child.on('message', onMessage)
    child.once('exit', onExit)
  })
}
