import type { IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'

const LOCAL = new Set(['localhost', '127.0.0.1', '::1'])
const EVERY_NETWORK = new Set(['0.0.0.0', '::'])

const withoutMapping = (address: string) => address.replace(/^::ffff:/, '')

/**
 * The address a request comes from. X-Forwarded-For counts only as far as trusted proxies wrote it: read
 * from its end, the first address that is no trusted proxy.
 */
export function addressOf(request: IncomingMessage, trusted: readonly string[]): string {
  const direct = withoutMapping(request.socket.remoteAddress ?? '')
  if (!trusted.includes(direct)) return direct
  const forwarded = String(request.headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((address) => withoutMapping(address.trim()))
    .filter((address) => address !== '')
  return forwarded.reverse().find((address) => !trusted.includes(address)) ?? direct
}

const PASSED_ON = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

/** Whether a program of this machine asks for itself, not for somebody else as a proxy does. */
function isFromThisMachine({ socket, headers }: IncomingMessage): boolean {
  const direct = withoutMapping(socket.remoteAddress ?? '')
  const asked = `http://${headers.host ?? ''}`
  const isAskedAsLocal = URL.canParse(asked) && LOCAL.has(new URL(asked).hostname.replace(/^\[|\]$/g, ''))
  return LOCAL.has(direct) && isAskedAsLocal && !PASSED_ON.some((name) => name in headers)
}

interface Proxies {
  readonly publicUrl: string | null
  readonly trustProxy: readonly string[]
}

/**
 * Whether who asks can be told what concerns this machine alone. Not every proxy says that it passes a request
 * on: where one is set, nobody counts as on this machine.
 */
export function isAskedHere(request: IncomingMessage, { publicUrl, trustProxy }: Proxies): boolean {
  return publicUrl === null && trustProxy.length === 0 && isFromThisMachine(request)
}

/** Whether a page of that origin is one of this server's: of the host that it asked, or of `publicUrl`. */
export function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  if (origin === publicUrl) return true
  return URL.canParse(origin) && new URL(origin).host === host?.toLowerCase()
}

export const OTHER_ORIGIN =
  'Pages of other addresses may not use this server. If this page is its own, set PUBLIC_URL on the server.'

/** Whether only programs of this machine can connect. */
export const isLocalOnly = (host: string) => LOCAL.has(host)

/** What to open on this machine. */
export const localUrl = (host: string, port: number) =>
  urlOf(EVERY_NETWORK.has(host) ? 'localhost' : host, port)

const urlOf = (host: string, port: number) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`

/** The URLs that others on the network would open; none where the server listens on this machine only. */
export function reachableUrls(host: string, port: number): string[] {
  if (isLocalOnly(host)) return []
  const hosts = EVERY_NETWORK.has(host) ? networkAddresses() : [host]
  return hosts.map((name) => urlOf(name, port))
}

function networkAddresses(): string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
    .map(({ address }) => address)
}
