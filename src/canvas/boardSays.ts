import { perEditor } from './perEditor.ts'

/** A sentence for the person at the board, about what a command could not do. */
export const boardSays = perEditor<string | null>('board says', null)
