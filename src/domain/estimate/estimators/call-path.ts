import type { Design } from '../../design.ts'
import { sketch } from '../../sketch.ts'
import type { CallPath } from '../callPath.ts'
import { type Estimate, type Estimator, estimated, type Surveyed } from '../estimator.ts'
import { headroom } from '../headroom.ts'
import { latencyTarget } from '../latencyTarget.ts'
import { compute } from '../quantity.ts'

/** How long a request takes, what is left of the target, and what load it brings to each part. */
export const callPath: Estimator = {
  id: 'call-path',
  names: ['call-path-latency', 'latency-headroom', 'request-rate'],
  estimate: (surveyed) => [
    ...surveyed.paths.flatMap((path) => latencyOf(path, surveyed.design)),
    ...ratesOf(surveyed),
  ],
  example: {
    design: {
      ...sketch({
        nodes: [
          { id: 'app', kind: 'client', label: 'App', props: { qps: 20_000 } },
          { id: 'svc', kind: 'orchestrator', label: 'Service', props: { p99: 10 } },
          { id: 'fs', kind: 'feature-store', label: 'Features', props: { p99: 10 } },
          { id: 'ab', kind: 'ab-platform', label: 'A/B', props: { p99: 2 } },
          { id: 'rank', kind: 'ranker', label: 'Ranker', props: { p99: 60 } },
        ],
        links: [
          { from: 'app', to: 'svc' },
          { from: 'svc', to: 'fs', seq: 1 },
          { from: 'svc', to: 'ab', seq: 1 },
          { from: 'svc', to: 'rank', seq: 2 },
          { from: 'rank', to: 'fs' },
        ],
      }),
      requirements: { sla: 200 },
    },
    gives: [
      ['call-path-latency', '90 ms'],
      ['latency-headroom', '0.55'],
      ['request-rate', '20k/s'],
      ['request-rate', '40k/s'],
    ],
  },
}

function latencyOf({ root, latency, slowest, reached }: CallPath, design: Design): Estimate[] {
  const at = slowest.length > 0 ? slowest : [root.id]
  const sla = latencyTarget(design, reached)
  return [
    estimated('call-path-latency', 'ms', at, latency),
    estimated('latency-headroom', 'share', at, compute(headroom, { sla, latency })),
  ]
}

function ratesOf({ paths, rates }: Surveyed): Estimate[] {
  const reached = new Set(paths.flatMap((path) => path.reached.map(({ id }) => id)))
  return [...reached].flatMap((id) => {
    const rate = rates.get(id)
    return rate ? [estimated('request-rate', 'per second', [id], rate)] : []
  })
}
