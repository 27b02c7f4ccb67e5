import { sketch } from '../../sketch.ts'
import { subjectOf } from '../calls.ts'
import { type Estimator, estimated } from '../estimator.ts'
import { assumed, compute, drawn, drawnOr, hasFigure } from '../quantity.ts'
import { replicas as replicasFor, UTILISATION } from '../replicas.ts'

/** How many replicas a part of the call path needs, where its replicas or its requests at once are drawn. */
export const replicas: Estimator = {
  id: 'replicas',
  names: ['replicas-needed'],
  estimate: ({ design, rates }) =>
    design.nodes.flatMap((node) => {
      const subject = subjectOf(node)
      const qps = rates.get(node.id)
      const isPlanned = hasFigure(subject, 'replicas') || hasFigure(subject, 'concurrency')
      if (!qps || node.kind === 'client' || !isPlanned) return []
      const needed = compute(replicasFor, {
        qps,
        p99: drawn(subject, 'p99'),
        concurrency: drawn(subject, 'concurrency'),
        utilisation: drawnOr(
          subject,
          'utilisation',
          assumed(UTILISATION, `A replica is planned to be ${UTILISATION * 100} % busy.`),
        ),
      })
      return [estimated('replicas-needed', 'count', [node.id], needed)]
    }),
  example: {
    design: sketch({
      nodes: [
        { id: 'app', kind: 'client', label: 'App', props: { qps: 20_000 } },
        { id: 'svc', kind: 'model-server', label: 'Server', props: { p99: 40, concurrency: 8 } },
      ],
      links: [{ from: 'app', to: 'svc' }],
    }),
    gives: [['replicas-needed', '167']],
  },
}
