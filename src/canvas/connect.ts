import {
  createShapeId,
  type Editor,
  type TLArrowBinding,
  type TLArrowBindingProps,
  type TLArrowShape,
  type TLShapeId,
} from 'tldraw'
import { LINK, linkMeta } from '../../shapes/link/schema.ts'
import { LINK_MODES, type LinkMode } from '../domain/kinds.ts'

/** As the inspector allows. */
const MOST_SEQ = 99

export interface LinkWords {
  readonly mode: LinkMode
  readonly label: string
  readonly seq?: number
  readonly optional?: boolean
}

/**
 * Joins two shapes by a link whose ends stay on them, in one undo step.
 *
 * @returns the link's id; null where the editor may not, or one of the shapes takes no links
 */
export function connect(
  editor: Editor,
  from: TLShapeId,
  to: TLShapeId,
  { label, ...meta }: LinkWords,
): TLShapeId | null {
  if (editor.getIsReadonly() || from === to || !takesLinks(editor, from) || !takesLinks(editor, to))
    return null
  const id = createShapeId()
  editor.run(() => {
    editor.createShape<TLArrowShape>({
      id,
      type: LINK,
      parentId: editor.getCurrentPageId(),
      meta: { ...meta },
      props: { kind: 'elbow', dash: 'solid', size: 's', font: 'sans', text: label },
    })
    editor.createBindings([
      { type: 'arrow', fromId: id, toId: from, props: docked('start') },
      { type: 'arrow', fromId: id, toId: to, props: docked('end') },
    ])
  })
  return editor.getShape(id) ? id : null
}

/** Docked where the route comes in, so that moving a shape may change the side. */
export function docked(terminal: 'start' | 'end'): TLArrowBindingProps {
  return { terminal, normalizedAnchor: { x: 0.5, y: 0.5 }, isPrecise: false, isExact: false, snap: 'none' }
}

/** Whether links can end at a shape. */
export function takesLinks(editor: Editor, id: TLShapeId): boolean {
  const shape = editor.getShape(id)
  if (!shape) return false
  return editor
    .getShapeUtil(shape)
    .canBind({ fromShapeType: LINK, toShapeType: shape.type, bindingType: 'arrow' })
}

/** The shapes at a link's ends; null where an end is loose. */
export function linkEnds(editor: Editor, link: TLShapeId): { from: TLShapeId | null; to: TLShapeId | null } {
  const at = (terminal: string) =>
    editor
      .getBindingsFromShape(link, 'arrow')
      .find((binding) => (binding.props as TLArrowBindingProps).terminal === terminal)?.toId ?? null
  return { from: at('start'), to: at('end') }
}

/** The selected links. */
function selectedLinks(editor: Editor): TLArrowShape[] {
  return editor.getSelectedShapes().filter((shape): shape is TLArrowShape => shape.type === LINK)
}

/** The mode after this one, in the order they are listed. */
export function nextMode(mode: LinkMode, by: 1 | -1 = 1): LinkMode {
  const at = LINK_MODES.indexOf(mode)
  return LINK_MODES[(at + by + LINK_MODES.length) % LINK_MODES.length] ?? mode
}

/** Gives all selected links the mode after that of the first, or before it, in one undo step. */
export function cycleMode(editor: Editor, by: 1 | -1 = 1): void {
  const links = selectedLinks(editor)
  const [first] = links
  if (!first) return
  const mode = nextMode(linkMeta(first.meta).mode, by)
  editor.markHistoryStoppingPoint('link mode')
  editor.updateShapes(links.map(({ id, type, meta }) => ({ id, type, meta: { ...meta, mode } })))
}

/** Marks all selected links as optional, or as needed if the first was optional. */
export function toggleOptional(editor: Editor): void {
  const links = selectedLinks(editor)
  const [first] = links
  if (!first) return
  const optional = !linkMeta(first.meta).optional
  editor.markHistoryStoppingPoint('optional link')
  editor.updateShapes(links.map(({ id, type, meta }) => ({ id, type, meta: { ...meta, optional } })))
}

/**
 * Gives all selected links, in one undo step, the number after the calls that are numbered already, of whoever
 * makes the first one; or, with `isSame`, the last of those numbers, so that they run at once. A link that has
 * that number loses it.
 */
export function numberLinks(editor: Editor, isSame: boolean): void {
  const links = selectedLinks(editor)
  const [first] = links
  if (!first) return
  const last = lastNumber(editor, links)
  const wanted = isSame ? Math.max(last, 1) : last + 1
  const own = linkMeta(first.meta).seq
  const seq = own !== undefined && (!isSame || own === wanted) ? null : Math.min(wanted, MOST_SEQ)
  editor.markHistoryStoppingPoint('link order')
  editor.updateShapes(links.map(({ id, type, meta }) => ({ id, type, meta: { ...meta, seq } })))
}

/** The highest number among the other calls of who makes the first of these; 0 where none is numbered. */
function lastNumber(editor: Editor, links: readonly TLArrowShape[]): number {
  const ids = new Set(links.map(({ id }) => id))
  const caller = links[0] && linkEnds(editor, links[0].id).from
  if (!caller) return 0
  const numbers = editor.getBindingsToShape<TLArrowBinding>(caller, 'arrow').flatMap(({ fromId, props }) => {
    const link = editor.getShape(fromId)
    return link && props.terminal === 'start' && !ids.has(fromId) ? (linkMeta(link.meta).seq ?? []) : []
  })
  return Math.max(0, ...numbers)
}
