import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono, type MiddlewareHandler } from 'hono'

const NOT_BUILT = 'The app is not built yet: run “npm run build”, then start the server again.'
const A_YEAR_S = 365 * 24 * 3600

/** The built app: hashed files are kept for ever, pages are asked for anew each time. */
export function pageRoutes(dist: string): Hono {
  const pages = new Hono()
  if (!existsSync(dist)) return pages.get('*', (c) => c.text(NOT_BUILT, 503))
  const root = relative(process.cwd(), dist) || '.'
  pages.use(
    '/assets/*',
    serveStatic({
      root,
      precompressed: true,
      onFound: (_, c) => c.header('Cache-Control', `public, max-age=${A_YEAR_S}, immutable`),
    }),
  )
  pages.get('*', async (c, next) => {
    const { path } = c.req
    if (path !== '/' && path.includes('.')) return next()
    return page(c, dist)
  })
  pages.use('*', serveStatic({ root, onFound: (_, c) => c.header('Cache-Control', 'no-cache') }))
  return pages
}

/** Every page is the same file; the app reads the address. */
async function page(c: Context, dist: string): Promise<Response> {
  const file = join(dist, 'index.html')
  c.header('Cache-Control', 'no-cache')
  return c.html(await readFile(file, 'utf8'))
}

const HOST_NAME = /^[a-z0-9.-]+(:\d+)?$|^\[[0-9a-f:]+\](:\d+)?$/i

const THIS_MACHINE = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** What of a browser a board has no use for, so that nothing on a page can ask for it. */
const NOT_USED = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']

const HALF_A_YEAR_S = 180 * 24 * 3600

/** Nothing of a board leaves this host, and nobody frames it. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const host = c.req.header('host') ?? ''
  const sockets = HOST_NAME.test(host) ? ` ws://${host} wss://${host}` : ''
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    // tldraw styles its shapes with style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data: blob:",
    "worker-src 'self' blob:",
    `connect-src 'self'${sockets} data: blob:`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ]
  c.header('Content-Security-Policy', policy.join('; '))
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('X-Frame-Options', 'DENY')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Permissions-Policy', NOT_USED.map((feature) => `${feature}=()`).join(', '))
  const isBehindHttps = c.req.header('x-forwarded-proto') === 'https'
  // Nothing of subdomains: they may be somebody else's.
  if (isBehindHttps) c.header('Strict-Transport-Security', `max-age=${HALF_A_YEAR_S}`)
  // Over plain http from elsewhere browsers ignore it, and log that as an error on every page.
  const isSecure = isBehindHttps || THIS_MACHINE.test(host)
  if (isSecure) c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
}
