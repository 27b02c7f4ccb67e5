import { computed } from '@tldraw/state'
import { createTLUser, getUserPreferences, setUserPreferences } from 'tldraw'
import { chooseTheme, themeChoice } from '../../look/theme.ts'
import { me } from './person.ts'

/**
 * The user tldraw knows: its own preferences, with our name, colour and theme in place of its own. What is
 * pasted comes to the pointer unless the person chose otherwise.
 */
export const tldrawUser = createTLUser({
  userPreferences: computed('user preferences', () => {
    const { id, name, color } = me.get()
    const { isPasteAtCursorMode, ...own } = getUserPreferences()
    return {
      ...own,
      isPasteAtCursorMode: isPasteAtCursorMode ?? true,
      id,
      name,
      color,
      colorScheme: themeChoice.get(),
    }
  }),
  setUserPreferences: ({ colorScheme, ...preferences }) => {
    if (colorScheme) chooseTheme(colorScheme)
    setUserPreferences(preferences)
  },
})
