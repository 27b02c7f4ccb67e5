import type { Editor, TLArrowBinding, TLBindingId, TLShapeId } from 'tldraw'
import { funnelStageAt, stageMiddle } from '../../shapes/funnel/ports.ts'
import type { FunnelShape } from '../../shapes/funnel/schema.ts'
import { LINK } from '../../shapes/link/schema.ts'
import { isFunnel } from './boardShapes.ts'

/**
 * Keeps links at the stage of a funnel that they were docked at, where stages come, go and change places: in the
 * same undo step, by whoever changes them. A link of a stage that is gone stays where it is. Returns how to stop.
 */
export function followStages(editor: Editor): () => void {
  const { sideEffects } = editor
  /** Funnels as they were before the operation that goes on. */
  const before = new Map<TLShapeId, FunnelShape>()
  /** What the operation itself puts somewhere, as undo does, is not moved again. */
  const placed = new Set<TLBindingId>()
  const stops = [
    sideEffects.registerAfterChangeHandler('shape', (old, now, source) => {
      if (source !== 'user' || old.props === now.props || !isFunnel(old) || before.has(now.id)) return
      before.set(now.id, old)
    }),
    sideEffects.registerAfterChangeHandler('binding', ({ id }) => void placed.add(id)),
    sideEffects.registerOperationCompleteHandler(() => {
      const funnels = [...before]
      before.clear()
      for (const [id, old] of funnels) follow(editor, id, old, placed)
      placed.clear()
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function follow(editor: Editor, id: TLShapeId, before: FunnelShape, placed: ReadonlySet<TLBindingId>) {
  const now = editor.getShape(id)
  if (!now || !isFunnel(now)) return
  for (const binding of editor.getBindingsToShape<TLArrowBinding>(id, LINK)) {
    const moved = placed.has(binding.id) ? null : movedAnchor(binding, before, now)
    if (moved) editor.updateBinding(moved)
  }
}

function movedAnchor(
  binding: TLArrowBinding,
  before: FunnelShape,
  after: FunnelShape,
): TLArrowBinding | null {
  const { isPrecise, normalizedAnchor: anchor } = binding.props
  if (!isPrecise) return null
  const { port: kept } = binding.meta
  const port = typeof kept === 'string' ? kept : funnelStageAt(before.props, anchor)
  if (port === undefined || port === funnelStageAt(after.props, anchor)) return null
  const y = stageMiddle(after.props, port)
  if (y !== null) return { ...binding, props: { ...binding.props, normalizedAnchor: { x: anchor.x, y } } }
  return kept === port ? null : { ...binding, meta: { ...binding.meta, port } }
}
