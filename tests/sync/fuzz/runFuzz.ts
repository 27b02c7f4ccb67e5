import { createHash, type Hash } from 'node:crypto'
import { vi } from 'vitest'
import * as Y from 'yjs'
import { chance } from '../chance.ts'
import { board, Network, type Peer } from '../network.ts'
import { type Act, oneOf, type Scene } from './act.ts'
import { boardActs } from './boardActs.ts'
import { compareAll, crashOf } from './compare.ts'
import { inFixedWorld } from './fixedWorld.ts'
import { gestureActs, handActs } from './gestureActs.ts'
import { hostileActs } from './hostileActs.ts'
import { shapeActs } from './shapeActs.ts'

export interface FuzzOptions {
  readonly seed: number
  readonly steps: number
  /** 3 to 5 people. */
  readonly editors: number
  /** Called whenever everything was compared. */
  readonly onCompared?: (step: number) => void
}

export interface FuzzResult {
  /** Of every update that was written, in order, and of the board at the end. */
  readonly digest: string
  readonly updates: number
  readonly counts: Readonly<Record<string, number>>
}

const COMPARE_EVERY = 100
/** The seed itself; the people begin above it. */
const FIRST_CLIENT = 10

const restActs: Readonly<Record<string, Act>> = { ...shapeActs, ...boardActs, ...handActs, ...hostileActs }
/** Names of acts, as often as their share. */
const SHARES = [...Object.keys(restActs), 'create', 'create', 'undo', 'undo', 'redo', 'mark', 'mark']
const GESTURE_SHARES = ['drag', 'drag', 'drag', 'drag', 'drop', 'escape']

/**
 * Several people do things at random to one board, with messages late, out of order and lost for a while.
 * The same options give the same run, to the last byte.
 *
 * @throws with seed, step, act and what was wrong
 */
export function runFuzz(options: FuzzOptions): FuzzResult {
  return inFixedWorld(options.seed, () => {
    const network = new Network()
    try {
      return play(network, options)
    } finally {
      network.stop()
    }
  })
}

function play(network: Network, { seed, steps, editors, onCompared }: FuzzOptions): FuzzResult {
  const scene: Scene = { pick: chance(seed), spoiled: new Map(), named: 0 }
  for (let at = 0; at < editors; at += 1) network.add({ clientId: FIRST_CLIENT + at })
  const written = listen(network)
  const counts: Record<string, number> = {}
  for (let step = 1; step <= steps; step += 1) {
    const at = scene.pick(editors)
    const name = nameOf(network.peers[at], scene)
    counts[name] = (counts[name] ?? 0) + 1
    explain(`seed ${seed}, editors ${editors}, step ${step}, ${name} by peer ${at}`, () => {
      takeStep(network, at, name, scene)
      if (step % COMPARE_EVERY > 0 && step < steps) return []
      return compareAll(network)
    })
    if (step % COMPARE_EVERY === 0) onCompared?.(step)
  }
  for (const { editor } of network.peers) written.hash.update(JSON.stringify(board(editor)))
  return { digest: written.hash.digest('hex').slice(0, 16), updates: written.updates, counts }
}

/** Throws what `run` throws, or finds wrong, with where it was. */
function explain(where: string, run: () => readonly string[]) {
  let wrong: readonly string[]
  try {
    wrong = run()
  } catch (cause) {
    throw new Error(`${where}: ${cause instanceof Error ? cause.stack : cause}`, { cause })
  }
  if (wrong.length > 0) throw new Error(`${where}:\n  ${wrong.slice(0, 10).join('\n  ')}`)
}

function listen({ peers }: Network): { hash: Hash; updates: number } {
  const written = { hash: createHash('sha256'), updates: 0 }
  for (const { doc } of peers) {
    doc.on('update', (update, origin) => {
      if (origin === 'network') return
      written.updates += 1
      written.hash.update(update)
    })
  }
  return written
}

function nameOf(peer: Peer | undefined, scene: Scene): string {
  const names = peer?.editor.inputs.isPointing ? GESTURE_SHARES : SHARES
  return oneOf(names, scene) ?? 'mark'
}

function takeStep(network: Network, at: number, name: string, scene: Scene) {
  const { pick } = scene
  const peer = network.peers[at]
  if (!peer) return
  const act = gestureActs[name] ?? restActs[name]
  act?.(peer, scene)
  vi.advanceTimersByTime(pick(40))
  if (pick(60) === 0) peer.isCutOff = !peer.isCutOff
  for (const from of network.peers) send(network, from)
  for (const to of network.peers) if (!to.isCutOff && pick(3) === 0) receive(to, scene)
  for (const { editor } of network.peers) if (crashOf(editor)) throw crashOf(editor)
}

function send({ peers }: Network, from: Peer) {
  const written = from.outbox.splice(0)
  for (const to of peers) if (to !== from) to.missed.push(...written)
}

/** Some of what is under way arrives, often in another order. */
function receive({ doc, missed }: Peer, { pick }: Scene) {
  for (let left = pick(4); left >= 0 && missed.length > 0; left -= 1) {
    const at = pick(3) === 0 ? pick(missed.length) : 0
    for (const update of missed.splice(at, 1)) Y.applyUpdate(doc, update, 'network')
  }
}
