import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pageRoutes, securityHeaders } from '../../server/pages.ts'
import { startServer } from '../helpers/startServer.ts'

const dist = mkdtempSync(join(tmpdir(), 'drillboard-dist-'))
const app = new Hono().use('*', securityHeaders).route('/', pageRoutes(dist))
const server = createServer(getRequestListener(app.fetch))
let url: string
beforeAll(async () => {
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<title>Drillboard</title>')
  writeFileSync(join(dist, 'favicon.svg'), '<svg/>')
  writeFileSync(join(dist, 'service-worker.js'), 'keep()')
  writeFileSync(join(dist, 'assets', 'app-1a2b.js'), 'run()')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

it.each(['/', '/board/abc', '/debrief/abc', '/shapes', '/drill/x'])(
  'answers %s with the app, asked for anew',
  async (path) => {
    const response = await fetch(url + path)
    expect([response.status, await response.text()]).toEqual([200, '<title>Drillboard</title>'])
    expect(response.headers.get('cache-control')).toBe('no-cache')
  },
)

it('lets browsers keep hashed files for ever, and no others', async () => {
  const [hashed, plain] = [await fetch(`${url}/assets/app-1a2b.js`), await fetch(`${url}/favicon.svg`)]
  expect([hashed.status, hashed.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ])
  expect([plain.status, plain.headers.get('cache-control')]).toEqual([200, 'no-cache'])
  expect(hashed.headers.get('content-type')).toMatch('javascript')
})

it('lets an updated service worker be seen at once, and run', async () => {
  const { status, headers } = await fetch(`${url}/service-worker.js`)
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-cache'])
  expect(headers.get('content-type')).toMatch('javascript')
  expect(headers.get('content-security-policy')).toMatch("worker-src 'self'")
})

it('has no file outside the app, and no page for one that is missing', async () => {
  for (const path of ['/missing.js', '/assets/missing.js', '/..%2f..%2fpackage.json', '/.git/config']) {
    expect((await fetch(url + path)).status, path).toBe(404)
  }
})

it('lets pages load from this host alone and be framed by nobody', async () => {
  const { headers } = await fetch(url)
  const policy = headers.get('content-security-policy') ?? ''
  const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]))
  const host = url.slice('http://'.length)
  expect(rules.get('default-src')).toEqual(["'self'"])
  expect(rules.get('script-src')).toEqual(["'self'"])
  expect(rules.get('connect-src')).toEqual(["'self'", `ws://${host}`, `wss://${host}`, 'data:', 'blob:'])
  for (const rule of ['frame-ancestors', 'object-src', 'base-uri', 'form-action']) {
    expect(rules.get(rule), rule).toEqual(["'none'"])
  }
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('referrer-policy')).toBe('no-referrer')
  expect(headers.get('permissions-policy')).toMatch(/camera=\(\), .*geolocation=\(\), microphone=\(\)/)
})

it('asks browsers to stay on https, but only those that came by it', async () => {
  const over = (headers: Record<string, string>) => app.request('/', { headers })
  const secure = await over({ host: 'board.example.org', 'x-forwarded-proto': 'https' })
  expect(secure.headers.get('strict-transport-security')).toBe('max-age=15552000')
  const plain = await over({ host: 'board.example.org' })
  expect(plain.headers.get('strict-transport-security')).toBeNull()
})

it('says that it is well, what it is, and where it listens', async () => {
  const own = await startServer()
  const health = await fetch(`${own.url}/healthz`)
  expect([health.status, (await health.json()).status]).toEqual([200, 'ok'])
  const missing = await fetch(`${own.url}/api/nothing`)
  expect([missing.status, await missing.json()]).toEqual([
    404,
    { error: 'Nothing answers GET /api/nothing.' },
  ])
  expect(own.output()).toBe(
    `Drillboard is running: ${own.url}\nIt listens on this machine only. To let others in, start it with HOST=0.0.0.0\n`,
  )
  await own.stop()
})

it.each([
  [{ host: '127.0.0.1:3000' }, 'same-origin'],
  [{ host: 'board.example.org', 'x-forwarded-proto': 'https' }, 'same-origin'],
  [{ host: '192.168.1.20:3000' }, null],
])('isolates windows where browsers heed it: %j', async (headers, expected) => {
  const response = await app.request('/', { headers })
  expect(response.headers.get('cross-origin-opener-policy')).toBe(expected)
})
