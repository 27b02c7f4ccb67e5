import { type KeyboardEvent, useEffect, useRef } from 'react'

/** Where the arrow keys lead in a list of so many options: up and down, round the ends. */
export function movedOption(key: string, at: number, count: number): number | null {
  if (count === 0) return null
  if (key === 'ArrowDown') return (at + 1) % count
  if (key === 'ArrowUp') return (at - 1 + count) % count
  if (key === 'PageDown') return Math.min(at + 8, count - 1)
  if (key === 'PageUp') return Math.max(at - 8, 0)
  return null
}

/** Keeps what is chosen in sight, by the id of its element. */
export function useChosenInSight(id: string | undefined): void {
  useEffect(() => {
    if (id) document.getElementById(id)?.scrollIntoView?.({ block: 'nearest' })
  }, [id])
}

/**
 * Lets a key press in a panel do only what the panel makes of it. Its release is kept too: if the panel gave
 * the focus to the canvas meanwhile, tldraw would take the release of Enter as its own.
 */
export function keepKey(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopPropagation()
  const { key } = event
  const listening = new AbortController()
  const keepRelease = (release: globalThis.KeyboardEvent) => {
    if (release.key === key) release.stopPropagation()
    listening.abort()
  }
  window.addEventListener('keyup', keepRelease, { capture: true, signal: listening.signal })
}

/** The element that had the focus when the component appeared. */
export function useFocusOnce<T extends HTMLElement>() {
  const ref = useRef<T>(null)
  useEffect(() => ref.current?.focus(), [])
  return ref
}
