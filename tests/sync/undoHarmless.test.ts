import type { Editor, TLArrowBinding, TLShape } from 'tldraw'
import { afterEach, expect, it } from 'vitest'
import { chance } from './chance.ts'
import { board, component, funnel, id, Network, type Peer } from './network.ts'

let network: Network | undefined
afterEach(() => network?.stop())

type Pick = (below: number) => number
type Leaves = Record<string, unknown>
type Board = Record<string, Leaves>

/** Where a shape is: when its parent changes back all of these do, and it may stay where it is on the page. */
const PLACE = new Set(['x', 'y', 'rotation', 'index', 'parentId'])

let made = 0
const some = ({ editor }: Peer, pick: Pick, isFit: (type: string) => boolean = () => true) => {
  const shapes = editor.getCurrentPageShapesSorted().filter(({ type }) => isFit(type))
  return shapes[pick(shapes.length)]
}
const isNode = (type: string) => type === 'component' || type === 'funnel'

const acts: ((peer: Peer, pick: Pick) => void)[] = [
  ({ editor }, pick) => {
    made += 1
    const shape = pick(3) > 0 ? component(`s${made}`, pick(900), pick(600)) : funnel(`s${made}`)
    editor.createShapes([shape])
  },
  ({ editor }, pick) => {
    made += 1
    const props = { w: 300, h: 200, step: 1, name: '', minutes: null, draw: '', starters: [] }
    editor.createShapes([{ id: id(`s${made}`), type: 'step-frame', x: pick(900), y: pick(600), props }])
  },
  (peer, pick) => {
    const shape = some(peer, pick, (type) => type !== 'arrow')
    if (shape) peer.editor.nudgeShapes([shape], { x: 1 + pick(50), y: pick(50) })
  },
  (peer, pick) => {
    const shape = some(peer, pick, isNode)
    made += 1
    if (shape) peer.editor.updateShape({ ...shape, props: { label: `label ${made}` } } as never)
  },
  (peer, pick) => {
    const shape = some(peer, pick, (type) => type === 'funnel')
    if (!shape) return
    const { stages } = shape.props as unknown as { stages: Record<string, object> }
    const stage = pick(2) === 0 ? 's1' : 's2'
    const { [stage]: now, ...left } = stages
    made += 1
    const next = pick(4) === 0 || !now ? left : { ...left, [stage]: { ...now, itemsOut: made } }
    peer.editor.updateShape({ id: shape.id, type: 'funnel', props: { stages: next } } as never)
  },
  (peer, pick) => {
    const shape = some(peer, pick)
    if (shape && pick(2) === 0) peer.editor.deleteShapes([shape])
  },
  (peer, pick) => {
    const [shape, frame] = [some(peer, pick, isNode), some(peer, pick, (type) => type === 'step-frame')]
    if (shape && frame) peer.editor.reparentShapes([shape], frame.id)
  },
  (peer, pick) => {
    const shape = some(peer, pick, isNode)
    if (shape) peer.editor.reparentShapes([shape], peer.editor.getCurrentPageId())
  },
  (peer, pick) => {
    const two = [some(peer, pick, isNode), some(peer, pick, isNode)].flatMap((shape) => shape ?? [])
    if (new Set(two).size === 2) peer.editor.groupShapes(two)
  },
  (peer, pick) => {
    const group = some(peer, pick, (type) => type === 'group')
    if (group) peer.editor.ungroupShapes([group])
  },
  (peer, pick) => {
    const [from, to] = [some(peer, pick, isNode), some(peer, pick, isNode)]
    if (!from || !to || from === to) return
    made += 1
    const arrow = id(`s${made}`)
    peer.editor.createShapes([{ id: arrow, type: 'arrow' }])
    for (const [terminal, toId] of [['start', from.id] as const, ['end', to.id] as const]) {
      peer.editor.createBinding({ type: 'arrow', fromId: arrow, toId, props: { terminal } })
    }
  },
  (peer, pick) => {
    const shape = some(peer, pick, isNode)
    if (shape) peer.editor.bringToFront([shape])
  },
  (peer, pick) => bindAnew(peer, pick),
  (peer, pick) => bindAnew(peer, pick),
]

