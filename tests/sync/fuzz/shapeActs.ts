import { type TLShapePartial, toRichText } from 'tldraw'
import { box, component, funnel } from '../network.ts'
import { type Act, isFull, newId, oneOf, type Scene, someShape, someShapes } from './act.ts'

const COLORS = ['red', 'blue', 'green', 'black']

const makers: Readonly<Record<string, (name: string) => Omit<TLShapePartial, 'id'>>> = {
  box,
  component,
  funnel,
  frame: () => ({ type: 'frame', props: { w: 300, h: 200 } }),
  'step-frame': () => ({
    type: 'step-frame',
    props: { w: 300, h: 200, step: 1, name: '', minutes: null, draw: '', starters: [] },
  }),
  'zone-frame': () => ({
    type: 'zone-frame',
    props: { w: 260, h: 180, kind: 'k8s-cluster', label: '', zone: null, values: {} },
  }),
  note: () => ({ type: 'note' }),
  text: () => ({ type: 'text', props: { richText: toRichText('text') } }),
}

/** Makes, changes and removes single shapes. */
export const shapeActs: Readonly<Record<string, Act>> = {
  create(peer, scene) {
    if (isFull(peer)) return
    const make = oneOf(Object.values(makers), scene)
    const at = { x: scene.pick(900), y: scene.pick(600) }
    if (make) peer.editor.createShapes([{ ...make('made'), id: newId(scene), ...at }])
  },
  move(peer, scene) {
    const shapes = someShapes(peer, scene, 3)
    peer.editor.nudgeShapes(shapes, { x: scene.pick(50) - 25, y: scene.pick(50) - 25 })
  },
  turn(peer, scene) {
    peer.editor.rotateShapesBy(someShapes(peer, scene, 2), scene.pick(6) / 3)
  },
  label(peer, scene) {
    const shape = someShape(peer, scene)
    if (!shape) return
    const text = `label ${scene.pick(1000)} ${'long '.repeat(scene.pick(20))}`
    if ('richText' in shape.props) change(peer, shape, { richText: toRichText(text) })
    else if ('label' in shape.props) change(peer, shape, { label: text })
    else if ('name' in shape.props) change(peer, shape, { name: text })
    else if ('text' in shape.props) change(peer, shape, { text })
  },
  recolour(peer, scene) {
    const shape = someShape(peer, scene)
    if (shape && 'color' in shape.props) change(peer, shape, { color: oneOf(COLORS, scene) })
    else if (shape) peer.editor.updateShape({ ...shape, opacity: 0.1 * (1 + scene.pick(9)) })
  },
  setValue(peer, scene) {
    const shape = someShape(peer, scene)
    if (!shape || !('values' in shape.props)) return
    const { values } = shape.props as unknown as { values: Record<string, unknown> }
    const key = ['p99', 'replicas'][scene.pick(2)] ?? ''
    const { [key]: _, ...others } = values
    change(peer, shape, { values: scene.pick(3) === 0 ? others : { ...others, [key]: scene.pick(100) } })
  },
  changeStage(peer, scene) {
    const shape = someShape(peer, scene)
    if (shape?.type === 'funnel') change(peer, shape, { stages: otherStages(shape.props, scene) })
  },
  resize(peer, scene) {
    const shape = someShape(peer, scene)
    if (shape) peer.editor.resizeShape(shape.id, { x: 0.8 + scene.pick(5) / 10, y: 1 })
  },
  remove(peer, scene) {
    if (scene.pick(2) === 0) peer.editor.deleteShapes(someShapes(peer, scene, 3))
  },
}

type Stages = Record<string, object>

function otherStages(props: object, scene: Scene): Stages {
  const { stages } = props as { stages: Stages }
  const { stages: fresh } = funnel('fresh').props as { stages: Stages }
  const name = ['s1', 's2', 's3'][scene.pick(3)] ?? 's1'
  const { [name]: now, ...left } = stages
  if (now && scene.pick(3) === 0) return left
  return { ...left, [name]: { ...(now ?? fresh.s1), itemsOut: 1 + scene.pick(99) } }
}

function change({ editor }: Parameters<Act>[0], { id, type }: TLShapePartial, props: object) {
  editor.updateShape({ id, type, props })
}
