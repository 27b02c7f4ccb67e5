import { expect, test } from 'vitest'
import { refusalWords } from '../../src/pages/board/refusal.ts'
import { ageWords, leftBehindWords, saveWords, waitingWords } from '../../src/pages/board/saveWords.ts'
import type { Save } from '../../src/sync/save.ts'

const MINUTE = 60_000
const yes = { is: true, since: 0 }
const no = { is: false, since: 0 }
const well: Save = {
  kind: 'server',
  link: 'online',
  trouble: null,
  device: yes,
  server: yes,
  online: yes,
  wasOnline: true,
  seen: { by: 0, of: 0, since: 0 },
}
const words = (change: Partial<Save>) => saveWords({ ...well, ...change }, 12 * MINUTE)

test.each([
  ['tab', 0, 'ring', 'Saving'],
  ['device', 0, 'ring', 'On this device'],
  ['server', 2, 'dot', 'On the server'],
  ['seen', 1, 'halo', 'Seen by 1 other'],
  ['seen', 3, 'halo', 'Seen by 3 others'],
] as const)('the save light says of %s with %i others: %s, %s', (kind, by, light, text) => {
  expect(words({ kind, seen: { by, of: 3, since: 0 } })).toMatchObject({ light, text, age: '' })
})

test('offline, the light says for how long, and what this device keeps', () => {
  const offline = { link: 'offline', online: no, server: no, kind: 'device' } as const
  expect(words(offline)).toMatchObject({ light: 'ring', text: 'Offline, still saving here', age: '12 min' })
  expect(words({ ...offline, kind: 'tab', device: no, trouble: 'full' })).toMatchObject({
    light: 'warning',
    text: 'Offline, only in this tab',
  })
})

test('to an observer the light says how old it is what they see, and nothing of edits', () => {
  const away = { link: 'offline', online: no, server: no, kind: 'device' } as const
  const now = 12 * MINUTE
  const at = new Date(0).toLocaleString('en-GB', { hour: '2-digit', minute: '2-digit' })
  const seen = saveWords({ ...well, ...away }, now, true)
  expect(seen).toMatchObject({ text: `Offline, you see the board as it was at ${at}`, age: '' })
  expect(saveWords({ ...well, ...away, wasOnline: false }, now, true).text).toBe(
    'Offline, you see the board as this device kept it',
  )
  const days = saveWords({ ...well, ...away }, 48 * 60 * MINUTE, true)
  expect(days.text).toContain(new Date(0).toLocaleString('en-GB', { weekday: 'short' }))
  const others = (of: number) =>
    saveWords({ ...well, seen: { by: null, of, since: 0 } }, now, true).rows[2]?.has
  expect([others(0), others(2)]).toEqual(['nobody', '2'])
})

test('an edit that is too large and one that is nowhere else are a warning', () => {
  expect(words({ link: 'held', kind: 'device', server: no })).toMatchObject({
    light: 'warning',
    text: 'Too large, kept here',
  })
  expect(words({ kind: 'tab', server: no, device: no, trouble: 'forbidden' })).toMatchObject({
    light: 'warning',
    text: 'Only in this tab',
  })
  expect(words({ trouble: 'forbidden', device: no })).toMatchObject({ light: 'dot', text: 'On the server' })
})

test('pressed, the light says of each place what it has, and since when', () => {
  const rows = words({
    device: { is: true, since: 12 * MINUTE - 3_000 },
    server: { is: false, since: 10 * MINUTE },
    seen: { by: 1, of: 2, since: 0 },
  }).rows
  expect(rows).toEqual([
    { place: 'This device', has: 'keeps everything', age: 'just now' },
    { place: 'The server', has: 'is behind', age: '2 min' },
    { place: 'Others here', has: '1 of 2 have all your edits', age: '12 min' },
    { place: 'Connection', has: 'is up', age: '12 min' },
  ])
})

