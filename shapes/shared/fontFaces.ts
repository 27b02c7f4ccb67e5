import monoUrl from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-400-normal.woff2?url'
import sansUrl from '@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-standard-normal.woff2?url'
import type { TLFontFace } from 'tldraw'

/** The fonts of board text. tldraw writes them into exported pictures, which otherwise would not have them. */
export const boardFontFaces: TLFontFace[] = [
  {
    family: 'IBM Plex Sans',
    src: { url: sansUrl, format: 'woff2' },
    weight: '100 700',
    stretch: '75% 100%',
    style: 'normal',
  },
  { family: 'IBM Plex Mono', src: { url: monoUrl, format: 'woff2' }, weight: '400', style: 'normal' },
]
