import monoUrl from '@fontsource/ibm-plex-mono/files/ibm-plex-mono-latin-500-normal.woff2?url'
import italicUrl from '@fontsource/ibm-plex-serif/files/ibm-plex-serif-latin-400-italic.woff2?url'
import saidUrl from '@fontsource/ibm-plex-serif/files/ibm-plex-serif-latin-400-normal.woff2?url'
import serifUrl from '@fontsource/ibm-plex-serif/files/ibm-plex-serif-latin-500-normal.woff2?url'
import type { TLFontFace } from 'tldraw'
import { boardFontFaces } from '../fontFaces.ts'

/** The board's fonts and those that only composites and frames use, for exported pictures. */
export const panelFontFaces: TLFontFace[] = [
  ...boardFontFaces,
  { family: 'IBM Plex Mono', src: { url: monoUrl, format: 'woff2' }, weight: '500', style: 'normal' },
  { family: 'IBM Plex Serif', src: { url: saidUrl, format: 'woff2' }, weight: '400', style: 'normal' },
  { family: 'IBM Plex Serif', src: { url: italicUrl, format: 'woff2' }, weight: '400', style: 'italic' },
  { family: 'IBM Plex Serif', src: { url: serifUrl, format: 'woff2' }, weight: '500', style: 'normal' },
]
