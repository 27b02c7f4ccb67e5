import { CONTAINER_TYPES } from '../../../shapes/schemas.ts'
import type { RawRecord } from '../../../src/sync/rawRecord.ts'
import { repair } from '../../../src/sync/repair.ts'
import { board, content, type Network, type Peer } from '../network.ts'
import { lift } from './gestureActs.ts'
import { brokenInvariants } from './invariants.ts'

/** Every newcomer of a run has a Yjs client of its own, which no peer has. */
const FIRST_NEWCOMER = 1000

/** Everybody back and everything delivered: what is then not as it must be, in words; nothing if all is well. */
export function compareAll(network: Network): string[] {
  const { peers } = network
  for (const { editor } of peers) if (editor.inputs.isPointing) lift(editor)
  for (const peer of peers) peer.isCutOff = false
  network.settle()
  const [first, ...others] = peers
  if (!first) return []
  return [
    ...others.flatMap((peer, at) => differences(`peer 0 and peer ${at + 1}`, first, peer)),
    ...peers.flatMap((peer, at) => wrongAt(peer).map((wrong) => `peer ${at}: ${wrong}`)),
    ...wrongForNewcomer(network, first),
  ]
}

function differences(who: string, a: Peer, b: Peer): string[] {
  return [
    ...different(`the stores of ${who}`, board(a.editor), board(b.editor)),
    ...different(`the documents of ${who}`, content(a.doc), content(b.doc)),
    ...different(`the problems of ${who}`, problems(a), problems(b)),
  ]
}

function different(what: string, a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>) {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].flatMap((id) => {
    const [one, other] = [a[id], b[id]].map((value) => ordered(value))
    return one === other ? [] : [`${what} differ at ${id}:\n    ${one}\n    ${other}`]
  })
}

/** As text, whatever order the keys are in. */
function ordered(value: unknown): string {
  return String(
    JSON.stringify(value, (_, part: unknown) =>
      typeof part === 'object' && part !== null && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
        : part,
    ),
  )
}

function problems({ binding }: Peer) {
  return Object.fromEntries(binding.problems.get().map(({ id }) => [id, 'bad']))
}

function wrongAt({ editor, doc, binding }: Peer): string[] {
  const shown = editor.store.allRecords() as unknown as RawRecord[]
  const repairs = [...repair(shown, new Set(CONTAINER_TYPES)).keys()]
  return [
    ...brokenInvariants(editor),
    ...repairs.map((id) => `the repair finds more to do at ${id}`),
    ...(crashOf(editor) ? [`the editor has crashed: ${crashOf(editor)}`] : []),
    ...(doc.store.pendingStructs || doc.store.pendingDs ? ['updates wait for others'] : []),
    ...(binding.unsent.get() ? ['edits are unsent'] : []),
  ]
}

export function crashOf(editor: Peer['editor']): unknown {
  return (editor as unknown as { getCrashingError(): unknown }).getCrashingError()
}

function wrongForNewcomer(network: Network, first: Peer): string[] {
  const newcomer = network.add({ clientId: FIRST_NEWCOMER })
  network.peers.pop()
  newcomer.binding.flush()
  const wrote = newcomer.outbox.length > 0 ? ['a newcomer writes'] : []
  const wrong = [...wrote, ...differences('peer 0 and a newcomer', first, newcomer)]
  newcomer.binding.stop()
  newcomer.editor.dispose()
  return wrong
}
