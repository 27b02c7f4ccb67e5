import type { IncomingMessage } from 'node:http'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { isOwnOrigin, OTHER_ORIGIN } from './addresses.ts'
import { ApiError } from './api/errors.ts'
import { checkMetricsReader, type MetricsReaders } from './api/metrics.ts'
import { type ApiOptions, roomRoutes } from './api/rooms.ts'
import type { Events } from './events.ts'
import { type Health, storageTrouble } from './health.ts'
import { METRICS_TYPE, type Metrics } from './metrics.ts'
import { pageRoutes, securityHeaders } from './pages.ts'
import { RoomFull } from './room.ts'

const LONGEST_BODY = 2 ** 20

export interface AppOptions extends ApiOptions, MetricsReaders {
  /** The folder of the built app. */
  readonly dist: string
  readonly health: Pick<Health, 'check' | 'trouble'>
  readonly metrics: Pick<Metrics, 'text'>
  readonly requestOf: (c: Context) => IncomingMessage
  readonly events: Pick<Events, 'requestRefused'>
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

  app.get('/metrics', async (c) => {
    c.header('Cache-Control', 'no-store')
    checkMetricsReader(options.requestOf(c), options)
    return c.body(await options.metrics.text(), 200, { 'Content-Type': METRICS_TYPE })
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
  app.all('/api/*', (c) => {
    options.events.requestRefused(404, 'Nothing answers there.', options.addressOf(c))
    return c.json({ error: `Nothing answers ${c.req.method} ${c.req.path}.` }, 404)
  })
  app.route('/', pageRoutes(options.dist))

  app.notFound((c) => c.text('Nothing here.', 404))
  app.onError((error, c) => {
    const { status, message, isOurs } = answerTo(error)
    if (isOurs) options.report(error)
    options.events.requestRefused(status, message, options.addressOf(c))
    return c.json({ error: message }, status)
  })
  return app
}

/** What is answered when something was thrown; `isOurs`: the request was not to blame. */
function answerTo(error: Error) {
  if (error instanceof ApiError) return { status: error.status, message: error.message, isOurs: false }
  if (error instanceof RoomFull) return { status: 413, message: error.message, isOurs: false } as const
  const trouble = storageTrouble(error)
  if (trouble !== null) return { status: 503, message: trouble, isOurs: true } as const
  return { status: 500, message: 'Trouble on the server. Try again.', isOurs: true } as const
}
