import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { startLine } from '../../server/startLine.ts'
import { startServer } from '../helpers/startServer.ts'
import { createRoom } from '../helpers/syncClient.ts'

it('holds every setting that decides which boards there are, where it is not the usual one', () => {
  expect(startLine({ dataDir: './data' }, 3000)).toBe('HOST=0.0.0.0 npm start')
  expect(startLine({ dataDir: './data' }, 80)).toBe('HOST=0.0.0.0 PORT=80 npm start')
  expect(startLine({ dataDir: '../boards' }, 4711)).toBe(
    'HOST=0.0.0.0 PORT=4711 DATA_DIR=../boards npm start',
  )
})

it.each(['/srv/my boards', "it's", '$HOME/x', '~/x', 'a;b', '`id`', '"q"', 'a\\b', 'ü', '-x'])(
  'gives a shell the data folder “%s” as it is',
  (dataDir) => {
    const line = startLine({ dataDir }, 3000).replace('npm start', 'printenv DATA_DIR')
    expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(`${dataDir}\n`)
  },
)

it('is told to owners on the server’s machine, and to nobody who comes through a proxy or by its network', async () => {
  const server = await startServer()
  const { room, tokens } = await createRoom(server.url)
  const start = async (role: string, headers: Readonly<Record<string, string>> = {}) => {
    const authorization = `Bearer ${tokens[role]}`
    const answer = await fetch(`${server.url}/api/rooms/${room}/links`, {
      headers: { authorization, ...headers },
    })
    return ((await answer.json()) as { reach: { start: string | null } }).reach.start
  }
  const { port } = new URL(server.url)
  expect(await start('owner')).toBe(`HOST=0.0.0.0 PORT=${port} DATA_DIR=${server.dataDir} npm start`)
  expect(await start('editor')).toBeNull()
  expect(await start('owner', { 'x-forwarded-for': '192.0.2.1' })).toBeNull()
  await server.stop()
})
