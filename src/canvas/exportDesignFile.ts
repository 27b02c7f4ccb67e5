import type { Editor } from 'tldraw'
import { exportDesign } from '../../shapes/exportDesign.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { writeDesignFile } from '../domain/designFile/readDesignFile.ts'

/** Saves what the board means as a file that another board, and the command line, read. */
export function exportDesignFile(editor: Editor): void {
  const text = writeDesignFile(exportDesign(readDesign(editor.store.allRecords())))
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${fileName(editor.getDocumentSettings().name)}.json`
  link.click()
  // Not at once: some browsers begin to read it only then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const LONGEST_NAME = 100

/** The title without what file systems do not take. */
function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, LONGEST_NAME)
  return name || 'Design'
}
