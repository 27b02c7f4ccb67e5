/** What this browser keeps between visits, by key. */
export interface DeviceStorage {
  read(key: string): string | null
  /** False where there is no room for it: what was kept before stays. */
  keep(key: string, value: string): boolean
  forget(key: string): void
  keys(): string[]
  /** False: what is kept is gone with the tab. */
  readonly lasts: boolean
}

/**
 * The browser's own storage; where it is forbidden (some browsers throw at the mere mention), memory stands
 * in, and what is kept is gone with the tab.
 */
export const deviceStorage: DeviceStorage = openStorage()

function openStorage(): DeviceStorage {
  try {
    window.localStorage.getItem('drillboard')
    return browserStorage(window.localStorage)
  } catch {
    return memoryStorage()
  }
}

function browserStorage(storage: Storage): DeviceStorage {
  return {
    read: (key) => storage.getItem(key),
    keep(key, value) {
      try {
        storage.setItem(key, value)
        return true
      } catch {
        return false
      }
    },
    forget: (key) => storage.removeItem(key),
    keys: () => Object.keys(storage),
    lasts: true,
  }
}

function memoryStorage(): DeviceStorage {
  const kept = new Map<string, string>()
  return {
    read: (key) => kept.get(key) ?? null,
    keep: (key, value) => kept.set(key, value).has(key),
    forget: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
    lasts: false,
  }
}
