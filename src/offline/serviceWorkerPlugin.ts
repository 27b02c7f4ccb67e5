import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type ResolvedConfig } from 'vite'
import { filesToKeep } from './filesToKeep.ts'

const SOURCE = fileURLToPath(new URL('./serviceWorker.ts', import.meta.url))
const ADDRESS = '/service-worker.js'

/** Takes itself away: while developing, pages come from Vite alone. */
const NO_WORKER = `self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', () => self.registration.unregister())
`

/** Builds the service worker after the app, which it has to know the files of. */
export function serviceWorkerPlugin(): Plugin {
  let config: ResolvedConfig
  return {
    name: 'drillboard-service-worker',
    configResolved(resolved) {
      config = resolved
    },
    configureServer({ middlewares }) {
      middlewares.use(ADDRESS, (_, response) => {
        response.setHeader('Content-Type', 'text/javascript').end(NO_WORKER)
      })
    },
    async writeBundle() {
      await buildWorker(config.root, resolve(config.root, config.build.outDir))
    },
  }
}

async function buildWorker(root: string, outDir: string) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { FILES_TO_KEEP: JSON.stringify(filesToKeep(outDir)) },
    build: {
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: SOURCE,
        // A classic script in one file: not every browser runs workers that import.
        output: { format: 'iife', entryFileNames: ADDRESS.slice(1) },
      },
    },
  })
}
