import { useEffect, useState } from 'react'
import type { Editor } from 'tldraw'
import type { PlacedDesign, placeDesign } from '../../../templates/design/placeDesign.ts'
import type { Design } from '../../domain/design.ts'
import type { FileProblem } from '../../domain/designFile/reading.ts'
import { tooMany } from './addDesign.ts'

/** What is known of a chosen file so far. */
export type Look =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'refused'; readonly why: string }
  | {
      readonly kind: 'design'
      readonly design: Design
      readonly warnings: readonly FileProblem[]
      readonly drawing: PlacedDesign
      readonly place: typeof placeDesign
    }

/** Looks into a file, whatever it is; the board stays as it is. */
export function useLook(editor: Editor, file: File | null): Look {
  const [look, setLook] = useState<{ file: File | null; look: Look }>({ file: null, look: { kind: 'none' } })
  useEffect(() => {
    if (!file) return
    let isWanted = true
    void lookInto(editor, file).then((found) => {
      if (isWanted) setLook({ file, look: found })
    })
    return () => {
      isWanted = false
    }
  }, [editor, file])
  if (look.file === file) return look.look
  return file ? { kind: 'reading' } : { kind: 'none' }
}

async function lookInto(editor: Editor, file: File): Promise<Look> {
  try {
    const [{ readChosenFile }, { placeDesign: place }, { lossesOf }] = await Promise.all([
      import('./readChosenFile.ts'),
      import('../../../templates/design/placeDesign.ts'),
      import('../../../templates/design/lossesOf.ts'),
    ])
    const read = await readChosenFile(file)
    if ('refused' in read) return { kind: 'refused', why: read.refused }
    const drawing = place(read.design)
    const why = tooMany(editor, drawing.records.filter(({ typeName }) => typeName === 'shape').length)
    if (why !== null) return { kind: 'refused', why }
    const losses = lossesOf(read.design, drawing)
    const lost = new Set(losses.map(({ where }) => where))
    // What the file could keep and the board cannot is said once.
    const warnings = [...read.warnings.filter(({ where }) => !lost.has(where)), ...losses]
    return { kind: 'design', design: read.design, warnings, drawing, place }
  } catch {
    return {
      kind: 'refused',
      why: 'What reads design files could not be loaded. Check the connection and try again.',
    }
  }
}
