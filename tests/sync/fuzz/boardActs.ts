import { PageRecordType, type TLShape } from 'tldraw'
import type { Peer } from '../network.ts'
import { type Act, isFull, newId, oneOf, type Scene, someShape, someShapes } from './act.ts'

const HOLDERS = new Set(['frame', 'step-frame', 'zone-frame'])

function someHolder({ editor }: Peer, scene: Scene): TLShape | undefined {
  return oneOf(
    editor.getCurrentPageShapesSorted().filter(({ type }) => HOLDERS.has(type)),
    scene,
  )
}

/** Changes how shapes belong together: frames, groups, arrows, order, copies and pages. */
export const boardActs: Readonly<Record<string, Act>> = {
  intoFrame(peer, scene) {
    const { editor } = peer
    const holder = someHolder(peer, scene)
    if (!holder) return
    const shapes = someShapes(peer, scene, 2).filter(
      (id) => id !== holder.id && !editor.hasAncestor(holder, id),
    )
    editor.reparentShapes(shapes, holder.id)
  },
  outOfFrame(peer, scene) {
    peer.editor.reparentShapes(someShapes(peer, scene, 2), peer.editor.getCurrentPageId())
  },
  link(peer, scene) {
    const [from, to] = someShapes(peer, scene, 3)
    if (!from || !to || isFull(peer)) return
    const arrow = newId(scene)
    peer.editor.createShapes([{ id: arrow, type: 'arrow' }])
    bind(peer, arrow, { start: from, end: to })
  },
  rebind(peer, scene) {
    const { editor } = peer
    const arrow = oneOf(
      editor.getCurrentPageShapesSorted().filter(({ type }) => type === 'arrow'),
      scene,
    )
    const to = someShape(peer, scene)
    if (!arrow || !to || arrow.id === to.id) return
    const terminal = scene.pick(2) === 0 ? 'start' : 'end'
    const old = editor
      .getBindingsFromShape(arrow, 'arrow')
      .filter(({ props }) => (props as { terminal: string }).terminal === terminal)
    editor.deleteBindings(old)
    bind(peer, arrow.id, { [terminal]: to.id })
  },
  group(peer, scene) {
    const shapes = someShapes(peer, scene, 4)
    if (shapes.length > 1 && !isFull(peer)) peer.editor.groupShapes(shapes, { groupId: newId(scene) })
  },
  ungroup(peer, scene) {
    const groups = peer.editor.getCurrentPageShapesSorted().filter(({ type }) => type === 'group')
    const group = oneOf(groups, scene)
    if (group) peer.editor.ungroupShapes([group.id])
  },
  order(peer, scene) {
    const { editor } = peer
    const shapes = someShapes(peer, scene, 2)
    const ways = [editor.bringToFront, editor.sendToBack, editor.bringForward, editor.sendBackward]
    oneOf(ways, scene)?.call(editor, shapes)
  },
  duplicate(peer, scene) {
    if (!isFull(peer)) peer.editor.duplicateShapes(someShapes(peer, scene, 3), { x: 20, y: 20 })
  },
  paste(peer, scene) {
    const { editor } = peer
    const content = editor.getContentFromCurrentPage(someShapes(peer, scene, 3))
    if (content && !isFull(peer)) {
      editor.setSelectedShapes(someShapes(peer, scene, 3))
      editor.putContentOntoCurrentPage(content, { point: { x: scene.pick(900), y: scene.pick(600) } })
    }
  },
  select(peer, scene) {
    peer.editor.setSelectedShapes(someShapes(peer, scene, 3))
  },
  turnPage({ editor }, scene) {
    const page = oneOf(editor.getPages(), scene)
    if (page) editor.setCurrentPage(page.id)
  },
  pages(peer, scene) {
    const { editor } = peer
    const pages = editor.getPages()
    const page = oneOf(pages, scene)
    if (!page || scene.pick(4) > 0) return
    if (pages.length > 2) editor.deletePage(page.id)
    else editor.createPage({ id: PageRecordType.createId(newId(scene)), name: 'Page' })
  },
  otherPage(peer, scene) {
    const page = oneOf(peer.editor.getPages(), scene)
    if (page && scene.pick(4) === 0) peer.editor.moveShapesToPage(someShapes(peer, scene, 2), page.id)
  },
}

function bind({ editor }: Peer, fromId: TLShape['id'], ends: Readonly<Record<string, TLShape['id']>>) {
  for (const [terminal, toId] of Object.entries(ends)) {
    if (toId !== fromId) editor.createBinding({ type: 'arrow', fromId, toId, props: { terminal } })
  }
}
