import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../server/config.ts'

const HOME = resolve(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(HOME, file), 'utf8')

/** What a host runs: the server, the commands beside it, and the thread that only its own file names. */
const ENTRIES = ['main.ts', 'backup.ts', 'ownerLink.ts', 'log/snapshotThread.mjs'].map(
  (file) => `server/${file}`,
)

const IMPORT = /^(?:import|export)\s(?!type\b)(?:[^'"]*?\sfrom\s)?'([^']+)'|\bimport\('([^']+)'\)/gm

/** The files that these import, and theirs, and every package that one of them names. */
function graphOf(entries: readonly string[]) {
  const files = new Set<string>()
  const packages = new Set<string>()
  const waiting = [...entries]
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (files.has(file)) continue
    files.add(file)
    if (file.endsWith('.json')) continue
    for (const [, fixed, late] of read(file).matchAll(IMPORT)) {
      const name = fixed ?? late ?? ''
      if (name.startsWith('.')) waiting.push(relative(HOME, resolve(HOME, dirname(file), name)))
      else if (!name.startsWith('node:')) packages.add(/^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name)
    }
  }
  return { files, packages }
}

describe('the image', () => {
  const dockerfile = read('Dockerfile')
  const copied = [...dockerfile.matchAll(/^COPY --from=build \/app\/(\S+) /gm)].map(([, path = '']) => path)
  const { files, packages } = graphOf(ENTRIES)
  const { dependencies } = JSON.parse(read('package.json'))

  it('has every file that the server and its commands are made of', () => {
    expect(files).toContain('shapes/schemas.ts')
    expect(files).toContain('server/log/snapshotWorker.ts')
    expect(files.size).toBeGreaterThan(60)
    const isCopied = (file: string) => copied.some((path) => file === path || file.startsWith(`${path}/`))
    expect([...files].filter((file) => !isCopied(file))).toEqual([])
    expect(copied).toEqual(expect.arrayContaining(['dist', 'node_modules', 'package.json', 'LICENSES']))
  })

  it('has every package that they name, tsx included, without those for development', () => {
    expect(packages).toContain('better-sqlite3')
    expect(packages).toContain('@tldraw/tlschema')
    expect([...packages, 'tsx'].filter((name) => !(name in dependencies))).toEqual([])
  })

  it('is built from files that there are, and that .dockerignore lets through', () => {
    const built = read('.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []))
    expect(built.filter((path) => !existsSync(join(HOME, path)))).toEqual([])
    const made = ['node_modules', 'dist']
    expect(copied.filter((path) => !built.includes(path) && !made.includes(path))).toEqual([])
  })
})

describe('the hosting files', () => {
  const compose = read('hosting/compose.yaml')
  const settingIn = (text: string, name: string) => new RegExp(`\\b${name}[:=] ?(\\S+)`).exec(text)?.[1]

  it('trust the proxy at the address that it has, and name settings that the server takes', () => {
    const proxy = settingIn(compose, 'ipv4_address')
    expect(settingIn(compose, 'TRUST_PROXY')).toBe(proxy)
    const publicUrl = settingIn(compose, 'PUBLIC_URL')?.replace(/\$\{DOMAIN.*/, 'board.example.org')
    expect(readSettings({ PUBLIC_URL: publicUrl, TRUST_PROXY: proxy })).toMatchObject({
      publicUrl: 'https://board.example.org',
      trustProxy: [proxy],
    })
  })

  it('start the server in the same way', () => {
    const command = ['node', '--import', 'tsx', 'server/main.ts']
    const last = read('Dockerfile').trim().split('\n').at(-1)
    expect(last).toBe(`CMD ${JSON.stringify(command).replaceAll(',', ', ')}`)
    expect(read('hosting/drillboard.service')).toContain(`\nExecStart=/usr/bin/${command.join(' ')}\n`)
    expect(JSON.parse(read('package.json')).scripts.start).toBe(command.join(' '))
  })
})
