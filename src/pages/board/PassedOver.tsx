import { useEffect } from 'react'
import { useToasts } from 'tldraw'
import { useSignal } from '../../look/useSignal.ts'
import type { Room } from '../../sync/openRoom.ts'

/** Says that undo went past a step of which others have left nothing. */
export function PassedOver({ room }: { room: Room }) {
  const count = useSignal(room.passedOver)
  const { addToast, removeToast } = useToasts()
  useEffect(() => {
    if (count === 0) return
    const id = addToast({ title: 'Passed over a step that somebody else has changed since.' })
    return () => void removeToast(id)
  }, [count, addToast, removeToast])
  return null
}
