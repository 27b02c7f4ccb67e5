import { describe, expect, it } from 'vitest'
import { layerStackDefaults, newLayer, stacked } from '../../shapes/layer-stack/defaults.ts'
import { addLayer, moveLayer, removeLayer } from '../../shapes/layer-stack/edits.ts'
import { orderedLayers } from '../../shapes/layer-stack/layers.ts'
import { layerStackLayout } from '../../shapes/layer-stack/layout.ts'
import type { LayerStackProps } from '../../shapes/layer-stack/schema.ts'
import { withLeaves } from '../../shapes/shared/panel/leaf.ts'

const names = ({ layers }: LayerStackProps) => orderedLayers(layers).map(({ text }) => text)
const texts = (props: LayerStackProps) => layerStackLayout(props).texts.flatMap(({ lines }) => lines)

function press(props: LayerStackProps, label: string) {
  const action = layerStackLayout(props).actions?.find((one) => one.label === label)
  if (!action) throw new Error(`no action “${label}”`)
  const { leaves, next } = action.press()
  return { after: withLeaves(props, leaves), next }
}

describe('the layers of a stack', () => {
  const small = {
    ...layerStackDefaults(),
    layers: stacked([newLayer('embedding'), newLayer('dense'), newLayer('loss')]),
  }

  it('are added above the one whose last field Enter is pressed in, and named next', () => {
    const last = layerStackLayout(small).fields.findLast(({ path }) => path.startsWith('layers.l1.'))
    const edit = last?.enter?.()
    if (!edit) throw new Error('Enter adds nothing')
    expect(names(withLeaves(small, edit.leaves))).toEqual(['Embedding', 'Dense', 'Dense', 'Loss'])
    const after = withLeaves(small, edit.leaves)
    expect(layerStackLayout(after).fields.map(({ path }) => path)).toContain(edit.next)
  })

  it('are added on top, below heads and the loss', () => {
    const { after, next } = press(small, 'Add a layer')
    expect(names(after)).toEqual(['Embedding', 'Dense', 'Dense', 'Loss'])
    const headed = { ...small, layers: stacked([newLayer('dense'), newLayer('head'), newLayer('loss')]) }
    expect(names(press(headed, 'Add a layer').after)).toEqual(['Dense', 'Dense', 'Head', 'Loss'])
    expect(next).toBe(`layers.${orderedLayers(after.layers)[2]?.id}.text`)
  })

  it('are moved and removed', () => {
    expect(names(press(small, 'Move up layer 1, Embedding').after)).toEqual(['Dense', 'Embedding', 'Loss'])
    expect(names(press(small, 'Remove layer 2, Dense').after)).toEqual(['Embedding', 'Loss'])
    expect(names(press(small, 'Move down layer 1, Embedding').after)).toEqual(names(small))
  })

  it('of one order, as two people can make at once, still take a new one where it belongs', () => {
    const order = small.layers.l1?.order
    const equal = withLeaves(small, [['layers.l2.order', order]])
    expect(names(withLeaves(equal, addLayer(equal.layers, 'l1').leaves))).toEqual([
      ...['Embedding', 'Dense', 'Dense', 'Loss'],
    ])
  })

  it('stay below the loss: moving up to it changes nothing', () => {
    expect(moveLayer(small.layers, 'l2', 1).leaves).toEqual([])
    expect(moveLayer(small.layers, 'l3', -1).leaves).toEqual([])
  })

  it('are removed one after the other: the editing goes on in the neighbour', () => {
    const { after, next } = press(small, 'Remove layer 2, Dense')
    expect(next).toBe('layers.l3.text')
    expect(layerStackLayout(after).fields.map(({ path }) => path)).toContain(next)
    expect(press(after, 'Remove layer 2, Loss').next).toBe('layers.l1.text')
    expect(removeLayer({}, 'l1').next).toBe('label')
  })

  it('says which ones it counts where there are more than it draws', () => {
    const many = { ...small, layers: stacked(Array.from({ length: 61 }, () => newLayer('dropout'))) }
    expect(texts(many)).toContain('Parameters of the first 60 layers')
  })

  it('can all be removed, and one be added again', () => {
    const none = { ...small, layers: {} }
    expect(texts(none)).toContain('Parameters')
    expect(names(press(none, 'Add a layer').after)).toEqual(['Dense'])
  })
})

it('says the parameters of each layer and of all, and which are unknown', () => {
  const props = layerStackDefaults()
  expect(texts(props)).toEqual(expect.arrayContaining(['say rows', '65.8k', 'Parameters, 1 layer unknown']))
  const known = withLeaves(props, [['layers.l1.rows', 1_000_000]])
  expect(texts(known)).toEqual(expect.arrayContaining(['256M', 'Parameters']))
})

it('outlines a skip connection that cannot be added, with a sentence', () => {
  const props = withLeaves(layerStackDefaults(), [['layers.l4.units', 64]])
  const layout = layerStackLayout(props)
  expect(texts(props)).toContain('“Add” adds 256 numbers to 64: both must be as many.')
  expect(layout.strokes.filter(({ stroke }) => stroke === 'over')).not.toEqual([])
})
