import { type Atom, atom, type Box, computed, type Editor, react, type TLShapeId, transact } from 'tldraw'

type Ids = ReadonlySet<TLShapeId>

/**
 * Makes panning and zooming independent of how many shapes a board has. tldraw has every shape ask for itself
 * whether it is in view, whenever the camera moves or anything is selected, and looks up the bounds of all shapes
 * for each answer. Here bounds are looked up when shapes change, and a shape hears of it when it comes or goes.
 */
export function cullQuietly(editor: Editor): void {
  const bounds = atom<ReadonlyMap<TLShapeId, Box | undefined>>('bounds of shapes', new Map())
  const outOfView = computed<Ids>('out of view', (before) => {
    const view = editor.getViewportPageBounds()
    const out = new Set<TLShapeId>()
    for (const [id, box] of bounds.get()) if (!box || !view.includes(box)) out.add(id)
    return before instanceof Set && isSame(before, out) ? before : out
  })
  const culled = computed<Ids>('culled', () => {
    const kept = [...editor.getSelectedShapeIds(), editor.getEditingShapeId()]
    if (!kept.some((id) => id && outOfView.get().has(id))) return outOfView.get()
    const left = new Set(outOfView.get())
    for (const id of kept) if (id) left.delete(id)
    return left
  })
  const inView = computed('shapes in view', () => {
    const out = culled.get()
    return editor.getCurrentPageShapesSorted().filter(({ id }) => !out.has(id) && !editor.isShapeHidden(id))
  })
  const shown = new CulledShapes()

  const readBounds = () => {
    const next = boundsOfShapes(editor)
    bounds.set(next)
    shown.forgetAllBut(next)
  }
  editor.disposables.add(react('bounds of shapes', readBounds))
  editor.disposables.add(react('cull', () => shown.become(culled.get())))
  editor.getNotVisibleShapes = () => outOfView.get() as Set<TLShapeId>
  editor.getCulledShapes = () => shown
  editor.getCurrentPageRenderingShapesSorted = () => inView.get()
}

function boundsOfShapes(editor: Editor): Map<TLShapeId, Box | undefined> {
  const bounds = new Map<TLShapeId, Box | undefined>()
  for (const id of editor.getCurrentPageShapeIds()) bounds.set(id, editor.getShapePageBounds(id))
  return bounds
}

function isSame(one: Ids, other: Ids): boolean {
  if (one.size !== other.size) return false
  for (const id of one) if (!other.has(id)) return false
  return true
}

/** The shapes that are not drawn. Who asks for one hears when that one changes; who goes through all, of each change. */
class CulledShapes extends Set<TLShapeId> {
  private readonly asked = new Map<TLShapeId, Atom<boolean>>()
  private readonly changes = atom('culled shapes changed', 0)

  override has(id: TLShapeId): boolean {
    const known = this.asked.get(id) ?? atom('is culled', super.has(id))
    this.asked.set(id, known)
    return known.get()
  }

  override get size(): number {
    this.changes.get()
    return super.size
  }

  override [Symbol.iterator]() {
    this.changes.get()
    return super[Symbol.iterator]()
  }

  become(next: Ids): void {
    const gone: TLShapeId[] = []
    super.forEach((id) => {
      if (!next.has(id)) gone.push(id)
    })
    const come = [...next].filter((id) => !super.has(id))
    if (gone.length + come.length === 0) return
    transact(() => {
      for (const id of gone) if (super.delete(id)) this.tell(id, false)
      for (const id of come) if (super.add(id)) this.tell(id, true)
      this.changes.update((count) => count + 1)
    })
  }

  /** Shapes that are not on the board any more need no answer. */
  forgetAllBut(ids: { has(id: TLShapeId): boolean }): void {
    for (const id of this.asked.keys()) if (!ids.has(id)) this.asked.delete(id)
  }

  private tell(id: TLShapeId, isCulled: boolean): void {
    this.asked.get(id)?.set(isCulled)
  }
}
