import type { Editor, TLShape, TLShapeId } from 'tldraw'
import { linkEnds } from './connect.ts'
import { type LinkAt, linksAt } from './linkSides.ts'
import { panIntoView } from './panIntoView.ts'
import { perEditor } from './perEditor.ts'
import type { Side } from './place.ts'

/** The shape whose links are looked through. */
const walker = perEditor<TLShapeId | null>('walker', null)

/**
 * Selects what a link on that side of the selected shape leads to, by the straightest one; of a selected link,
 * the end that lies there. False: there is none.
 */
export function walkLink(editor: Editor, side: Side): boolean {
  const shape = editor.getOnlySelectedShape()
  if (!shape) return false
  const next = shape.type === 'arrow' ? endTowards(editor, shape.id, side) : nextTowards(editor, shape, side)
  if (!next) return false
  show(editor, next)
  return true
}

/** Selects a link on that side of the selected shape, or the one after it where one is selected. */
export function selectLink(editor: Editor, side: Side): boolean {
  const shape = editor.getOnlySelectedShape()
  if (!shape) return false
  const from = shape.type === 'arrow' ? walkerOf(editor, shape.id) : shape
  const links = from ? linksOn(editor, from, side) : []
  const at = links.findIndex(({ link }) => link === shape.id)
  const next = links[(at + 1) % links.length]
  if (!from || !next) return false
  walker(editor).set(from.id)
  show(editor, next.link)
  return true
}

/** What lies that way, straightest, else what a link on that side leads to. */
function nextTowards(editor: Editor, shape: TLShape, side: Side): TLShapeId | null {
  const links = linksAt(editor, shape).sort(straightFirst)
  const next = links.find(({ towards }) => towards === side) ?? links.find((link) => link.side === side)
  return next?.other ?? null
}

function straightFirst(a: LinkAt, b: LinkAt): number {
  return a.turn - b.turn || (a.link < b.link ? -1 : 1)
}

function linksOn(editor: Editor, shape: TLShape, side: Side): LinkAt[] {
  return linksAt(editor, shape)
    .filter((link) => link.side === side)
    .sort(straightFirst)
}

/** The end of a link whose links are looked through: the one that was come from, else its beginning. */
function walkerOf(editor: Editor, link: TLShapeId): TLShape | undefined {
  const { from, to } = linkEnds(editor, link)
  const known = walker(editor).get()
  const id = known === to ? to : (from ?? to)
  return id ? editor.getShape(id) : undefined
}

function endTowards(editor: Editor, link: TLShapeId, side: Side): TLShapeId | null {
  const { from, to } = linkEnds(editor, link)
  if (!from || !to) return from ?? to
  const [a, b] = [editor.getShapePageBounds(from)?.center, editor.getShapePageBounds(to)?.center]
  if (!a || !b) return null
  const ahead = { right: b.x - a.x, left: a.x - b.x, down: b.y - a.y, up: a.y - b.y }[side]
  if (ahead === 0) return null
  return ahead > 0 ? to : from
}

function show(editor: Editor, id: TLShapeId): void {
  editor.setSelectedShapes([id])
  panIntoView(editor, id)
}
