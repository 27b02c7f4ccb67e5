import { atom, computed, react } from '@tldraw/state'
import { deviceStorage } from '../device/deviceStorage.ts'

export type ThemeChoice = 'system' | 'light' | 'dark'

const KEY = 'drillboard.theme'

function isThemeChoice(value: unknown): value is ThemeChoice {
  return value === 'system' || value === 'light' || value === 'dark'
}

function storedChoice(): ThemeChoice {
  const stored = deviceStorage.read(KEY)
  return isThemeChoice(stored) ? stored : 'system'
}

/** What this browser's owner chose. */
export const themeChoice = atom<ThemeChoice>('theme choice', storedChoice())

const darkSystem = window.matchMedia('(prefers-color-scheme: dark)')
const systemIsDark = atom('system is dark', darkSystem.matches)

/** Whether pages are dark right now. */
export const isDark = computed('is dark', () => {
  const choice = themeChoice.get()
  return choice === 'system' ? systemIsDark.get() : choice === 'dark'
})

export function chooseTheme(choice: ThemeChoice) {
  deviceStorage.keep(KEY, choice)
  themeChoice.set(choice)
}

/** Keeps `:root.dark` in step with the choice and the system, in every tab of this browser. */
export function startTheme() {
  darkSystem.addEventListener('change', () => systemIsDark.set(darkSystem.matches))
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY) themeChoice.set(storedChoice())
  })
  react('theme', () => document.documentElement.classList.toggle('dark', isDark.get()))
}
