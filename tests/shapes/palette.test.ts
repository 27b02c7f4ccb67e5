import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { groupColours, groupLetter, type Token, tokenColour } from '../../shapes/shared/palette.ts'
import { GROUP_IDS } from '../../src/domain/kinds.ts'

const css = readFileSync('src/look/tokens.css', 'utf8')
const [light = '', dark = ''] = css.split(':root.dark')
const sheets = { light, dark }

function inSheet(theme: 'light' | 'dark', name: string): string | undefined {
  const value = new RegExp(`--${name}:\\s*(#[0-9a-f]+)`, 'i').exec(sheets[theme])?.[1]?.toLowerCase()
  return value?.length === 4 ? value.replace(/([0-9a-f])/g, '$1$1') : value
}

const TOKENS: readonly Token[] = [
  'canvas',
  'panel',
  'sunken',
  'ink',
  'ink-2',
  'ink-3',
  'line',
  'line-2',
  'accent',
  'accent-soft',
  'ok',
  'warn',
  'over',
  'over-fill',
]

/** As Chromium mixes them from the style sheet. */
const WASHES = {
  light: '#edeeef #e8edf1 #edf5f6 #edf2eb #f0ede8 #f1f1fa #f6eff0 #f3f3ec #f3e9ec #f3edf5'.split(' '),
  dark: '#31363f #253039 #26353b #2d3939 #363533 #2b303f #333036 #2d3030 #322b35 #323241'.split(' '),
}

describe.each(['light', 'dark'] as const)('the %s colours of exports', (theme) => {
  it.each(TOKENS)('have the %s of the style sheet', (token) => {
    expect(tokenColour(token, theme)).toBe(inSheet(theme, token))
  })
  it.each(GROUP_IDS)('have the stroke and the wash of %s', (group) => {
    const { stroke, wash } = groupColours(group, theme)
    expect(stroke).toBe(inSheet(theme, `g-${groupLetter(group)}`))
    expect(wash).toBe(WASHES[theme][GROUP_IDS.indexOf(group)])
  })
})

it('leaves colours on the board to the style sheet', () => {
  expect(tokenColour('ink')).toBe('var(--ink)')
  expect(groupColours('storage').stroke).toBe('var(--g-b)')
})
