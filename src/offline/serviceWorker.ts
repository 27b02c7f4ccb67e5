/// <reference lib="webworker" />
import { matchPrecache, precache } from 'workbox-precaching'
import { kindOf, openFile, openPage } from './answer.ts'
import type { FilesToKeep } from './filesToKeep.ts'

declare const self: ServiceWorkerGlobalScope
/** Put in place by the build. */
declare const FILES_TO_KEEP: FilesToKeep

const { always, onUse } = FILES_TO_KEEP
const ON_USE = 'drillboard-on-use'

// A new version waits until the last tab of the one before is closed; only then are the old files deleted.
precache([...always])

self.addEventListener('activate', (event) => {
  // The tab of the first visit, too, is to find its files when the server has been updated. That is safe: a page
  // of any version gets the files it names, which are named after their content.
  event.waitUntil(Promise.all([self.clients.claim(), forgetOldFiles()]))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const kind = kindOf(request, self.location.origin)
  if (kind === null) return
  const open = kind === 'page' ? openPage : openFile
  event.respondWith(
    open({
      keptPage: () => matchPrecache('/index.html'),
      keptFile: async () =>
        (await matchPrecache(request)) ?? (await caches.match(request, { ignoreVary: true })),
      fetch: () => fetch(request),
      keep: (response) => event.waitUntil(keep(request, response)),
    }),
  )
})

async function keep(request: Request, response: Response) {
  if (!onUse.includes(new URL(request.url).pathname)) return
  const cache = await caches.open(ON_USE)
  await cache.put(request, response).catch(() => {
    // No room left: it is fetched again next time.
  })
}

async function forgetOldFiles() {
  const cache = await caches.open(ON_USE)
  const old = (await cache.keys()).filter(({ url }) => !onUse.includes(new URL(url).pathname))
  await Promise.all(old.map((request) => cache.delete(request)))
}
