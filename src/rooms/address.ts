import { atom } from '@tldraw/state'

/** What a URL of this app shows. */
export type Address =
  | { readonly page: 'start' }
  | { readonly page: 'board'; readonly room: string; readonly token: string }
  /** What came of the run on a board. */
  | { readonly page: 'debrief'; readonly room: string; readonly token: string }
  /** `shape`: the id of the one to show; empty for none. */
  | { readonly page: 'shapes'; readonly shape: string }
  /** `problem`: the id of the one to open, or `SURPRISE`; empty for none. */
  | { readonly page: 'problems'; readonly problem: string }
  | { readonly page: 'progress' }
  | { readonly page: 'drills' }
  /** `set`: the set of cards to draw; empty for any. */
  | { readonly page: 'drill'; readonly id: string; readonly set: string }
  | { readonly page: 'none' }

const SHAPES_PATH = /^\/shapes\/?$/
const PROBLEMS_PATH = /^\/problems\/?$/
const PROGRESS_PATH = /^\/progress\/?$/
const DRILLS_PATH = /^\/drill\/?$/
const DRILL_PATH = /^\/drill\/([a-z0-9][a-z0-9-]*)\/?$/
const ROOM_PATH = /^\/(board|debrief)\/([a-z0-9][a-z0-9-]{0,63})\/?$/

/** The page a URL names. The token is in the fragment, so that no log and no referrer holds it. */
export function readAddress({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): Address {
  if (pathname === '/') return { page: 'start' }
  if (SHAPES_PATH.test(pathname)) return { page: 'shapes', shape: hash.slice(1) }
  if (PROBLEMS_PATH.test(pathname)) return { page: 'problems', problem: hash.slice(1) }
  if (PROGRESS_PATH.test(pathname)) return { page: 'progress' }
  if (DRILLS_PATH.test(pathname)) return { page: 'drills' }
  const id = DRILL_PATH.exec(pathname)?.[1]
  if (id) return { page: 'drill', id, set: hash.slice(1) }
  const [, page, room] = ROOM_PATH.exec(pathname) ?? []
  if (!room) return { page: 'none' }
  return { page: page === 'debrief' ? page : 'board', room, token: hash.slice(1) }
}

/** The path and fragment of a board, the inverse of `readAddress`. */
export function boardPath(room: string, token: string): string {
  return `/board/${room}#${token}`
}

/** The path and fragment of what came of the run on a board. */
export function debriefPath(room: string, token: string): string {
  return `/debrief/${room}#${token}`
}

/** In the address of the problems: any of them. */
export const SURPRISE = 'surprise'

/** The path of the problems with one of them open; none where `id` is empty. */
export function problemPath(id: string): string {
  return id === '' ? '/problems' : `/problems#${id}`
}

/** Where this tab is. */
export const address = atom<Address>('address', readAddress(window.location))

/** Goes to a path of this app without loading it anew. */
export function goTo(path: string) {
  window.history.pushState(null, '', path)
  followLocation()
}

/** As `goTo`, in the place of this address: the way back does not lead here. */
export function goInstead(path: string) {
  window.history.replaceState(null, '', path)
  followLocation()
}

let shown = window.location.href

/** Writes another token into this tab's address; the page that is shown stays. */
export function replaceToken(room: string, token: string) {
  const here = readAddress(window.location)
  if (here.page === 'board' && here.room === room) {
    window.history.replaceState(null, '', boardPath(room, token))
    shown = window.location.href
  }
}

function followLocation() {
  shown = window.location.href
  address.set(readAddress(window.location))
}

const questions = new Set<string>()

/** Asks before this tab shows another page of the app, until the result is called. For closing the tab, the browser asks. */
export function askBeforeLeaving(question: string): () => void {
  questions.add(question)
  return () => questions.delete(question)
}

function mayLeave(): boolean {
  return [...questions].every((question) => window.confirm(question))
}

/** The browser has gone there already: who stays gets the address back. */
function followBrowser() {
  if (window.location.href === shown) return
  if (mayLeave()) followLocation()
  else window.history.pushState(null, '', shown)
}

/** Follows the back button, edited fragments, and plain clicks on links inside the app. */
export function startNavigation() {
  window.addEventListener('popstate', followBrowser)
  window.addEventListener('hashchange', followBrowser)
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute('download')) return
    const url = new URL(link.href)
    if (url.origin !== window.location.origin || readAddress(url).page === 'none') return
    event.preventDefault()
    if (url.href === shown || mayLeave()) goTo(url.pathname + url.hash)
  })
}
