import { useEffect, useState } from 'react'
import { useEditor } from 'tldraw'
import type { Design } from '../domain/design.ts'
import { watchDesign } from './watchDesign.ts'

/** What the board means; null until it is read for the first time. The same object until it means something else. */
export function useDesign(): Design | null {
  const editor = useEditor()
  const [design, setDesign] = useState<Design | null>(null)
  useEffect(() => watchDesign(editor, setDesign), [editor])
  return design
}
