import type { Design } from '../../design.ts'
import { sketch } from '../../sketch.ts'
import { type Funnel, funnelsOf, readStages } from '../../stages.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { recallBound as boundOf } from '../funnel.ts'
import { derived, drawn, hasFigure } from '../quantity.ts'
import { stageSubject } from '../subjects.ts'

/** The most that a funnel can still find; a stage that names no recall could only lower it. */
export const recallBound: Estimator = {
  id: 'recall-bound',
  names: ['recall-bound'],
  estimate: ({ design }) =>
    funnelsOf(readStages(withSearch(design)))
      .filter(hasBound)
      .map(boundOfFunnel),
  example: {
    design: sketch({
      nodes: [
        { id: 'ann', kind: 'ann-index', label: 'Index', props: { recall: 0.95 } },
        { id: 'rank', kind: 'ranker', label: 'Ranker', props: { recall: 0.9 } },
      ],
      links: [{ from: 'ann', to: 'rank' }],
    }),
    gives: [['recall-bound', '0.855']],
  },
}

/** One stage alone bounds nothing until it names its recall. */
function hasBound(funnel: Funnel): boolean {
  return funnel.length > 1 || funnel.flat().some((stage) => hasFigure(stageSubject(stage), 'recall'))
}

function boundOfFunnel(funnel: Funnel): Estimate {
  const rows = funnel.map((row) => row.map((stage) => drawn(stageSubject(stage), 'recall')))
  // Side by side, two sources find at most what each of them finds.
  const bounds = rows.map((row) => {
    const values = row.map(({ value }) => value).filter((value) => value !== null)
    return values.length < row.length
      ? null
      : Math.min(
          1,
          values.reduce((a, b) => a + b, 0),
        )
  })
  const bound = boundOf(bounds.map((recall) => ({ recall })))
  const at = [...new Set(funnel.flat().map(({ node }) => node))]
  return estimated('recall-bound', 'share', at, derived(bound?.value ?? null, rows.flat()))
}

/** An index that is asked by no stage of retrieval is one itself. */
function withSearch(design: Design): Design {
  const sources = new Set(
    design.nodes.filter(({ kind }) => ['candidate-generator', 'funnel'].includes(kind)).map(({ id }) => id),
  )
  const asked = new Set(
    design.links.flatMap(({ from, to }) => [
      ...(sources.has(from) ? [to] : []),
      ...(sources.has(to) ? [from] : []),
    ]),
  )
  return {
    ...design,
    nodes: design.nodes.map((node) =>
      node.kind === 'ann-index' && !asked.has(node.id) ? { ...node, kind: 'candidate-generator' } : node,
    ),
  }
}
