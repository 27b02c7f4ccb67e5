import { useSyncExternalStore } from 'react'

function subscribe(onChange: () => void) {
  window.addEventListener('resize', onChange)
  return () => window.removeEventListener('resize', onChange)
}

/** Whether the window is narrower than so many px. */
export function useNarrowerThan(width: number): boolean {
  return useSyncExternalStore(subscribe, () => window.innerWidth < width)
}
