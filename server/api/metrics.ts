import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isAskedHere } from '../addresses.ts'
import { ApiError } from './errors.ts'

export interface MetricsReaders {
  /** Opens the metrics from anywhere; null: only programs on this machine may read them. */
  readonly metricsToken: string | null
  readonly publicUrl: string | null
  readonly trustProxy: readonly string[]
}

/** Lets through who may read the metrics. A link's token never opens them. @throws {ApiError} */
export function checkMetricsReader(request: IncomingMessage, readers: MetricsReaders) {
  const { metricsToken } = readers
  if (metricsToken !== null) {
    const [, token = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? []
    if (isSame(token, metricsToken)) return
    throw new ApiError(401, 'The metrics want the METRICS_TOKEN of this server as “Authorization: Bearer …”.')
  }
  if (isAskedHere(request, readers)) return
  throw new ApiError(403, 'Without METRICS_TOKEN only programs on the server’s machine may read the metrics.')
}

/** Compares in a time that tells nothing of where two texts differ. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
