import { inOrder } from '../../src/domain/order.ts'
import { type TowerFault, type TowerPart, towerFaults } from '../../src/domain/twoTower.ts'
import { drawnRows } from '../shared/bounds.ts'
import { oncePer } from '../shared/oncePer.ts'
import type { Tower, TwoTowerProps } from './schema.ts'
import type { TowerView } from './words.ts'

/** What is broken in a two-tower model as it is drawn. */
export const faultsOf: (props: TwoTowerProps) => readonly TowerFault[] = oncePer((props: TwoTowerProps) =>
  towerFaults({ ...props, query: facts(props.query), item: facts(props.item) }),
)

function facts({ name, inputs, layers, dim, version }: Tower) {
  return { name, dim, version, inputs: textsOf(inputs), layers: textsOf(layers) }
}

function textsOf(lines: Tower['inputs']): string[] {
  return drawnRows(inOrder(lines)).map(({ text }) => text)
}

const DRAWN: Readonly<Record<TowerView, readonly TowerPart[]>> = {
  training: ['query', 'item'],
  serving: ['query', 'item', 'index'],
  cost: [],
}

/** Sentences beyond so many are counted. */
const MOST = 6

/** What a view says is broken: what shows on a part that it draws; where none is drawn, where to look. */
export function faultSentences(props: TwoTowerProps): string[] {
  const faults = faultsOf(props)
  const shown = faults.filter(({ parts }) => parts.some((part) => DRAWN[props.view].includes(part)))
  const hidden = faults.length - shown.length
  const said = shown.slice(0, MOST).map(({ text }) => text)
  if (shown.length > MOST) said.push(`And ${shown.length - MOST} more of that kind.`)
  if (hidden > 0) said.push(`${hidden === 1 ? 'One thing is' : `${hidden} things are`} broken: see Serving.`)
  return said
}

/** Whether a part has a fault, of that kind where one is named. */
export function isBroken(props: TwoTowerProps, part: TowerPart, kind?: TowerFault['kind']): boolean {
  return faultsOf(props).some((fault) => fault.parts.includes(part) && (kind ?? fault.kind) === fault.kind)
}
