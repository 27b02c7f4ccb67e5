import { atom, react, type Signal } from '@tldraw/state'
import type * as Y from 'yjs'
import type { StoreBinding } from './bindStore.ts'
import { type Clocks, clocksOf } from './clocks.ts'
import type { BoardConnection } from './connection.ts'
import type { LocalCopy } from './localCopy.ts'
import { foldSave, linkOf, type Save } from './save.ts'
import type { OthersHere } from './showPresence.ts'

interface Followed {
  readonly doc: Y.Doc
  readonly connection: BoardConnection
  readonly copy: LocalCopy
  /** What runs once the board has come. */
  readonly filled: Signal<{ readonly binding: StoreBinding; readonly others: OthersHere } | null>
}

/** The save light, worked out again whenever something it depends on changes. */
export function followSave({ doc, connection, copy, filled }: Followed) {
  const written = atom<Clocks>('written clocks', new Map())
  const count = () => written.set(clocksOf(doc))
  doc.on('update', count)
  const save = atom('save', light(undefined))
  function light(before: Save | undefined): Save {
    return foldSave(before, {
      unsent: filled.get()?.binding.unsent.get() ?? false,
      written: written.get(),
      durable: connection.durable.get(),
      isKept: copy.isKept.get(),
      trouble: copy.trouble.get(),
      own: written.get().get(doc.clientID) ?? 0,
      seenUpTo: filled.get()?.others.seenUpTo.get() ?? [],
      link: linkOf(connection.state.get()),
      now: Date.now(),
    })
  }
  const stopLight = react('save light', () => save.set(light(save.__unsafe__getWithoutCapture())))
  // A restart with the server away has to know what the server has.
  const stopNoting = react('note what the server has', () => {
    if (save.get().server.is) copy.note({ durable: connection.durable.get() })
  })
  return {
    save,
    stop() {
      doc.off('update', count)
      stopNoting()
      stopLight()
    },
  }
}
