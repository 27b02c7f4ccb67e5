import type { Editor } from 'tldraw'
import { exportDesign } from '../../shapes/exportDesign.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { saveFile } from '../device/saveFile.ts'
import { writeDesignFile } from '../domain/designFile/readDesignFile.ts'

/** Saves what the board means as a file that another board, and the command line, read. */
export function exportDesignFile(editor: Editor): void {
  const text = writeDesignFile(exportDesign(readDesign(editor.store.allRecords())))
  const title = editor.getDocumentSettings().name
  saveFile(text, { title, ending: 'json', type: 'application/json' })
}
