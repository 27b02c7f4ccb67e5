import { emptyBoard } from './emptyBoard.ts'
import type { Template } from './template.ts'

/** An empty board. */
export const blank: Template = {
  id: 'blank',
  title: 'Untitled board',
  records: () => emptyBoard('Untitled board'),
}
