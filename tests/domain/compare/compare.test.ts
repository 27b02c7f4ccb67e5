import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWords } from '../../../shapes/compareWords.ts'
import { vocabulary } from '../../../shapes/vocabulary.ts'
import { compare } from '../../../src/domain/compare/compare.ts'
import type { Difference } from '../../../src/domain/compare/difference.ts'
import type { Design } from '../../../src/domain/design.ts'
import { readDesignFile } from '../../../src/domain/designFile/readDesignFile.ts'
import { disguise, mutationsOf } from './mutations.ts'

const SEED = 7
const RUNS = 200
/** For a machine with other things to do. */
const PATIENCE_MS = 120_000

/** As they lie in the files, read as anybody's file is. */
const boards: readonly Design[] = readdirSync('templates/problems', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const text = readFileSync(`templates/problems/${name}/reference.json`, 'utf8')
    const read = readDesignFile(text, vocabulary)
    if (!read.ok) throw new Error(`${name}: ${read.problem.where} ${read.problem.what}`)
    return read.design
  })

const differences = (mine: Design, theirs: Design) => compare(mine, theirs, compareWords)
const placesOf = (found: readonly Difference[]) =>
  found.map(({ what, mine, theirs }) => ({ what, mine: mine.at, theirs: theirs.at }))

const MIRRORED = new Map([
  ['node-missing', 'node-extra'],
  ['node-extra', 'node-missing'],
  ['link-missing', 'link-extra'],
  ['link-extra', 'link-missing'],
])
const mirrored = (found: readonly Difference[]) =>
  found.map(({ what, property, mine, theirs }) => ({
    property,
    what: MIRRORED.get(what) ?? what,
    mine: theirs,
    theirs: mine,
  }))
type Mirrored = Omit<Difference, 'what' | 'label' | 'text' | 'property'> & {
  readonly what: string
  readonly property?: string | undefined
}
const sorted = (found: readonly Mirrored[]) =>
  found.map(({ what, property, mine, theirs }) => JSON.stringify([what, property, mine, theirs])).sort()

const backwards = (label: string) => [...label].reverse().join('')

describe('the reference boards', { timeout: PATIENCE_MS }, () => {
  it(`name exactly the one thing that was changed, ${RUNS} times`, () => {
    fc.assert(
      fc.property(mutationsOf(boards), ({ original, mutant, expected }) => {
        expect(placesOf(differences(mutant, original))).toEqual([expected])
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('name it as well where all words, ids, the order and the steps are others', () => {
    fc.assert(
      fc.property(mutationsOf(boards), fc.nat(), ({ original, mutant, expected }, seed) => {
        const other = disguise(original, seed, backwards)
        expect(placesOf(differences(mutant, other.design))).toEqual([
          { ...expected, theirs: expected.theirs.map(other.idOf) },
        ])
      }),
      { seed: SEED, numRuns: RUNS },
    )
  })

  it('are those of all 14 problems', () => expect(boards).toHaveLength(14))

  it('do not differ from themselves in other words, places and order', () => {
    for (const [n, board] of boards.entries()) {
      expect(differences(board, board)).toEqual([])
      for (const labelOf of [() => '', () => 'Box', backwards])
        for (const seed of [1, 2, 3])
          expect(differences(board, disguise(board, seed, labelOf).design), `board ${n}`).toEqual([])
    }
  })

  it('differ from each other in the same things from both sides', () => {
    for (const [n, mine] of boards.entries()) {
      const theirs = boards[(n + 5) % boards.length] ?? mine
      const found = differences(mine, theirs)
      expect(found.length).toBeGreaterThan(0)
      expect(sorted(mirrored(found))).toEqual(sorted(differences(theirs, mine)))
    }
  })
})
