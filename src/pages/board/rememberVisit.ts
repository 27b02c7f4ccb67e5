import { computed, type Editor, react } from 'tldraw'
import type { Role, RoomKey } from '../../rooms/api.ts'
import { rememberBoard, visitedBoard } from '../../rooms/visited.ts'
import type { Connection } from '../../sync/connection.ts'
import type { Room } from '../../sync/openRoom.ts'
import { makeThumbnail } from './thumbnail.ts'

const QUIET_MS = 1_500

type Visit = RoomKey & { readonly role: Role }

/** Puts the board on this device's list, and renews its title and thumbnail once drawing pauses. */
export function rememberVisit(
  editor: Editor,
  { save, connection }: Pick<Room, 'save' | 'connection'>,
  visit: () => Visit,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined

  function remember() {
    clearTimeout(timer)
    timer = undefined
    const title = editor.getDocumentSettings().name || 'Untitled board'
    const hasEditsWaiting = !save.get().server.is
    const thumbnail = makeThumbnail(editor)
    const key = bestLink(visit(), connection.get().kind)
    rememberBoard({ ...key, title, visitedAt: Date.now(), thumbnail, hasEditsWaiting })
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
    connection.get()
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

/**
 * The link to remember: one that the server has just taken, but for a lesser role's in place of an owner's,
 * since owners keep their board. A link that is not known to be good takes no other's place.
 */
function bestLink(visit: Visit, connection: Connection['kind']): Visit {
  const before = visitedBoard(visit.room)
  if (before === null || before.token === visit.token) return visit
  const isGood = connection === 'online' || connection === 'held'
  const isLesser = before.role === 'owner' && visit.role !== 'owner'
  return isGood && !isLesser ? visit : { room: visit.room, token: before.token, role: before.role }
}
