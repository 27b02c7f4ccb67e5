import { react, type Signal } from '@tldraw/state'
import { useCallback, useSyncExternalStore } from 'react'

/** The signal's value; the component is drawn again when it changes. */
export function useSignal<Value>(signal: Signal<Value>): Value {
  const subscribe = useCallback(
    (onChange: () => void) =>
      react('useSignal', () => {
        signal.get()
        onChange()
      }),
    [signal],
  )
  return useSyncExternalStore(subscribe, () => signal.get())
}
