import { describe, expect, it } from 'vitest'
import { vocabulary } from '../../shapes/vocabulary.ts'
import type { Design } from '../../src/domain/design.ts'
import { readDesignFile } from '../../src/domain/designFile/readDesignFile.ts'
import { lossesOf } from '../../templates/design/lossesOf.ts'
import { placeDesign } from '../../templates/design/placeDesign.ts'
import { loadReference } from '../../templates/problems/references.ts'

function lossesIn(json: object): string[] {
  const file = readDesignFile(JSON.stringify({ nodes: [], ...json }), vocabulary)
  if (!file.ok) throw new Error(file.problem.what)
  return lossesOf(file.design, placeDesign(file.design)).map(({ where, what }) => `${where} ${what}`)
}

describe('what a board does not say of a design', () => {
  it('is nothing of one that it can hold', async () => {
    for (const id of ['song-recommendation', 'payment-fraud']) {
      const design = (await loadReference(id)) as Design
      expect(lossesOf(design, placeDesign(design))).toEqual([])
    }
  })

  it('is told of funnels', () => {
    const stages = [{ id: 'a', name: 'Cut', itemsIn: 100, itemsOut: 0, recall: 2, team: 'x' }, 'rank']
    expect(
      lossesIn({
        nodes: [{ id: 'f', kind: 'funnel', props: { gpu: true } }],
        composites: [{ id: 'f', type: 'funnel', props: { sla: 'abc', note: 'why', stages } }],
      }),
    ).toEqual([
      'nodes[0].props.gpu “true” has no place on the board: left out.',
      'composites[0].props.sla “abc” has no place on the board: left out.',
      'composites[0].props.note “why” has no place on the board: left out.',
      'composites[0].props.stages[0].itemsOut “0” has no place on the board: left out.',
      'composites[0].props.stages[0].recall “2” has no place on the board: left out.',
      'composites[0].props.stages[0].team “x” has no place on the board: left out.',
      'composites[0].props.stages[1] “rank” has no place on the board: left out.',
    ])
  })

  it('is told of what two places say differently', () => {
    expect(
      lossesIn({
        requirements: { sla: 200 },
        nodes: [{ id: 't', kind: 'two-tower', label: 'Mine', step: 4 }],
        cards: [{ type: 'requirement', fields: { sla: 100 } }],
        composites: [
          { id: 't', type: 'two-tower', step: 2, props: { label: 'Other', index: { kind: 'FAISS' } } },
        ],
      }),
    ).toEqual([
      'requirements.sla “200” cannot be kept: “100” stands on the board.',
      'nodes[0].label “Mine” cannot be kept: “Other” stands on the board.',
      'composites[0].step “2” cannot be kept: “4” stands on the board.',
      'composites[0].props.index.kind “FAISS” cannot be kept: “HNSW” stands on the board.',
    ])
  })

  it('is told of parts that a shape does not have', () => {
    expect(
      lossesIn({
        nodes: [
          { id: 't', kind: 'two-tower' },
          { id: 's', kind: 'service' },
        ],
        links: [{ from: 't', to: 's', fromPort: 'nope' }],
        composites: [{ id: 't', type: 'two-tower' }],
      }),
    ).toEqual(['links[0].fromPort “nope” has no place on the board: left out.'])
  })

  it('is told of cards, as is what they keep without knowing it', () => {
    expect(
      lossesIn({
        cards: [
          { type: 'risk', fields: { title: 'Risks', risks: [1, 't', null, {}, { risk: 'ok' }] } },
          { type: 'class-balance', fields: { positiveRate: 'lots', foo: 'bar' } },
        ],
      }),
    ).toEqual([
      'cards[0].fields.risks[0] “1” has no place on the board: left out.',
      'cards[0].fields.risks[1] “t” has no place on the board: left out.',
      'cards[1].fields.positiveRate “lots” is no number here. Type 0.95 or 95%. Kept as it is.',
      'cards[1].fields.foo is a field that this version does not know: kept as it is.',
    ])
  })
})
