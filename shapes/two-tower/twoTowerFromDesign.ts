import { figureOf, listOf, textOf, type Values, valuesOf } from '../shared/designValues.ts'
import { towerLines, twoTowerDefaults } from './defaults.ts'
import { RULES } from './rules.ts'
import type { Tower, TowerIndex, TwoTowerProps } from './schema.ts'
import { FEEDS, INDEX_KINDS } from './words.ts'

/**
 * The properties of the shape for a two-tower in a design: the reverse of `readTwoTower`. What the design does not
 * say is not known; what it says and cannot be is left out.
 */
export function twoTowerFromDesign(props: Values): TwoTowerProps {
  const usual = twoTowerDefaults()
  return {
    ...usual,
    label: textOf(props.label, usual.label),
    query: towerOf(valuesOf(props.query), usual.query.name),
    item: towerOf(valuesOf(props.item), usual.item.name),
    index: indexOf(valuesOf(props.index)),
    similarity: props.similarity === 'dot' ? 'dot' : 'cosine',
    loss: textOf(props.loss),
    negatives: textOf(props.negatives),
    qps: figureOf(props.qps, RULES.qps),
    costPerItemUs: figureOf(props.costPerItemUs, RULES.costPerItemUs),
  }
}

function towerOf(tower: Values, name: string): Tower {
  return {
    name: textOf(tower.name, name),
    runs: textOf(tower.runs),
    version: textOf(tower.version),
    inputs: towerLines('i', listOf(tower.inputs)),
    layers: towerLines('l', listOf(tower.layers)),
    dim: figureOf(tower.dim, RULES.dim),
    p99: figureOf(tower.p99, RULES.p99),
  }
}

function indexOf(index: Values): TowerIndex {
  return {
    kind: INDEX_KINDS.find((kind) => kind === index.kind) ?? 'HNSW',
    dim: figureOf(index.dim, RULES.dim),
    version: textOf(index.version),
    items: figureOf(index.items, RULES.items),
    bytes: figureOf(index.bytes, RULES.bytes),
    topK: figureOf(index.topK, RULES.topK),
    p99: figureOf(index.p99, RULES.p99),
    refresh_h: figureOf(index.refresh_h, RULES.refresh_h),
    fedBy: FEEDS.find((feed) => feed === index.fedBy) ?? 'item',
  }
}
