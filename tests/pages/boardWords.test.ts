import { expect, test } from 'vitest'
import { refusalWords } from '../../src/pages/board/refusal.ts'
import { saveWords } from '../../src/pages/board/SaveLight.tsx'

test.each([
  ['device', 0, 'ring', 'On this device'],
  ['server', 2, 'dot', 'On the server'],
  ['seen', 1, 'halo', 'Seen by 1 other'],
  ['seen', 3, 'halo', 'Seen by 3 others'],
] as const)('the save light says of %s with %i others: %s, %s', (kind, others, light, text) => {
  expect(saveWords({ kind, others, offline: false })).toMatchObject({ light, text })
})

test.each(['device', 'server', 'seen'] as const)(
  'offline, the light promises no more than this tab (%s)',
  (kind) => {
    const { light, text, explains } = saveWords({ kind, others: 2, offline: true })
    expect(light).toBe('ring')
    expect(text).toMatch(/^Offline/)
    expect(explains).toContain('Keep the tab open')
  },
)

test('a refusal by the server reads the same whether HTTP or the connection brings it', () => {
  for (const code of [401, 403, 404]) expect(refusalWords(code, '')).toEqual(refusalWords(4000 + code, ''))
})

test('an unknown refusal says what the server said', () => {
  expect(refusalWords(4499, 'Closed by the owner.').text).toBe('Closed by the owner.')
  expect(refusalWords(4499, '').text).toContain('4499')
})
