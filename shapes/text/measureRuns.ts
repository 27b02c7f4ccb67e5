import { type Editor, renderHtmlFromRichText, TEXT_PROPS, type TLRichText } from 'tldraw'

/** A stretch of text on one line in one style; `x` and the middle of its line in px from the corner. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly middle: number
  readonly weight: string
  readonly style: string
}

export interface TextBox {
  readonly richText: TLRichText
  /** px */
  readonly width: number
  readonly size: number
  readonly family: string
  readonly align: 'start' | 'center' | 'end'
}

/** Where the browser puts rich text in a box of that width: what it breaks, we need not. */
export function measureRuns(editor: Editor, box: TextBox): Run[] {
  const element = editor.getContainer().ownerDocument.createElement('div')
  element.className = 'tl-text tl-rich-text'
  element.innerHTML = renderHtmlFromRichText(editor, box.richText)
  Object.assign(element.style, {
    position: 'absolute',
    top: '0',
    left: '0',
    visibility: 'hidden',
    width: `${box.width}px`,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'break-word',
    textAlign: box.align,
    fontFamily: box.family,
    fontSize: `${box.size}px`,
    fontWeight: TEXT_PROPS.fontWeight,
    lineHeight: String(TEXT_PROPS.lineHeight),
  })
  editor.getContainer().append(element)
  try {
    return runsIn(element)
  } finally {
    element.remove()
  }
}

function runsIn(element: HTMLElement): Run[] {
  const origin = element.getBoundingClientRect()
  const runs: Run[] = []
  const texts = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  while (texts.nextNode()) {
    const { weight, style } = lookOf(texts.currentNode.parentElement)
    for (const { text, rect } of linesOf(texts.currentNode as Text)) {
      runs.push({ text, x: rect.x - origin.x, middle: rect.y + rect.height / 2 - origin.y, weight, style })
    }
  }
  return runs
}

function lookOf(element: Element | null): { weight: string; style: string } {
  if (!element) return { weight: 'normal', style: 'normal' }
  const { fontWeight, fontStyle } = getComputedStyle(element)
  return { weight: fontWeight, style: fontStyle }
}

/** The parts of a text node that stand on one line each, word by word. */
function linesOf(node: Text): { text: string; rect: DOMRect }[] {
  const lines: { text: string; rect: DOMRect }[] = []
  for (const { 0: word, index } of node.data.matchAll(/\S+\s*|\s+/g)) {
    const range = node.ownerDocument.createRange()
    range.setStart(node, index)
    range.setEnd(node, index + word.length)
    const rect = range.getClientRects()[0]
    if (!rect) continue
    const last = lines.at(-1)
    if (last && Math.abs(last.rect.y - rect.y) < rect.height / 2) last.text += word
    else lines.push({ text: word, rect })
  }
  return lines
}