test('nobody is behind on nothing', () => {
  const has = (by: number | null, of: number) => words({ seen: { by, of, since: 0 } }).rows[2]?.has
  expect(has(null, 0)).toBe('nobody')
  expect(has(null, 2)).toBe('2; you have changed nothing yet')
  expect(has(2, 2)).toBe('all 2 have your edits')
})

test.each([
  [4_999, 'just now'],
  [5_000, '5 s'],
  [59_999, '59 s'],
  [60_000, '1 min'],
  [3_600_000, '1 h'],
  [47 * 3_600_000, '47 h'],
  [48 * 3_600_000, '2 days'],
])('%i ms is %s', (ms, text) => {
  expect(ageWords(ms)).toBe(text)
})

test('a refusal by the server reads the same whether HTTP or the connection brings it', () => {
  for (const code of [401, 403, 404]) expect(refusalWords(code, '')).toEqual(refusalWords(4000 + code, ''))
})

test('where there is no board, its owner learns that the server may have another data folder', () => {
  expect(refusalWords(4404, '').text).toContain('another data folder')
})

test('an unknown refusal says what the server said', () => {
  expect(refusalWords(4499, 'Closed by the owner.').text).toBe('Closed by the owner.')
  expect(refusalWords(4499, '').text).toContain('4499')
})

test.each([
  [4401, 'This link has expired. Ask for a new one.', 'This link has expired.'],
  [401, 'This link was replaced or taken back. Ask for a new one.', 'This link was replaced or taken back.'],
  [4401, 'This link does not open this board. Ask for a new one.', 'This link does not open the board.'],
  [4403, 'This part is for interviewers.', 'This part is for interviewers.'],
  [4403, 'This link only lets you look.', 'This link does not allow that.'],
  [4500, 'Not saved: the server’s disk is full.', 'Not saved: the server’s disk is full.'],
  [4529, 'No more than 64 people fit in here at once.', 'The board is full.'],
  [4529, 'Too many connects. Come again in a second.', 'Too many connects from your address.'],
])('%i “%s” is titled “%s”', (code, reason, title) => {
  expect(refusalWords(code, reason).title).toBe(title)
})

test.each([
  [4401, undefined],
  [4404, undefined],
  [4409, 'reload'],
  [4500, 'again'],
  [4529, 'again'],
] as const)('%i is helped by: %s', (code, remedy) => expect(refusalWords(code, '').remedy).toBe(remedy))

test('while the server has trouble or no place, the light says that edits are here only, if there are any', () => {
  const waits = { online: no, server: no, kind: 'device' } as const
  for (const link of ['trouble', 'full', 'refused'] as const) {
    expect(words({ ...waits, link }).text).toBe('On this device only')
    expect(words({ ...waits, link, kind: 'tab', trouble: 'full' }).text).toBe('Only in this tab')
  }
  expect(words({ link: 'trouble', online: no }).text).toBe('Server trouble')
  expect(words({ link: 'full', online: no }).text).toBe('Waiting for a place')
  expect(words({ link: 'refused', online: no }).text).toBe('Not connected')
})

test('what waits says where it is, and what ends the wait', () => {
  const save: Save = { ...well, link: 'trouble' }
  expect(waitingWords(save, false)).toContain('stays on this device')
  expect(waitingWords({ ...save, trouble: 'full' }, false)).toContain('keep it open')
  expect(waitingWords({ ...save, link: 'full' }, true)).toBe(
    'You see the board as it was; it goes on by itself once somebody leaves.',
  )
})

test.each([
  [0, null, 'What you changed last did not reach the server; this device keeps it.'],
  [1, null, 'Your change to 1 shape did not reach the server; this device keeps it.'],
  [3, null, 'Your changes to 3 shapes did not reach the server; this device keeps them.'],
  [
    3,
    'full',
    'Your changes to 3 shapes did not reach the server: keep this tab open, or make a board of your own.',
  ],
] as const)('%i shapes left behind, storage trouble %s: “%s”', (shapes, trouble, text) => {
  expect(leftBehindWords(shapes, trouble)).toBe(text)
})
