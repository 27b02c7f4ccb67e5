import { all } from '../../src/domain/drill/clause.ts'
import type { BoardDrill } from '../../src/domain/drill/drill.ts'
import {
  hasLatencies,
  letsThrough,
  mentions,
  stagesInOrder,
  takesIn,
} from '../../src/domain/drill/funnelClauses.ts'
import { noFinding } from '../../src/domain/drill/noFinding.ts'
import { funnelWidens } from '../../src/domain/review/rules/funnel-widens.ts'
import { sketch } from '../../src/domain/sketch.ts'

export const drawTheFunnel: BoardDrill = {
  id: 'draw-the-funnel',
  code: 'D02',
  form: 'board',
  title: 'Draw the funnel',
  task: 'Draw the funnel that narrows 100M items to 10k and then to 100, with the goal of each stage.',
  limitSeconds: 120,
  clauses: [
    { id: 'two-stages', text: 'Two stages in a row', holds: stagesInOrder(2) },
    { id: 'from-100m', text: '100M items enter the first', holds: takesIn(0, 100e6) },
    {
      id: 'to-10k',
      text: '10k pass from it to the second',
      holds: all(letsThrough(0, 10e3), takesIn(1, 10e3)),
    },
    { id: 'to-100', text: '100 leave the second', holds: letsThrough(1, 100) },
    { id: 'recall', text: 'The first is there for recall', holds: mentions(0, 'recall') },
    { id: 'precision', text: 'The second is there for precision', holds: mentions(1, 'precision') },
    {
      id: 'narrows',
      text: 'The funnel widens nowhere',
      holds: all(stagesInOrder(2), noFinding(funnelWidens)),
    },
    { id: 'latencies', text: 'p99 on each stage', isBonus: true, holds: hasLatencies },
    { id: 're-rank', text: 'A third stage behind them', isBonus: true, holds: stagesInOrder(3) },
  ],
  examples: {
    solved: sketch({
      nodes: [
        {
          id: 'a',
          kind: 'candidate-generator',
          label: 'Candidates: recall',
          props: { itemsIn: 100e6, itemsOut: 10e3, p99: 25 },
        },
        {
          id: 'b',
          kind: 'ranker',
          label: 'Ranker: precision',
          props: { itemsIn: 10e3, itemsOut: 100, p99: 60 },
        },
        { id: 'c', kind: 'reranker', label: 'Diversity', props: { itemsIn: 100, itemsOut: 20, p99: 10 } },
      ],
      links: [
        { from: 'a', to: 'b' },
        { from: 'b', to: 'c' },
      ],
    }),
    wrong: {
      subject: sketch({
        nodes: [
          {
            id: 'a',
            kind: 'candidate-generator',
            label: 'Retrieval',
            props: { itemsIn: 100e6, itemsOut: 1e3 },
          },
          { id: 'b', kind: 'ranker', label: 'Ranker: precision', props: { itemsIn: 10e3, p99: 60 } },
        ],
        links: [{ from: 'a', to: 'b' }],
      }),
      why: {
        'to-10k': '“Retrieval” lets 1k through, not 10k.',
        'to-100': '“Ranker: precision” does not say how many items it lets through.',
        recall: 'Nothing on “Retrieval” mentions recall: write there what it is good for.',
        narrows:
          'The funnel widens: “Retrieval” lets 1k through, “Ranker: precision” takes in 10k. Correct a count, or say that the stage adds items.',
        latencies: '“Retrieval” has no p99.',
        're-rank': '“Ranker: precision” and “Retrieval” are the only stages: add the third behind.',
      },
    },
  },
}
