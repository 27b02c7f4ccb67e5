import { expect, it } from 'vitest'
import { figuresOfBoard } from '../../../src/domain/estimate/boardFigures.ts'
import { estimate } from '../../../src/domain/estimate/estimate.ts'
import { sketch } from '../../../src/domain/sketch.ts'

const served = (sla: number) => ({
  ...sketch({
    nodes: [
      { id: 'app', kind: 'client', label: 'App' },
      { id: 'svc', kind: 'service', label: 'Service', props: { p99: 100 } },
    ],
    links: [{ from: 'app', to: 'svc' }],
  }),
  requirements: { sla },
})

it.each([
  [200, false, '100 of 200 ms'],
  [90, true, '100 of 90 ms'],
])('with a target of %i ms says whether a path of 100 ms is over it: %s', (sla, isOver, text) => {
  const { figures } = figuresOfBoard(estimate(served(sla)))
  const latency = figures.filter(({ name }) => name === 'call-path-latency' || name === 'latency-headroom')
  expect(latency.map((figure) => figure.isOver)).toEqual([isOver, isOver])
  expect(latency[0]?.text).toBe(text)
})
