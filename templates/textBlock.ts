import { type TLTextShape, toRichText } from '@tldraw/tlschema'
import type { PlacedShape } from './place.ts'

interface Position {
  readonly name: string
  readonly step: number
  readonly x: number
  readonly y: number
  /** px; longer lines wrap. */
  readonly w: number
}

/** Plain writing on the board, as the text tool makes it; one line of text a paragraph. */
export function textBlock({ w, ...position }: Position, text: string): PlacedShape {
  const props: TLTextShape['props'] = {
    color: 'black',
    size: 'm',
    font: 'sans',
    textAlign: 'start',
    w,
    autoSize: false,
    scale: 1,
    richText: toRichText(text),
  }
  return { ...position, type: 'text', props: { ...props } }
}
