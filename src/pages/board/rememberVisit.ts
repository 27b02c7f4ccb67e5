import { computed, type Editor, react } from 'tldraw'
import type { Role, RoomKey } from '../../rooms/api.ts'
import { rememberBoard, visitedBoard } from '../../rooms/visited.ts'
import type { Room } from '../../sync/openRoom.ts'
import { makeThumbnail } from './thumbnail.ts'

const QUIET_MS = 1_500

/**
 * Puts the board on this device's list, and renews its title and thumbnail once drawing pauses. A link of a
 * lesser role does not take the place of the one this browser had: owners keep their board.
 */
export function rememberVisit(editor: Editor, room: Room, visit: RoomKey & { role: Role }): () => void {
  const { save, connection } = room
  const before = visitedBoard(visit.room)
  const isOnline = computed('is online', () => connection.get().kind === 'online')
  let timer: ReturnType<typeof setTimeout> | undefined

  /** An owner's link makes way for another owner's once the server has opened the board for that. */
  function key() {
    const makesWay = before?.role !== 'owner' || (visit.role === 'owner' && isOnline.get())
    return makesWay ? visit : { ...visit, token: before.token, role: before.role }
  }
  function remember() {
    clearTimeout(timer)
    timer = undefined
    const title = editor.getDocumentSettings().name || 'Untitled board'
    const hasEditsWaiting = !save.get().server.is
    const thumbnail = makeThumbnail(editor)
    rememberBoard({ ...key(), title, visitedAt: Date.now(), thumbnail, hasEditsWaiting })
    document.title = `${title} – Drillboard`
  }
  function rememberSoon() {
    clearTimeout(timer)
    timer = setTimeout(remember, QUIET_MS)
  }
  function rememberNow() {
    if (timer !== undefined) remember()
  }

  remember()
  const stopListening = editor.store.listen(rememberSoon, { scope: 'document' })
  const isOnServer = computed('is on the server', () => save.get().server.is)
  const stopFollowing = react('remember what waits', () => {
    isOnServer.get()
    isOnline.get()
    rememberSoon()
  })
  window.addEventListener('pagehide', rememberNow)
  return () => {
    stopListening()
    stopFollowing()
    window.removeEventListener('pagehide', rememberNow)
    rememberNow()
  }
}
