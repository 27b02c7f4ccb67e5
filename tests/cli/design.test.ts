import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeDesignFile } from '../../src/domain/designFile/readDesignFile.ts'
import type { Estimate } from '../../src/domain/estimate/estimator.ts'
import { sketch } from '../../src/domain/sketch.ts'
import { runScript } from '../helpers/runScript.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'design-'))
  writeFileSync(join(folder, 'index.json'), writeDesignFile(index))
  writeFileSync(
    join(folder, 'odd.json'),
    '{"nodes":[{"id":"a","kind":"cdn","props":{"hit\\u001b[2J\\nRate":1}}]}',
  )
  writeFileSync(join(folder, 'served.json'), writeDesignFile(served))
  writeFileSync(join(folder, 'text.json'), 'This is no JSON.')
  writeFileSync(join(folder, 'package.json'), '{"name":"other"}')
  writeFileSync(join(folder, 'picture.json'), Buffer.from([0x89, 0x50, 0xff, 0xfe]))
  mkdirSync(join(folder, 'folder.json'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const index = sketch({
  nodes: [{ id: 'ann', kind: 'ann-index', label: 'Index', props: { items: 100e6, dim: 128, bytes: 4 } }],
})

const served = sketch({
  nodes: [
    { id: 'a', kind: 'ann-index', label: 'Vectors', props: { items: 100e6, dim: 64, bytes: 4 } },
    { id: 'b', kind: 'query-tower', label: 'User tower' },
  ],
  links: [{ from: 'b', to: 'a' }],
})

const design = (...args: string[]) => runScript('design', args, { env: {}, cwd: folder })

interface Answer {
  readonly file: string
  readonly estimates: readonly Estimate[]
}

const answersOf = (out: string) =>
  out
    .trimEnd()
    .split('\n')
    .map((line): Answer => JSON.parse(line))

describe('npm run design -- estimate', () => {
  it('prints one object a line for each file, found from where the person stands', async () => {
    const { code, out, err } = await design('estimate', 'index.json', join(folder, 'index.json'))
    expect([code, err]).toEqual([0, ''])
    const [first, second] = answersOf(out)
    expect([first?.file, second?.file]).toEqual(['index.json', join(folder, 'index.json')])
    expect(first?.estimates.map(({ name, value, unit }) => [name, value, unit])).toEqual([
      ['vector-memory', 51.2e9, 'bytes'],
      ['hnsw-memory', 92.16e9, 'bytes'],
      ['pq-memory', 1.6e9, 'bytes'],
    ])
    expect(second?.estimates).toEqual(first?.estimates)
  })

  it('names what is odd on stderr, in a line that cannot steer the terminal', async () => {
    const { code, out, err } = await design('estimate', 'odd.json')
    expect([code, answersOf(out)]).toEqual([0, [{ file: 'odd.json', estimates: [] }]])
    expect(err).toBe(
      'odd.json: nodes[0].props[“hit\\u001b[2J\\u000aRate”]: is a property that this version does not know: kept as it is.\n',
    )
  })

  it('ends with 2 and one line about each file that is no design, and answers the others', async () => {
    const files = ['text.json', 'package.json', 'picture.json', 'folder.json', 'none.json', 'index.json']
    const { code, out, err } = await design('estimate', ...files)
    expect(code).toBe(2)
    expect(err.trimEnd().split('\n')).toEqual([
      'text.json: line 1, column 1 is no JSON: this is neither a number, true, false, null nor a text in "…".',
      'package.json: the file is JSON, but no design: that is an object with a list “nodes”.',
      'picture.json: the file is no text in UTF-8.',
      'folder.json: this is a folder, not a file.',
      'none.json: there is no such file.',
    ])
    expect(answersOf(out).map(({ file }) => file)).toEqual(['index.json'])
  })

  it.each([[['estimate']], [['constructor', 'index.json']], [['compare', 'index.json']]])(
    'says what to type after %j',
    async (args) => {
      expect(await design(...args)).toEqual({
        code: 2,
        out: '',
        err: 'Type: npm run --silent design -- estimate <file.json>… or npm run --silent design -- compare <mine.json> <theirs.json>\n',
      })
    },
  )
})

describe('npm run design -- compare', () => {
  it('prints one line with each thing that differs, once', async () => {
    const { code, out, err } = await design('compare', 'index.json', 'served.json')
    expect([code, err, out.trimEnd().split('\n').length]).toEqual([0, '', 1])
    expect(JSON.parse(out)).toEqual({
      differences: [
        {
          what: 'node-missing',
          label: 'User tower',
          mine: { at: [] },
          theirs: { at: ['b'], value: 'Query tower' },
          text: 'Only theirs has “User tower” (Query tower).',
        },
        {
          what: 'node-property',
          label: 'Index',
          property: 'dim',
          mine: { at: ['ann'], value: '128' },
          theirs: { at: ['a'], value: '64' },
          text: '“Index”: Dimension 128 in yours, 64 in theirs.',
        },
      ],
    })
  })

  it('ends with 2 and a line about each file that is no design, and prints nothing', async () => {
    expect(await design('compare', 'none.json', 'text.json')).toEqual({
      code: 2,
      out: '',
      err: [
        'none.json: there is no such file.\n',
        'text.json: line 1, column 1 is no JSON: this is neither a number, true, false, null nor a text in "…".\n',
      ].join(''),
    })
  })
})
