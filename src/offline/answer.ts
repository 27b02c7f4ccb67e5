/** What the service worker answers itself, apart from any browser. */

/** The files this browser keeps, and the server. */
export interface Sources {
  /** The app's page as it was when this version was kept. */
  readonly keptPage: () => Promise<Response | undefined>
  /** A kept file of any version: its name carries its content. */
  readonly keptFile: () => Promise<Response | undefined>
  readonly fetch: () => Promise<Response>
  /** Keeps a file that the page has used. */
  readonly keep: (response: Response) => void
}

type Asked = Pick<Request, 'method' | 'mode' | 'url'>

const NEVER = /^\/(api|sync|healthz|metrics)(\/|$)/
/** A server that is quiet for so long is taken to be away. */
const ANSWER_WITHIN_MS = 5_000
/** What a proxy says of a server that is away. */
const AWAY = [502, 503, 504]

/** What a request is for; null: none of the worker's business. */
export function kindOf({ method, mode, url }: Asked, origin: string): 'page' | 'file' | null {
  const { origin: asked, pathname, search } = new URL(url)
  if (method !== 'GET' || asked !== origin || NEVER.test(pathname)) return null
  if (mode === 'navigate') return pathname.includes('.') ? null : 'page'
  const isFile = pathname.startsWith('/assets/') || pathname === '/favicon.svg'
  return isFile && search === '' ? 'file' : null
}

/** The server's page, so that an updated server is seen at once; the kept one while the server is away. */
export async function openPage({ fetch, keptPage }: Sources): Promise<Response> {
  const asked = fetch()
  const answer = await Promise.race([asked, quiet()]).catch(() => null)
  if (answer && !AWAY.includes(answer.status)) return answer
  return (await keptPage()) ?? asked
}

function quiet(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, ANSWER_WITHIN_MS, null))
}

/** A kept file, so that an open tab finds the parts of its own version; else the server's. */
export async function openFile({ keptFile, fetch, keep }: Sources): Promise<Response> {
  const kept = await keptFile()
  if (kept) return kept
  const response = await fetch()
  if (response.status === 200) keep(response.clone())
  return response
}
