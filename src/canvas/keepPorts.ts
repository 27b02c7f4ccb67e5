import type { Editor, TLArrowBinding } from 'tldraw'
import { portToKeep } from '../../shapes/portAt.ts'

/**
 * Keeps in a link's end which part of a composite it was docked at, since the same place is another part in
 * another view or with stages in another order. Returns how to stop.
 */
export function keepPorts(editor: Editor): () => void {
  const { sideEffects } = editor
  const stops = [
    sideEffects.registerBeforeCreateHandler('binding', (binding, source) =>
      source === 'user' && isLinkEnd(binding) && binding.meta.port === undefined
        ? withPort(editor, binding)
        : binding,
    ),
    sideEffects.registerBeforeChangeHandler('binding', (before, after, source) =>
      source === 'user' && isLinkEnd(before) && isLinkEnd(after) && isDockedAnew(before, after)
        ? withPort(editor, after)
        : after,
    ),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}

function isLinkEnd(binding: { readonly type: string }): binding is TLArrowBinding {
  return binding.type === 'arrow'
}

function isDockedAnew(before: TLArrowBinding, after: TLArrowBinding): boolean {
  const [old, now] = [before.props, after.props]
  return (
    before.toId !== after.toId ||
    old.isPrecise !== now.isPrecise ||
    old.normalizedAnchor.x !== now.normalizedAnchor.x ||
    old.normalizedAnchor.y !== now.normalizedAnchor.y
  )
}

function withPort(editor: Editor, binding: TLArrowBinding): TLArrowBinding {
  const { port: before, ...meta } = binding.meta
  const shape = editor.getShape(binding.toId)
  const { isPrecise, normalizedAnchor } = binding.props
  const port = shape && isPrecise ? portToKeep(shape, normalizedAnchor) : undefined
  if (port === before) return binding
  return { ...binding, meta: port === undefined ? meta : { ...meta, port } }
}
