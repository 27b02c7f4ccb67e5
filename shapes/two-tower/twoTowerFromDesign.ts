import { type NumberRule, parseNumber } from '../../src/domain/units.ts'
import { towerLines, twoTowerDefaults } from './defaults.ts'
import { RULES } from './rules.ts'
import type { Tower, TowerIndex, TwoTowerProps } from './schema.ts'
import { FEEDS, INDEX_KINDS } from './words.ts'

type Values = Readonly<Record<string, unknown>>

/**
 * The properties of the shape for a two-tower in a design: the reverse of `readTwoTower`. What the design does not
 * say is not known; what it says and cannot be is left out.
 */
export function twoTowerFromDesign(props: Values): TwoTowerProps {
  const usual = twoTowerDefaults()
  return {
    ...usual,
    label: text(props.label, usual.label),
    query: towerOf(valuesOf(props.query), usual.query.name),
    item: towerOf(valuesOf(props.item), usual.item.name),
    index: indexOf(valuesOf(props.index)),
    similarity: props.similarity === 'dot' ? 'dot' : 'cosine',
    loss: text(props.loss),
    negatives: text(props.negatives),
    qps: figure(props.qps, RULES.qps),
    costPerItemUs: figure(props.costPerItemUs, RULES.costPerItemUs),
  }
}

function towerOf(tower: Values, name: string): Tower {
  return {
    name: text(tower.name, name),
    runs: text(tower.runs),
    version: text(tower.version),
    inputs: towerLines('i', list(tower.inputs)),
    layers: towerLines('l', list(tower.layers)),
    dim: figure(tower.dim, RULES.dim),
    p99: figure(tower.p99, RULES.p99),
  }
}

function indexOf(index: Values): TowerIndex {
  return {
    kind: INDEX_KINDS.find((kind) => kind === index.kind) ?? 'HNSW',
    dim: figure(index.dim, RULES.dim),
    version: text(index.version),
    items: figure(index.items, RULES.items),
    bytes: figure(index.bytes, RULES.bytes),
    topK: figure(index.topK, RULES.topK),
    p99: figure(index.p99, RULES.p99),
    refresh_h: figure(index.refresh_h, RULES.refresh_h),
    fedBy: FEEDS.find((feed) => feed === index.fedBy) ?? 'item',
  }
}

function valuesOf(value: unknown): Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : {}
}

function text(value: unknown, otherwise = ''): string {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : otherwise
}

/** An array, or text with commas, as design files have lists. */
function list(value: unknown): string[] {
  if (typeof value === 'string') return value.split(',').flatMap((item) => item.trim() || [])
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function figure(value: unknown, rule: NumberRule): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const parsed = parseNumber(String(value), rule)
  return parsed.ok ? parsed.value : null
}
