import { afterEach, describe, expect, it, vi } from 'vitest'
import { kindOf, openFile, openPage, type Sources } from '../../src/offline/answer.ts'

const HERE = 'https://board.example.org'

const sources = (own: Partial<Sources>): Sources => ({
  fetch: () => Promise.resolve(new Response('from the server')),
  keptPage: async () => new Response('kept page'),
  keptFile: async () => undefined,
  keep: () => {},
  ...own,
})

describe('which requests the service worker answers', () => {
  const kind = (path: string, mode: RequestMode = 'cors', method = 'GET') =>
    kindOf({ method, mode, url: new URL(path, HERE).href }, HERE)

  it.each(['/', '/board/abc', '/board/abc?token=x', '/shapes'])('opens the page %s', (path) => {
    expect(kind(path, 'navigate')).toBe('page')
  })

  it.each(['/assets/BoardPage-1a2b.js', '/favicon.svg'])('finds the file %s', (path) => {
    expect(kind(path)).toBe('file')
  })

  it.each(['/api/rooms', '/api/rooms/a', '/sync/a/board?token=x', '/healthz', '/metrics'])(
    'leaves %s to the server',
    (path) => {
      expect([kind(path), kind(path, 'navigate')]).toEqual([null, null])
    },
  )

  it.each([
    'https://elsewhere.example/assets/a.js',
    '/assets/a.js?token=x',
    '/service-worker.js',
    '/src/main.tsx',
  ])('does not touch %s', (url) => {
    expect(kind(url)).toBeNull()
  })

  it('answers reading only', () => {
    expect([kind('/', 'navigate', 'POST'), kind('/assets/a.js', 'cors', 'HEAD')]).toEqual([null, null])
  })
})

describe('a page', () => {
  afterEach(() => vi.useRealTimers())

  it.each([200, 404, 500])('is the server’s when it answers with %i', async (status) => {
    const answer = new Response('from the server', { status })
    expect(await openPage(sources({ fetch: async () => answer }))).toBe(answer)
  })

  it.each([502, 503, 504])('is the kept one when a proxy says %i', async (status) => {
    const page = await openPage(sources({ fetch: async () => new Response('', { status }) }))
    expect(await page.text()).toBe('kept page')
  })

  it('is the kept one when nothing answers', async () => {
    const page = await openPage(sources({ fetch: () => Promise.reject(new TypeError('no network')) }))
    expect(await page.text()).toBe('kept page')
  })

  it('is the kept one when the server stays quiet', async () => {
    vi.useFakeTimers()
    const page = openPage(sources({ fetch: () => new Promise(() => {}) }))
    await vi.runAllTimersAsync()
    expect(await (await page).text()).toBe('kept page')
  })

  it('is what the server says when none is kept', async () => {
    const answer = new Response('', { status: 503 })
    expect(await openPage(sources({ fetch: async () => answer, keptPage: async () => undefined }))).toBe(
      answer,
    )
  })
})

describe('a file', () => {
  it('is the kept one, without asking the server', async () => {
    const kept = new Response('kept')
    const fetch = vi.fn()
    expect(await openFile(sources({ keptFile: async () => kept, fetch }))).toBe(kept)
    expect(fetch).not.toHaveBeenCalled()
  })

  it('is kept when the server has it, and not when it has not', async () => {
    const keep = vi.fn()
    await openFile(sources({ fetch: async () => new Response('', { status: 404 }), keep }))
    expect(keep).not.toHaveBeenCalled()
    const answer = await openFile(sources({ keep }))
    expect(keep).toHaveBeenCalledOnce()
    expect(await answer.text()).toBe('from the server')
  })
})
