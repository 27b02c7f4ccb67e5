import type { Design } from '../../design.ts'
import { sketch } from '../../sketch.ts'
import { subjectOf } from '../calls.ts'
import { type Estimate, type Estimator, estimated, type Surveyed } from '../estimator.ts'
import { featureReads as readsFor } from '../featureReads.ts'
import { assumed, compute, drawnOr } from '../quantity.ts'
import { nodesOf, type StageSubject, stageSubjects } from '../subjects.ts'

/** Rows that a ranker reads, where it is joined to a feature store. */
export const featureReads: Estimator = {
  id: 'feature-reads',
  names: ['feature-reads'],
  estimate: (surveyed) =>
    stageSubjects(surveyed.design)
      .filter(({ kind }) => kind === 'ranker')
      .flatMap((ranker) => readsOf(ranker, surveyed)),
  example: {
    design: sketch({
      nodes: [
        { id: 'app', kind: 'client', label: 'App', props: { qps: 20_000 } },
        { id: 'rank', kind: 'ranker', label: 'Ranker', props: { itemsIn: 500 } },
        { id: 'fs', kind: 'feature-store', label: 'Features' },
      ],
      links: [
        { from: 'app', to: 'rank' },
        { from: 'rank', to: 'fs' },
      ],
    }),
    gives: [['feature-reads', '10M/s']],
  },
}

function readsOf({ id, itemsIn }: StageSubject, { design, rates }: Surveyed): Estimate[] {
  const qps = rates.get(id)
  if (!qps) return []
  return storesOf(id, design).map((store) => {
    const usual = assumed(1, 'The features of an item are one row.')
    const featureGroups = drawnOr(subjectOf(store), 'featureGroups', usual)
    const reads = compute(readsFor, { qps, itemsIn, featureGroups })
    return estimated('feature-reads', 'per second', [id, store.id], reads)
  })
}

/** Feature stores at the other end of a call, whichever way it is drawn. */
function storesOf(id: string, design: Design) {
  const others = design.links
    .filter(({ mode, from, to }) => mode === 'sync' && (from === id || to === id))
    .map(({ from, to }) => (from === id ? to : from))
  return nodesOf(design, 'feature-store').filter((store) => others.includes(store.id))
}
