import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

/** One file that imports what its layer may not, per rule of the house. */
const AGAINST_THE_LAYERS: Readonly<Record<string, string>> = {
  'src/domain/usesShapes.ts': '../../shapes/schemas.ts',
  'src/domain/usesYjs.ts': 'yjs',
  'src/domain/usesTldraw.ts': '@tldraw/tlschema',
  'src/document/usesSync.ts': '../sync/bindStore.ts',
  'shapes/catalog/usesEditor.ts': 'tldraw',
  'shapes/component/schema.ts': 'react',
  'shapes/component/ComponentUtil.tsx': '../../src/sync/openRoom.ts',
  'shapes/readDesign.ts': './component/ComponentUtil.tsx',
  'templates/usesEditor.ts': 'tldraw',
  'src/sync/usesReact.ts': 'react',
  'src/sync/usesKinds.ts': '../../shapes/catalog/index.ts',
  'src/canvas/usesYjs.ts': 'yjs',
  'src/canvas/usesPanel.ts': '../panels/palette/Palette.tsx',
  'src/panels/palette/usesSibling.tsx': '../inspector/Inspector.tsx',
  'src/panels/palette/usesPage.tsx': '../../pages/board/BoardPage.tsx',
  'src/pages/board/usesServer.tsx': '../../../server/config.ts',
  'src/pages/problems/usesBrief.tsx': '../../../templates/problems/payment-fraud/brief.ts',
  'src/panels/run/usesFigures.tsx': '../../../templates/problems/payment-fraud/figures.ts',
  'src/rooms/usesBriefs.ts': '../../templates/problems/briefs.ts',
  'src/pages/problems/usesReferences.tsx': '../../../templates/problems/references.ts',
  'src/usesBriefs.ts': '../templates/problems/briefs.ts',
  'server/usesPage.ts': '../src/pages/board/BoardPage.tsx',
  'server/usesDrawing.ts': '../shapes/index.ts',
}

describe('the layers', () => {
  let folder = ''
  let report = ''

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'layers-'))
    const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'))
    writeFileSync(join(folder, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }))
    for (const [file, imported] of Object.entries(AGAINST_THE_LAYERS)) {
      mkdirSync(join(folder, dirname(file)), { recursive: true })
      writeFileSync(join(folder, file), `import { thing } from '${imported}'\n\nexport const used = thing\n`)
    }
    cpSync(join(root, 'src/domain/steps.ts'), join(folder, 'src/domain/steps.ts'))
    const run = spawnSync(
      join(root, 'node_modules/.bin/biome'),
      ['lint', '--reporter=github', '--max-diagnostics=1000', '.'],
      { cwd: folder, encoding: 'utf8' },
    )
    report = run.stdout + run.stderr
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const isRefused = (file: string) =>
    report.split('\n').some((line) => line.includes(file) && line.includes('noRestrictedImports'))

  it.each(Object.entries(AGAINST_THE_LAYERS))('refuse %s importing %s', (file) => {
    expect(isRefused(file)).toBe(true)
  })

  it('let a file alone that imports nothing it may not', () => {
    expect(isRefused('src/domain/steps.ts')).toBe(false)
  })
})

describe.each(['src/panels', 'src/pages'])('%s', (folder) => {
  it('never imports between its folders', () => {
    const siblings = readdirSync(join(root, folder))
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    const against = files
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) =>
        [...readFileSync(join(root, folder, file), 'utf8').matchAll(/from '(\.[^']+)'/g)]
          .map(([, path = '']) => resolve(root, folder, dirname(file), path))
          .filter((path) => siblings.some((name) => path.startsWith(join(root, folder, name, '/'))))
          .filter((path) => !path.startsWith(join(root, folder, file.split('/')[0] ?? '', '/')))
          .map((path) => `${file} imports ${path.slice(root.length + 1)}`),
      )
    expect(against).toEqual([])
  })
})
