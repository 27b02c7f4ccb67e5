import type { IndexKey } from '@tldraw/utils'
import { generateNKeysBetween } from 'fractional-indexing'
import type { LayerType } from '../../src/domain/layerStack.ts'
import type { LayerStackProps, StackLayer } from './schema.ts'

/** What each type of layer is called until somebody names it. */
export const LAYER_NAMES: Readonly<Record<LayerType, string>> = {
  embedding: 'Embedding',
  dense: 'Dense',
  normalise: 'Normalise',
  dropout: 'Dropout',
  skip: 'Add',
  other: 'Attention',
  head: 'Head',
  loss: 'Loss',
}

const USUAL: Readonly<Partial<Record<LayerType, Partial<StackLayer>>>> = {
  dense: { activation: 'relu' },
  head: { activation: 'sigmoid', units: 1 },
}

type Unordered = Omit<StackLayer, 'order'>

/** A new layer of that type. */
export function newLayer(type: LayerType, more: Partial<StackLayer> = {}): Unordered {
  const empty = {
    type,
    text: LAYER_NAMES[type],
    units: null,
    activation: '',
    rate: null,
    rows: null,
    from: null,
  }
  return { ...empty, ...USUAL[type], ...more }
}

/** Layers in that order, bottom to top, under the ids `l1`, `l2` … */
export function stacked(layers: readonly Unordered[]): Record<string, StackLayer> {
  const orders = generateNKeysBetween('a0', null, layers.length) as IndexKey[]
  return Object.fromEntries(
    layers.map((layer, i) => [`l${i + 1}`, { ...layer, order: orders[i] as IndexKey }]),
  )
}

/** The properties of a new stack: a block with a skip connection, two heads and their loss. */
export function layerStackDefaults(): LayerStackProps {
  return {
    w: 400,
    h: 552,
    label: 'Layer stack',
    zone: null,
    layers: stacked([
      newLayer('embedding', { text: 'Embeddings', units: 256 }),
      newLayer('dense', { units: 256 }),
      newLayer('normalise', { text: 'Layer norm' }),
      newLayer('dense', { units: 256 }),
      newLayer('skip', { from: 'l1' }),
      newLayer('dropout', { rate: 0.1 }),
      newLayer('head', { text: 'Click' }),
      newLayer('head', { text: 'Save' }),
      newLayer('loss', { text: 'Cross-entropy, weighted' }),
    ]),
  }
}
