import type { Design, DesignNode } from '../design.ts'
import { readStages, type Stage } from '../stages.ts'
import { subjectOf } from './calls.ts'
import { withoutNoise } from './formula.ts'
import { derived, drawn, hasFigure, type Quantity, type Subject } from './quantity.ts'

/** The nodes of those kinds. */
export function nodesOf({ nodes }: Design, ...kinds: readonly string[]): DesignNode[] {
  return nodes.filter(({ kind }) => kinds.includes(kind))
}

export function subjectsOf(design: Design, ...kinds: readonly string[]): Subject[] {
  return nodesOf(design, ...kinds).map(subjectOf)
}

/** The cards of that type, whether it is written `card-confusion` or `confusion`, by their titles. */
export function cardsOf({ cards }: Design, type: string): Subject[] {
  return cards
    .filter((card) => card.type.replace(/^card-/, '') === type)
    .map(({ id, type: name, fields }) => ({
      id,
      label: typeof fields.title === 'string' && fields.title !== '' ? fields.title : name,
      props: fields,
    }))
}

/** A stage with what goes in, also where only the stages before it say so. */
export interface StageSubject extends Subject {
  readonly kind: string
  readonly stage: Stage
  readonly itemsIn: Quantity
}

/** Every stage of a design: components that narrow items, and the stages of funnels. */
export function stageSubjects(design: Design): StageSubject[] {
  const stages = readStages(design)
  const byId = new Map(stages.map((stage) => [stage.id, stage]))
  const kinds = new Map(design.nodes.map(({ id, kind }) => [id, kind]))
  return stages.map((stage) => ({
    ...stageSubject(stage),
    kind: kinds.get(stage.node) ?? '',
    stage,
    itemsIn: itemsInto(stage, byId),
  }))
}

export function stageSubject({ node, name, props }: Stage): Subject {
  return { id: node, label: name, props }
}

function itemsInto(stage: Stage, byId: ReadonlyMap<string, Stage>): Quantity {
  const subject = stageSubject(stage)
  const before = stage.before.map((id) => byId.get(id)).filter((earlier) => earlier !== undefined)
  if (before.length === 0 || hasFigure(subject, 'itemsIn')) return drawn(subject, 'itemsIn')
  const passed = before.map((earlier) => drawn(stageSubject(earlier), 'itemsOut'))
  const values = passed.map(({ value }) => value).filter((value) => value !== null)
  const isKnown = values.length === passed.length
  return derived(isKnown ? withoutNoise(values.reduce((a, b) => a + b, 0)) : null, passed)
}
