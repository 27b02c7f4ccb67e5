import { sketch } from '../../sketch.ts'
import { busyCores } from '../busyCores.ts'
import { subjectOf } from '../calls.ts'
import { type Estimate, type Estimator, estimated, type Surveyed } from '../estimator.ts'
import { assumed, compute, drawn, drawnOr, hasFigure, nothing } from '../quantity.ts'
import { scoringTime } from '../scoringTime.ts'
import { type StageSubject, stageSubjects } from '../subjects.ts'

/** What scoring costs: time for one request, cores for all. Rankers always, other stages with a cost per item. */
export const scoring: Estimator = {
  id: 'scoring',
  names: ['scoring-time', 'busy-cores'],
  estimate: (surveyed) =>
    stageSubjects(surveyed.design)
      .filter((subject) => subject.kind === 'ranker' || hasFigure(subject, 'costPerItemUs'))
      .flatMap((subject) => costOf(subject, surveyed)),
  example: {
    design: sketch({
      nodes: [
        { id: 'app', kind: 'client', label: 'App', props: { qps: 20_000 } },
        {
          id: 'rank',
          kind: 'ranker',
          label: 'Ranker',
          props: { itemsIn: 10_000, costPerItemUs: 20, lanes: 8 },
        },
      ],
      links: [{ from: 'app', to: 'rank' }],
    }),
    gives: [
      ['scoring-time', '25 ms'],
      ['busy-cores', '4k'],
    ],
  },
}

function costOf(subject: StageSubject, { design, rates }: Surveyed): Estimate[] {
  const { id, label, itemsIn } = subject
  const costPerItemUs = drawn(subject, 'costPerItemUs')
  const lanes = drawnOr(subject, 'lanes', assumed(1, 'Items are scored on one lane.'))
  const why = `Requests reach “${label}” on no way from a client: draw the calls.`
  const unknown = nothing([{ at: id, label, property: 'qps', why }])
  const { node } = subject.stage
  const drawnAs = design.nodes.find((one) => one.id === node)
  const written = drawnAs ? drawnOr(subjectOf(drawnAs), 'qps', unknown) : unknown
  const qps = rates.get(node) ?? drawnOr(subject, 'qps', written)
  return [
    estimated('scoring-time', 'ms', [id], compute(scoringTime, { itemsIn, costPerItemUs, lanes })),
    estimated('busy-cores', 'count', [id], compute(busyCores, { qps, itemsIn, costPerItemUs })),
  ]
}
