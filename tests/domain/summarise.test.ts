import { expect, it } from 'vitest'
import type { Design } from '../../src/domain/design.ts'
import { summarise } from '../../src/domain/summarise.ts'

const NOTHING: Design = { requirements: {}, nodes: [], links: [], cards: [], composites: [] }

it('reads out what the cards of the first step say, with units', () => {
  expect(
    summarise({
      ...NOTHING,
      requirements: {
        functional: 'A shelf of new songs on the home screen',
        task: 'ranking',
        sla: 200,
        freshness_h: 24,
        corpus: 100e6,
        positiveRate: 0.03,
        metrics: ['NDCG@10', 'recall@10k'],
        onlineMetrics: ['minutes of new music'],
        labels: 'plays of 30 s or more.',
        outOfScope: 'podcasts',
      },
      cards: [
        { id: 'a', type: 'capacity', step: 1, fields: { dau: 200e6, requests_day: 3 } },
        {
          id: 'b',
          type: 'assumption',
          step: 1,
          fields: { assumptions: [{ assumption: 'peak is three times the average' }, { status: 'assumed' }] },
        },
      ],
    }),
  ).toEqual([
    'A shelf of new songs on the home screen.',
    'It is a ranking task.',
    '200M users a day, 3 requests each.',
    'There are 100M items.',
    'The answer is there within 200 ms at the 99th percentile.',
    'What is new counts within 24 h.',
    'Labels: plays of 30 s or more.',
    'The share of positives is 0.03.',
    'It is measured offline by NDCG@10, recall@10k, and online by minutes of new music.',
    'Out of scope: podcasts.',
    'Assumed: peak is three times the average.',
  ])
})

it('has nothing to say of what is not there, or is no such thing', () => {
  expect(summarise(NOTHING)).toEqual([])
  const cards = [{ id: 'b', type: 'assumption', step: 1, fields: { assumptions: [null, 5, 'x'] } }]
  expect(summarise({ ...NOTHING, requirements: { sla: 'soon', functional: ' ' }, cards })).toEqual([])
})
