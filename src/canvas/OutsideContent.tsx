import { useEffect } from 'react'
import {
  defaultHandleExternalExcalidrawContent,
  defaultHandleExternalTextContent,
  defaultHandleExternalTldrawContent,
  type Editor,
  type TLContent,
  useEditor,
  useToasts,
  type VecLike,
} from 'tldraw'
import { importDesign } from './boardDialog.ts'
import { standApart } from './standApart.ts'

const NO_FILES = 'Boards hold no pictures, videos or files. Draw it, or paste text.'
const LEFT_OUT = 'Pictures, videos and embedded pages were left out: boards hold none.'

/** Characters; a longer text is a file, and would slow everybody's board down. */
const LONGEST_TEXT = 100_000

function tooLong(length: number): string {
  const [pasted, most] = [length, LONGEST_TEXT].map((count) => count.toLocaleString('en-GB'))
  return `That text has ${pasted} characters; a text on a board takes ${most}. Paste a part of it.`
}

const REFUSED_TYPES = new Set(['image', 'video', 'embed', 'bookmark'])

/** Pasted tldraw content without pictures, videos, embedded pages, and what is bound to them. */
export function withoutMedia(content: TLContent): TLContent {
  const kept = content.shapes.filter((shape) => !REFUSED_TYPES.has(shape.type))
  const ids = new Set(kept.map(({ id }) => id))
  return {
    ...content,
    shapes: kept,
    assets: [],
    rootShapeIds: content.rootShapeIds.filter((id) => ids.has(id)),
    bindings: content.bindings?.filter(({ fromId, toId }) => ids.has(fromId) && ids.has(toId)),
  }
}

/** The point if it is in view: a pointer that has left the canvas, or never came, says nothing of where to paste. */
function inView(editor: Editor, point: VecLike | undefined): VecLike | undefined {
  return point && editor.getViewportPageBounds().containsPoint(point) ? point : undefined
}

function isJson({ name, type }: File): boolean {
  return type === 'application/json' || name.toLowerCase().endsWith('.json')
}

/** Whether a text begins and ends as a design file does and has its list of nodes. */
function isDesign(text: string): boolean {
  return /^\s*\{/.test(text) && /\}\s*$/.test(text) && /"nodes"\s*:\s*\[/.test(text)
}

/**
 * Decides what pasted and dropped things become: addresses turn into text, nothing is fetched, a design file is
 * shown before it is added, and pictures, videos, SVG and other files are refused with a sentence.
 */
export function handleOutsideContent(editor: Editor, say: (sentence: string) => void) {
  const refuse = () => say(NO_FILES)
  const asText = ({ url, point }: { url: string; point?: { x: number; y: number } }) =>
    void editor.putExternalContent({ type: 'text', text: url, point })
  editor.registerExternalContentHandler('files', ({ files }) => {
    const [file] = files
    if (files.length !== 1 || !file || !isJson(file) || !importDesign(editor, file)) refuse()
  })
  editor.registerExternalContentHandler('file-replace', refuse)
  editor.registerExternalContentHandler('svg-text', refuse)
  editor.registerExternalContentHandler('url', asText)
  editor.registerExternalContentHandler('text', async (pasted) => {
    if (isDesign(pasted.text) && importDesign(editor, new File([pasted.text], 'What was pasted'))) return
    if (pasted.text.length > LONGEST_TEXT) return say(tooLong(pasted.text.length))
    const before = editor.getCurrentPageShapeIds()
    await defaultHandleExternalTextContent(editor, { ...pasted, point: inView(editor, pasted.point) })
    const added = editor.getCurrentPageShapes().filter(({ id }) => !before.has(id))
    standApart(editor, added)
  })
  editor.registerExternalContentHandler<'embed', unknown>('embed', asText)
  editor.registerExternalContentHandler('tldraw', (pasted) => {
    const content = withoutMedia(pasted.content)
    if (content.shapes.length < pasted.content.shapes.length) say(LEFT_OUT)
    if (content.shapes.length === 0) return
    defaultHandleExternalTldrawContent(editor, { content, point: inView(editor, pasted.point) })
    standApart(editor, editor.getSelectedShapes())
  })
  editor.registerExternalContentHandler('excalidraw', (pasted) => {
    const elements: { type?: unknown }[] = Array.isArray(pasted.content?.elements)
      ? pasted.content.elements
      : []
    const kept = elements.filter(({ type }) => type !== 'image' && type !== 'embeddable' && type !== 'iframe')
    if (kept.length < elements.length) say(LEFT_OUT)
    const content = { ...pasted.content, elements: kept, files: {} }
    defaultHandleExternalExcalidrawContent(editor, { ...pasted, content })
  })
  editor.registerExternalAssetHandler('file', null)
  editor.registerExternalAssetHandler('url', null)
}

/** Puts `handleOutsideContent` in place of tldraw's own handlers; its sentences become toasts. */
export function OutsideContent() {
  const editor = useEditor()
  const { addToast } = useToasts()
  useEffect(() => {
    handleOutsideContent(editor, (title) => addToast({ id: 'outside-content', title, severity: 'info' }))
  }, [editor, addToast])
  return null
}
