import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { groupColours, tokenColour } from '../../shapes/shared/palette.ts'
import { STEP_FRAME, stepFrameDefaults } from '../../shapes/step-frame/schema.ts'
import { zoneFrameDefaults } from '../../shapes/zone-frame/defaults.ts'
import { zoneFrameLayout } from '../../shapes/zone-frame/layout.ts'
import { ZONE_FRAME, type ZoneFrameProps, type ZoneFrameShape } from '../../shapes/zone-frame/schema.ts'
import { fromLeaves, toLeaves } from '../../src/document/leaves.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
const [lane, cluster, box, step] = ['lane', 'cluster', 'box', 'step'].map((name) => createShapeId(name)) as [
  TLShapeId,
  TLShapeId,
  TLShapeId,
  TLShapeId,
]

beforeEach(() => {
  // Exports fetch the fonts; there is no server to fetch them from.
  vi.stubGlobal('fetch', async () => ({ ok: true, blob: async () => new Blob(['font']) }))
  editor = headlessEditor(shapeUtils)
  make(lane, 100, 100, { ...zoneFrameDefaults('zone', 'nearline'), w: 600, h: 400 })
  make(cluster, 1000, 100, { ...zoneFrameDefaults('k8s-cluster'), label: 'Serving', values: { nodes: 24 } })
  editor.createShape({ id: box, type: 'geo', x: 900, y: 600, props: { w: 80, h: 80, fill: 'solid' } })
})
afterEach(() => {
  editor.dispose()
  vi.unstubAllGlobals()
})

function make(id: TLShapeId, x: number, y: number, props: ZoneFrameProps) {
  editor.createShape<ZoneFrameShape>({ id, type: ZONE_FRAME, x, y, props })
}

function shape(id: TLShapeId) {
  const found = editor.getShape(id)
  if (!found) throw new RangeError(`No shape ${id}`)
  return found
}

const drag = { initialDraggingOverShapeId: null, initialParentIds: new Map(), initialIndices: new Map() }

function dragIn(frame: TLShapeId, ids: TLShapeId[]) {
  const info = { ...drag, prevDraggingOverShapeId: null }
  editor.getShapeUtil(shape(frame)).onDragShapesIn?.(shape(frame), ids.map(shape), info)
}

function dragOut(frame: TLShapeId, ids: TLShapeId[], over: TLShapeId | null = null) {
  const info = { ...drag, nextDraggingOverShapeId: over }
  editor.getShapeUtil(shape(frame)).onDragShapesOut?.(shape(frame), ids.map(shape), info)
}

describe('a zone frame', () => {
  it('takes shapes dragged into it, moves them along, and releases them', () => {
    dragIn(lane, [box])
    expect(shape(box).parentId).toBe(lane)
    editor.updateShape({ id: lane, type: ZONE_FRAME, x: 200 })
    expect(editor.getShapePageBounds(box)?.x).toBe(1000)
    dragOut(lane, [box], cluster)
    expect(shape(box).parentId).toBe(lane)
    dragOut(lane, [box])
    expect(shape(box).parentId).toBe(editor.getCurrentPageId())
  })

  it('stands in steps and in other zones, and holds no step and nothing that holds it', () => {
    editor.createShape({ id: step, type: STEP_FRAME, x: 0, y: 700, props: stepFrameDefaults })
    dragIn(step, [lane])
    dragIn(lane, [cluster, step])
    dragIn(cluster, [lane])
    expect([lane, cluster, step].map((id) => shape(id).parentId)).toEqual([
      step,
      lane,
      editor.getCurrentPageId(),
    ])
  })

  it('goes with its children, and comes back with them', () => {
    dragIn(lane, [box])
    editor.markHistoryStoppingPoint('delete')
    editor.deleteShapes([lane])
    expect(editor.getShape(box)).toBeUndefined()
    editor.undo()
    expect(shape(box).parentId).toBe(lane)
  })

  it('never scales what is in it when it is made larger', () => {
    dragIn(lane, [box])
    const before = editor.getShapePageBounds(box)?.toJson()
    editor.resizeShape(lane, { x: 1.5, y: 2 }, { scaleOrigin: { x: 100, y: 100 } })
    expect(editor.getShapePageBounds(lane)?.toJson()).toEqual({ x: 100, y: 100, w: 900, h: 800 })
    expect(editor.getShapePageBounds(box)?.toJson()).toEqual(before)
  })

  it('is hit at its head and border, not in its middle, and no link ends at it', () => {
    const hit = (x: number, y: number) => editor.getShapeAtPoint({ x, y }, { margin: 8 })?.id
    expect([hit(400, 120), hit(102, 400), hit(400, 400)]).toEqual([lane, lane, undefined])
    const toShape = { type: ZONE_FRAME }
    expect(editor.canBindShapes({ fromShape: { type: 'arrow' }, toShape, binding: 'arrow' })).toBe(false)
  })

  it('is called by its name, else by its zone or what it is; for screen readers with all of it', () => {
    const said = (props: Partial<ZoneFrameProps>) => {
      editor.updateShape({ id: lane, type: ZONE_FRAME, props })
      const util = editor.getShapeUtil(shape(lane))
      return [util.getText(shape(lane)), util.getAriaDescriptor(shape(lane))]
    }
    expect(said({})).toEqual(['Nearline', 'Zone: Nearline'])
    expect(said({ label: ' Payments ' })).toEqual(['Payments', 'Zone: Payments, nearline'])
    expect(said({ label: '', zone: null })).toEqual(['Zone', 'Zone'])
    expect(said({ kind: 'k8s-cluster' })).toEqual(['Kubernetes cluster', 'Kubernetes cluster'])
    expect(said({ label: 'GPU pool', zone: 'online' })).toEqual([
      'GPU pool',
      'Kubernetes cluster: GPU pool, online',
    ])
  })

  it.each([
    ['light', false],
    ['dark', true],
  ] as const)('is exported in %s colours, its words as text', async (theme, darkMode) => {
    const svg = (await editor.getSvgString([lane, cluster], { darkMode }))?.svg ?? ''
    const texts = [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(texts).toEqual(['Nearline', 'Serving', '24 nodes'])
    expect(svg).not.toMatch(/foreignObject|var\(--/)
    expect(svg).toContain(groupColours('release', theme).stroke)
    expect(svg).toContain(tokenColour('line-2', theme))
  })

  it('wraps a long name and makes room for all of it', () => {
    const props = { ...zoneFrameDefaults('zone'), w: 200, h: 96, label: 'word '.repeat(40) }
    const { name, head, h } = zoneFrameLayout(props)
    expect(name.lines.join(' ').split(' ').filter(Boolean)).toHaveLength(40)
    expect(head).toBeGreaterThanOrEqual(name.lines.length * name.font.lineHeight)
    expect(h).toBeGreaterThanOrEqual(head)
  })

  it.each([
    ['kind', 'vm'],
    ['zone', 'edge'],
    ['label', 7],
    ['values', { nodes: Number.NaN }],
  ])('has a schema that refuses a wrong %s', (key, value) => {
    const valid = shape(cluster)
    expect(() => boardSchema.types.shape.validate(valid)).not.toThrow()
    const wrong = { ...valid, props: { ...valid.props, [key]: value } }
    expect(() => boardSchema.types.shape.validate(wrong)).toThrow(key)
  })

  it('comes back from its leaves as it was', () => {
    for (const id of [lane, cluster]) {
      expect(fromLeaves(id, toLeaves(shape(id) as never))).toEqual(shape(id))
    }
  })
})
