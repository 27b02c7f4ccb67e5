import type { IndexKey } from '@tldraw/utils'
import { generateNKeysBetween } from 'fractional-indexing'
import type { Tower, TowerIndex, TowerLine, TwoTowerProps } from './schema.ts'

/** Lines in that order, under short ids. */
export function towerLines(prefix: string, texts: readonly string[]): Record<string, TowerLine> {
  const keys = generateNKeysBetween('a0', null, texts.length)
  return Object.fromEntries(
    texts.map((text, i) => [`${prefix}${i + 1}`, { order: keys[i] as IndexKey, text }]),
  )
}

function tower(name: string, runs: string, inputs: readonly string[]): Tower {
  return {
    name,
    runs,
    version: '',
    inputs: towerLines('i', inputs),
    layers: towerLines('l', ['Embeddings', 'Dense 512', 'Dense 128', 'Normalise']),
    dim: 128,
    p99: null,
  }
}

function index(): TowerIndex {
  return {
    kind: 'HNSW',
    dim: 128,
    version: '',
    items: null,
    bytes: 4,
    topK: null,
    p99: null,
    refresh_h: null,
    fedBy: 'item',
  }
}

/** The properties of a new two-tower model: both towers of the same length, softmax over in-batch negatives. */
export function twoTowerDefaults(): TwoTowerProps {
  return {
    w: 560,
    h: 456,
    label: 'Two-tower',
    zone: null,
    view: 'training',
    query: tower('User tower', 'online', ['user id', 'history', 'context']),
    item: tower('Item tower', 'batch', ['item id', 'content', 'metadata']),
    similarity: 'cosine',
    loss: 'sampled softmax, logQ',
    negatives: 'in-batch negatives',
    index: index(),
    qps: null,
    costPerItemUs: null,
  }
}
