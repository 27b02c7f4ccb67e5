import { FONT_FAMILIES, MONO_WORD_SPACING_EM } from '../text.ts'
import type { PanelFont } from './layout.ts'

/** The font as style properties, the same for an input and for SVG text. */
export function fontStyle({ family, weight, size, lineHeight, italic }: PanelFont) {
  return {
    fontFamily: FONT_FAMILIES[family],
    fontWeight: weight,
    fontSize: size,
    lineHeight: `${lineHeight}px`,
    ...(italic ? { fontStyle: 'italic' } : {}),
    // As it is measured.
    ...(family === 'serif' ? { fontKerning: 'none' as const } : {}),
    ...(family === 'mono' ? { wordSpacing: `${MONO_WORD_SPACING_EM}em` } : {}),
  }
}
