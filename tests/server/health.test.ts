import { expect, it } from 'vitest'
import { createHealth, storageTrouble } from '../../server/health.ts'

const failure = (code: string) => Object.assign(new Error('no'), { code })

it('has words for what SQLite reports, short enough for a close reason, and none for other errors', () => {
  const codes = [
    'FULL',
    'READONLY_DBMOVED',
    'IOERR_WRITE',
    'IOERR_FSYNC',
    'CORRUPT_VTAB',
    'NOTADB',
    'BUSY',
    'CANTOPEN',
    'NOMEM',
  ]
  const words = codes.map((code) => storageTrouble(failure(`SQLITE_${code}`)))
  for (const text of words) expect(Buffer.byteLength(text ?? '')).toBeGreaterThan(20)
  for (const text of words) expect(Buffer.byteLength(text ?? '')).toBeLessThanOrEqual(123)
  expect(words[0]).toBe('Not saved: the server’s disk is full.')
  expect([
    storageTrouble(new Error('a bug')),
    storageTrouble(failure('EPIPE')),
    storageTrouble(null),
  ]).toEqual([null, null, null])
})

it('tries again until something can be kept, and says when trouble begins and ends', async () => {
  let fails = true
  const said: (string | null)[] = []
  const probe = async () => {
    if (fails) throw failure('SQLITE_FULL')
  }
  const health = createHealth({ probe, retryMs: 5, onTrouble: (trouble) => said.push(trouble) })
  health.failed(new Error('a bug'))
  expect(health.trouble()).toBeNull()
  health.failed(failure('SQLITE_FULL'))
  expect(await health.check()).toBe('Not saved: the server’s disk is full.')
  fails = false
  await expect.poll(() => health.trouble()).toBeNull()
  expect(said).toEqual(['Not saved: the server’s disk is full.', null])
  health.stop()
})

it('does not trust a disk again that has lost what it was told to keep', async () => {
  const health = createHealth({ probe: async () => {}, retryMs: 1 })
  health.failed(failure('SQLITE_IOERR_FSYNC'))
  health.failed(failure('SQLITE_FULL'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(await health.check()).toContain('has to be restarted')
})

it('goes on where only some boards cannot be read, and says so when asked', async () => {
  const health = createHealth({ probe: async () => {} })
  health.failed(failure('SQLITE_CORRUPT'))
  expect(health.trouble()).toBeNull()
  expect(await health.check()).toContain('Restore a backup')
})