/** Takes an end of a link off its shape, and then to another or straight to it; or leaves it loose. */
function bindAnew(peer: Peer, pick: Pick) {
  const { editor } = peer
  const [link, node] = [some(peer, pick, (type) => type === 'arrow'), some(peer, pick, isNode)]
  const terminal = ENDS[pick(2)] ?? 'end'
  if (!link || !node) return
  const bound = boundAt(editor, link, terminal)
  const way = pick(3)
  if (bound && way === 0) editor.updateBinding({ ...bound, toId: node.id })
  else {
    if (bound) editor.deleteBindings([bound])
    if (way === 2) return
    editor.createBinding({ type: 'arrow', fromId: link.id, toId: node.id, props: { terminal } })
  }
}

const ENDS = ['start', 'end'] as const
const LOOSE = 'nothing'

function boundAt(editor: Editor, link: TLShape, terminal: string): TLArrowBinding | undefined {
  return editor
    .getBindingsFromShape<TLArrowBinding>(link, 'arrow')
    .find(({ props }) => props.terminal === terminal)
}

/** The values that each person has left in each leaf, and who deleted each record last. */
class Ledger {
  private readonly left = new Map<Peer, Set<string>>()
  private readonly deleters = new Map<string, Peer>()
  /** Ends of links that are loose because what they were bound to is gone. */
  private readonly freed = new Set<string>()

  note(peer: Peer, before: Board, after: Board) {
    const mine = this.left.get(peer) ?? new Set()
    this.left.set(peer, mine)
    for (const [recordId, path] of changes(before, after)) {
      const value = after[recordId]?.[path]
      mine.add(JSON.stringify([recordId, path, value]))
      this.freed.delete(`${recordId} ${path}`)
      const boundTo = String(before[recordId]?.[path])
      if (value === LOOSE && before[boundTo] && !after[boundTo]) this.freed.add(`${recordId} ${path}`)
    }
    for (const recordId of Object.keys(before)) if (!after[recordId]) this.deleters.set(recordId, peer)
  }

  /** Also when a friend has undone their own edit since, so that this person's value stands again. */
  hasLeft(peer: Peer, recordId: string, path: string, value: unknown) {
    return this.left.get(peer)?.has(JSON.stringify([recordId, path, value])) ?? false
  }

  isFreed(recordId: string, path: string) {
    return this.freed.has(`${recordId} ${path}`)
  }

  lastDeleted(peer: Peer, recordId: string) {
    return this.deleters.get(recordId) === peer
  }
}

function changes(before: Board, after: Board): [recordId: string, path: string][] {
  return Object.keys(after).flatMap((recordId) => {
    const [was, is] = [before[recordId] ?? {}, after[recordId] ?? {}]
    return [...new Set([...Object.keys(was), ...Object.keys(is)])]
      .filter((path) => JSON.stringify(was[path]) !== JSON.stringify(is[path]))
      .map((path): [string, string] => [recordId, path])
  })
}

/** Where each shape is on the page, whatever it is in. */
function pagePoints(editor: Editor): Map<string, string> {
  return new Map(
    editor.getCurrentPageShapes().map((shape) => {
      const { x, y } = editor.getShapePageTransform(shape).applyToPoint({ x: 0, y: 0 })
      return [shape.id, `${Math.round(x)} ${Math.round(y)}`]
    }),
  )
}

interface Seen {
  readonly board: Board
  readonly points: ReadonlyMap<string, string>
}

const look = ({ editor }: Peer): Seen => ({ board: withEnds(editor), points: pagePoints(editor) })

