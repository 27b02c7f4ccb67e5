import {
  atom,
  type Editor,
  type TLBinding,
  type TLShape,
  type TLShapeId,
  type TLStore,
  type TLUnknownBinding,
  unsafe__withoutCapture,
} from 'tldraw'

/** What tldraw 3.15.6 has and its types do not show: it reports each change as it is made. */
interface StoreInternals {
  addHistoryInterceptor(
    hear: (entry: { changes: Record<'added' | 'updated' | 'removed', object> }) => void,
  ): () => void
}

/**
 * Lets links hear of bindings only when one changes. tldraw works bindings out of the history of all records, so
 * that every link is asked whether it has changed whenever the camera or a pointer moves. For an editor that
 * has asked for no binding yet.
 */
export function quietBindings(editor: Editor): void {
  const { store } = editor
  const changes = hearBindings(store)
  const involving = editor.getBindingsInvolvingShape.bind(editor)
  const cache = store.createComputedCache<readonly TLBinding[], TLShape>(
    'bindings of a shape',
    ({ id }) => {
      changes.count.get()
      return unsafe__withoutCapture(() => involving(id))
    },
    { areRecordsEqual: () => true },
  )
  editor.disposables.add(changes.stop)
  editor.getBindingsInvolvingShape = <Binding extends TLUnknownBinding = TLBinding>(
    shape: TLShape | TLShapeId,
    type?: Binding['type'],
  ) => {
    const all = (cache.get(typeof shape === 'string' ? shape : shape.id) ?? []) as Binding[]
    return type === undefined ? all : all.filter((binding) => binding.type === type)
  }
}

function hearBindings(store: TLStore) {
  const count = atom('bindings changed', 0)
  const stop = (store as unknown as StoreInternals).addHistoryInterceptor(({ changes }) => {
    if (Object.values(changes).some(hasBinding)) count.update((before) => before + 1)
  })
  return { count, stop }
}

function hasBinding(records: object): boolean {
  for (const id in records) if (id.startsWith('binding:')) return true
  return false
}
