import type { TLShape, TLShapePartial } from '@tldraw/tlschema'
import { isEqual } from '@tldraw/utils'
import type { Editor } from 'tldraw'

/**
 * Lets a resize write only what it changes: 3.15.6 writes the whole shape as it was when the resize began, and
 * so takes back what somebody else has labelled or coloured since. Undone by the result.
 */
export function fixResize(editor: Editor): () => void {
  const { resizeShape } = editor
  const changedBy = new WeakMap<TLShape, Set<string>>()
  editor.resizeShape = function fixed(this: Editor, shape, scale, options = {}) {
    const before = options.initialShape ?? this.getShape(shape)
    if (!before) return this
    // A resize passes the same object at every step, so what its earlier steps changed is known by it.
    const changed = changedBy.get(before) ?? new Set()
    changedBy.set(before, changed)
    const { updateShapes } = this
    this.updateShapes = (partials) =>
      updateShapes.call(
        this,
        partials.map((partial) => partial && changesOf(before, partial as TLShapePartial, changed)),
      )
    try {
      return resizeShape.call(this, shape, scale, { ...options, initialShape: before })
    } finally {
      this.updateShapes = updateShapes
    }
  }
  return () => {
    editor.resizeShape = resizeShape
  }
}

/** Of a partial, what it changes or what was changed before; that much is remembered in `changed`. */
function changesOf(before: TLShape, partial: TLShapePartial, changed: Set<string>): TLShapePartial {
  const { id, type, props, ...rest } = partial
  const own = pickChanged(before, rest, changed, '')
  return { ...own, id, type, props: pickChanged(before.props, props ?? {}, changed, 'props.') }
}

function pickChanged(before: object, after: object, changed: Set<string>, path: string): object {
  const old = before as Record<string, unknown>
  const picked = Object.entries(after).filter(([key, value]) => {
    if (!isEqual(old[key], value)) changed.add(path + key)
    return changed.has(path + key)
  })
  return Object.fromEntries(picked)
}
