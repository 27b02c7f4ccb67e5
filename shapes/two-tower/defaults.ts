import type { IndexKey } from '@tldraw/utils'
import type { Tower, TowerLine, TwoTowerProps } from './schema.ts'

function lines(prefix: string, texts: readonly string[]): Record<string, TowerLine> {
  return Object.fromEntries(
    texts.map((text, i) => [`${prefix}${i + 1}`, { order: `a${i + 1}` as IndexKey, text }]),
  )
}

function tower(name: string, version: string, inputs: readonly string[]): Tower {
  return {
    name,
    version,
    inputs: lines('i', inputs),
    layers: lines('l', ['Embeddings', 'Dense 512', 'Dense 128', 'Normalise']),
    dim: 128,
  }
}

/** The properties of a new two-tower model: both towers of the same length, softmax over in-batch negatives. */
export function twoTowerDefaults(): TwoTowerProps {
  return {
    w: 560,
    h: 456,
    label: 'Two-tower',
    zone: null,
    query: tower('User tower', 'online', ['user id', 'history', 'context']),
    item: tower('Item tower', 'batch', ['item id', 'content', 'metadata']),
    similarity: 'cosine',
    loss: 'sampled softmax, logQ',
    negatives: 'in-batch negatives',
  }
}
