import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isOwnOrigin, OTHER_ORIGIN } from './addresses.ts'
import { ApiError } from './api/errors.ts'
import { type ApiOptions, roomRoutes } from './api/rooms.ts'
import { type Health, storageTrouble } from './health.ts'
import { pageRoutes, securityHeaders } from './pages.ts'
import { RoomFull } from './room.ts'

const LONGEST_BODY = 2 ** 20

export interface AppOptions extends ApiOptions {
  /** How others reach the server, where that is set. */
  readonly publicUrl: string | null
  /** The folder of the built app. */
  readonly dist: string
  readonly health: Pick<Health, 'check' | 'trouble'>
  readonly report: (error: unknown) => void
}

/** Everything the server answers over HTTP. */
export function createApp(options: AppOptions): Hono {
  const app = new Hono()
  app.use('*', securityHeaders)

  app.get('/healthz', async (c) => {
    c.header('Cache-Control', 'no-store')
    const reason = await options.health.check()
    if (reason !== null) return c.json({ status: 'failing', reason }, 503)
    return c.json({ status: 'ok', version: options.appVersion })
  })

  app.use('/api/*', async (c, next) => {
    c.header('Cache-Control', 'no-store')
    await next()
  })
  app.use('/api/*', async (c, next) => {
    const origin = c.req.header('origin')
    const isOwn = origin === undefined || isOwnOrigin(origin, c.req.header('host'), options.publicUrl)
    if (!isOwn) throw new ApiError(403, OTHER_ORIGIN)
    await next()
  })
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: LONGEST_BODY,
      onError: () => {
        throw new ApiError(413, 'The body may have up to 1 MiB.')
      },
    }),
  )
  app.route('/api/rooms', roomRoutes(options))
  app.all('/api/*', (c) => c.json({ error: `Nothing answers ${c.req.method} ${c.req.path}.` }, 404))
  app.route('/', pageRoutes(options.dist))

  app.notFound((c) => c.text('Nothing here.', 404))
  app.onError((error, c) => {
    if (error instanceof ApiError) return c.json({ error: error.message }, error.status)
    if (error instanceof RoomFull) return c.json({ error: error.message }, 413)
    options.report(error)
    const trouble = storageTrouble(error)
    if (trouble !== null) return c.json({ error: trouble }, 503)
    return c.json({ error: 'Trouble on the server. Try again.' }, 500)
  })
  return app
}