/** The board, and which shape each end of a link is bound to as if the link said it. */
function withEnds(editor: Editor): Board {
  const all = board(editor) as Board
  for (const shape of editor.getCurrentPageShapes()) {
    if (shape.type !== 'arrow') continue
    const bound = ENDS.map((end) => [end, boundAt(editor, shape, end)?.toId ?? LOOSE] as const)
    all[shape.id] = { ...all[shape.id], ...Object.fromEntries(bound) }
  }
  return all
}

/** What an undo or redo did to somebody else's work, in words. */
function harm(peer: Peer, ledger: Ledger, before: Seen, after: Seen): string[] {
  const isHarmless = excuses(peer, ledger, before, after)
  const revived = Object.keys(after.board)
    .filter((recordId) => !before.board[recordId] && !ledger.lastDeleted(peer, recordId))
    .map((recordId) => `${recordId} is revived`)
  const changed = changes(before.board, after.board).flatMap(([recordId, path]) => {
    const was = before.board[recordId]
    if (!was || isHarmless.some((excuse) => excuse(recordId, path, was))) return []
    const [from, to] = [was[path], after.board[recordId]?.[path]].map((value) => JSON.stringify(value))
    return [`${recordId} ${path}: ${from} became ${to}`]
  })
  return [...revived, ...changed]
}

/** Why an undo or redo may change a value. */
function excuses(peer: Peer, ledger: Ledger, before: Seen, after: Seen) {
  const isEnd = (path: string) => ENDS.some((end) => end === path)
  return [
    (recordId: string, path: string, was: Leaves) => ledger.hasLeft(peer, recordId, path, was[path]),
    // tldraw works out a link's own geometry and place in the stack from what it is bound to.
    (_recordId: string, path: string, was: Leaves) =>
      was.typeName === 'binding' || (was.type === 'arrow' && !isEnd(path)),
    (recordId: string, path: string) =>
      PLACE.has(path) && before.points.get(recordId) === after.points.get(recordId),
    // Whoever takes out a shape takes links off it, and has not thought about where they led before.
    (recordId: string, path: string, was: Leaves) =>
      isEnd(path) &&
      (ledger.isFreed(recordId, path) || (was[path] !== LOOSE && !after.board[String(was[path])])),
    // Whoever takes out a row takes what is in it, as whoever takes out a shape does: it has to be theirs.
    (recordId: string, path: string, was: Leaves) => {
      const row = path.slice(0, path.lastIndexOf('.'))
      const isOut = was[row] !== undefined && after.board[recordId]?.[row] === undefined
      return isOut && ledger.hasLeft(peer, recordId, row, was[row])
    },
    // Two shapes cannot have one place in the stack: when one comes back, the repair moves the other up a little.
    (recordId: string, path: string, was: Leaves) =>
      path === 'index' &&
      Object.entries(after.board).some(([other, leaves]) => other !== recordId && leaves.index === was.index),
  ]
}

it.each([1, 2, 3, 4, 5, 6, 9, 21, 29, 82, 149])(
  'changes no value but one that I left there, and revives nothing that somebody else deleted (seed %i)',
  (seed) => {
    const pick = chance(seed)
    made = 0
    network = new Network()
    const peers = [network.add(), network.add(), network.add()] as const
    const ledger = new Ledger()
    const tally = { undo: 0, redo: 0 }
    for (let step = 0; step < 300; step += 1) {
      const peer = peers[pick(3)] ?? peers[0]
      const before = look(peer)
      const name = (['undo', 'redo'] as const)[pick(6)]
      if (name) peer.editor[name]()
      else {
        if (pick(3) > 0) peer.editor.markHistoryStoppingPoint('step')
        acts[pick(acts.length)]?.(peer, pick)
      }
      network.settle()
      const after = look(peer)
      if (name) {
        expect(harm(peer, ledger, before, after), `step ${step}, ${name}`).toEqual([])
        tally[name] += changes(before.board, after.board).length
      }
      ledger.note(peer, before.board, after.board)
    }
    expect(tally.undo).toBeGreaterThan(20)
    expect(tally.redo).toBeGreaterThan(5)
  },
)
