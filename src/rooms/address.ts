import { atom } from '@tldraw/state'

/** What a URL of this app shows. */
export type Address =
  | { readonly page: 'start' }
  | { readonly page: 'board'; readonly room: string; readonly token: string }
  | { readonly page: 'none' }

const BOARD_PATH = /^\/board\/([a-z0-9][a-z0-9-]{0,63})\/?$/

/** The page a URL names. The token is in the fragment, so that no log and no referrer holds it. */
export function readAddress({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): Address {
  if (pathname === '/') return { page: 'start' }
  const room = BOARD_PATH.exec(pathname)?.[1]
  return room ? { page: 'board', room, token: hash.slice(1) } : { page: 'none' }
}

/** The path and fragment of a board, the inverse of `readAddress`. */
export function boardPath(room: string, token: string): string {
  return `/board/${room}#${token}`
}

/** Where this tab is. */
export const address = atom<Address>('address', readAddress(window.location))

/** Goes to a path of this app without loading it anew. */
export function goTo(path: string) {
  window.history.pushState(null, '', path)
  followLocation()
}

function followLocation() {
  address.set(readAddress(window.location))
}

/** Follows the back button, edited fragments, and plain clicks on links inside the app. */
export function startNavigation() {
  window.addEventListener('popstate', followLocation)
  window.addEventListener('hashchange', followLocation)
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    if (!link || !isPlain || event.defaultPrevented || link.target || link.hasAttribute('download')) return
    const url = new URL(link.href)
    if (url.origin !== window.location.origin || readAddress(url).page === 'none') return
    event.preventDefault()
    goTo(url.pathname + url.hash)
  })
}
