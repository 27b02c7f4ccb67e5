import type { Design } from '../design.ts'
import type { CallPath } from './callPath.ts'
import { subjectOf } from './calls.ts'
import { drawn, hasFigure, type Quantity } from './quantity.ts'

/** The target of the requirements, else the tightest that an orchestrator on the way names. */
export function latencyTarget({ requirements }: Design, reached: CallPath['reached']): Quantity {
  const whole = { id: 'requirements', label: 'Requirements', props: requirements }
  const onTheWay = reached
    .filter(({ kind }) => kind === 'orchestrator')
    .map(subjectOf)
    .filter((subject) => hasFigure(subject, 'sla'))
    .map((subject) => drawn(subject, 'sla'))
    .sort((a, b) => (a.value ?? 0) - (b.value ?? 0))
  return hasFigure(whole, 'sla') ? drawn(whole, 'sla') : (onTheWay[0] ?? drawn(whole, 'sla'))
}
