import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { createServer } from 'vite'

/** `npm run dev`: the app by Vite on 3000, which passes the rest on to the server; both reload on change. */

const HOME = resolve(import.meta.dirname, '..')
const SERVER_PORT = process.env.DEV_SERVER_PORT ?? '3001'
/** Where the app is: the server sees only Vite's requests. */
const PUBLIC_URL = 'http://localhost:3000'

const server = spawn(
  process.execPath,
  [join(HOME, 'node_modules/tsx/dist/cli.mjs'), 'watch', '--clear-screen=false', 'server/main.ts'],
  {
    cwd: HOME,
    env: { ...process.env, HOST: '127.0.0.1', PORT: SERVER_PORT, PUBLIC_URL },
    stdio: ['ignore', 'inherit', 'inherit'],
  },
)
const app = await createServer({ root: HOME })
await app.listen()
app.printUrls()

let isStopping = false
async function stop() {
  if (isStopping) return
  isStopping = true
  await app.close()
  // Ctrl+C has reached it by itself; a signal to this process alone has not.
  if (server.exitCode === null) server.kill('SIGTERM')
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
server.once('exit', stop)
