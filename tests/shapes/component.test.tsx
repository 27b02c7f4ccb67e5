import { renderToStaticMarkup } from 'react-dom/server'
import { createShapeId, type Editor } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findKind } from '../../shapes/catalog/index.ts'
import { ComponentDrawing } from '../../shapes/component/ComponentDrawing.tsx'
import { ComponentUtil } from '../../shapes/component/ComponentUtil.tsx'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { keyFigure } from '../../shapes/component/keyFigure.ts'
import { type ComponentLayout, layoutComponent } from '../../shapes/component/layout.ts'
import { COMPONENT, type ComponentProps, type ComponentShape } from '../../shapes/component/schema.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import type { Detail } from '../../shapes/shared/detail.ts'
import { KIND_IDS } from '../../src/domain/kinds.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

function drawn(layout: ComponentLayout, how: { detail?: Detail; isEditing?: boolean }): string {
  return renderToStaticMarkup(<ComponentDrawing layout={layout} {...how} />)
}

const LONG = 'A service with a very long label that has to wrap over several lines'

function record(props: object) {
  return {
    typeName: 'shape',
    id: 'shape:a',
    type: COMPONENT,
    parentId: 'page:page',
    index: 'a1',
    x: 0,
    y: 0,
    rotation: 0,
    isLocked: false,
    opacity: 1,
    meta: {},
    props: { ...componentDefaults('service'), ...props },
  }
}

describe('the schema of components', () => {
  it.each([
    [{ label: 3 }, /props\.label: Expected string/],
    [{ w: 0 }, /props\.w/],
    [{ zone: 'moon' }, /props\.zone/],
    [{ values: { p99: Number.NaN } }, /props\.values/],
    [{ values: { p99: { deep: 1 } } }, /props\.values/],
    [{ colour: 'red' }, /props\.colour/],
  ])('refuses %j and says where', (props, message) => {
    expect(() => boardSchema.types.shape.validate(record(props))).toThrow(message)
  })
  it('keeps a kind that this version does not know', () => {
    expect(() => boardSchema.types.shape.validate(record({ kind: 'quantum-oracle' }))).not.toThrow()
  })
})

describe('componentDefaults', () => {
  it('takes a kind or its id', () => {
    const kind = findKind('ann-index')
    expect(kind && componentDefaults(kind)).toEqual(componentDefaults('ann-index'))
    expect(componentDefaults('ann-index')).toMatchObject({ kind: 'ann-index', label: 'ANN index' })
  })
  it('makes a plain box of an unknown one', () => {
    expect(componentDefaults('oracle')).toMatchObject({ kind: 'oracle', label: 'oracle', w: 168, h: 64 })
  })
})

describe('keyFigure', () => {
  const ranker = findKind('ranker')
  it('takes the first figure that has all its values', () => {
    expect(keyFigure(ranker, { itemsIn: 1e8, itemsOut: 10_000, p99: 20 })).toBe('100M → 10k')
    expect(keyFigure(ranker, { itemsIn: 1e8, p99: 20 })).toBe('p99 20 ms')
    expect(keyFigure(ranker, {})).toBe('')
  })
  it('writes shares as percentages, flags by name and lists by length', () => {
    expect(keyFigure(findKind('cache'), { hitRate: 0.92 })).toBe('hit 92%')
    expect(keyFigure(findKind('ci-cd'), { canary: true })).toBe('canary release')
    expect(keyFigure(findKind('ci-cd'), { canary: false, tests: ['unit', 'schema'] })).toBe('2 tests')
  })
  it('shows nothing for a value of another type than its property’s', () => {
    expect(keyFigure(ranker, { p99: 'fast', itemsIn: true, itemsOut: 3 })).toBe('3 items')
  })
})

describe('layoutComponent', () => {
  const layout = (kind: string, more: Partial<ComponentProps> = {}) =>
    layoutComponent({ ...componentDefaults(kind), ...more })
  it('grows with a long label instead of cutting it', () => {
    const { h, labelLines, text } = layout('service', { label: LONG })
    expect(labelLines.join(' ')).toBe(LONG)
    expect(h).toBeGreaterThan(64)
    expect(text.y + text.h).toBeLessThanOrEqual(h)
  })
  it('keeps the size of a figure whose text grows below it', () => {
    const bottom = (label: string) => Math.max(...layout('client', { label }).dock.map(({ y }) => y))
    expect(bottom(LONG)).toBeCloseTo(bottom('Phone'))
  })
})

describe('a component in the editor', () => {
  let editor: Editor
  const id = createShapeId('a')
  const props = () => (editor.getShape(id) as ComponentShape).props
  const place = (kind: string, more: Partial<ComponentProps> = {}) =>
    editor.createShape({
      id,
      type: COMPONENT,
      x: 100,
      y: 100,
      props: { ...componentDefaults(kind), ...more },
    })

  beforeEach(() => {
    editor = headlessEditor([ComponentUtil])
  })
  afterEach(() => editor.dispose())

  it('is placed, duplicated, deleted and brought back', () => {
    place('ranker', { values: { p99: 20 } })
    editor.duplicateShapes([id], { x: 10, y: 10 })
    expect(editor.getCurrentPageShapes()).toHaveLength(2)
    editor.markHistoryStoppingPoint()
    editor.deleteShape(id)
    expect(editor.getShape(id)).toBeUndefined()
    editor.undo()
    expect(props()).toMatchObject({ kind: 'ranker', values: { p99: 20 } })
  })

  it('survives copy and paste', () => {
    place('kv-store', { label: 'Profiles' })
    const content = editor.getContentFromCurrentPage([id])
    if (content) editor.putContentOntoCurrentPage(content, { select: true })
    expect(editor.getOnlySelectedShape()).toMatchObject({ props: { kind: 'kv-store', label: 'Profiles' } })
    expect(editor.getCurrentPageShapes()).toHaveLength(2)
  })

  it('ends links on its outline, not on its box', () => {
    place('ranker')
    const geometry = editor.getShapeGeometry(id)
    expect(geometry.intersectLineSegment({ x: -50, y: 54 }, { x: 90, y: 54 })[0]?.x).toBeCloseTo(15)
    expect(geometry.hitTestPoint({ x: 3, y: 60 }, 0, true)).toBe(false)
    expect(geometry.hitTestPoint({ x: 90, y: 60 }, 0, true)).toBe(true)
  })

  it('has the bounds of its figure, so that links to a client go to the phone', () => {
    place('client')
    expect(editor.getShapePageBounds(id)).toMatchObject({ x: 144, y: 100, w: 40, h: 72 })
    expect(editor.getShapeAtPoint({ x: 164, y: 187 })?.id).toBe(id)
  })

  it('gets an empty label back from its kind', () => {
    place('cache', { label: 'Cache' })
    editor.setEditingShape(id)
    editor.updateShape({ id, type: COMPONENT, props: { label: '  ' } })
    editor.setEditingShape(null)
    expect(props().label).toBe('Cache')
  })

  it('is not made smaller than its text allows', () => {
    place('service')
    editor.resizeShape(id, { x: 0.01, y: 0.01 }, { scaleOrigin: { x: 100, y: 100 } })
    expect(props().w).toBe(114)
    expect(props().h).toBe(46)
  })

  it('scales a figure as a whole', () => {
    place('client')
    editor.resizeShape(id, { x: 2, y: 2 }, { scaleOrigin: { x: 144, y: 100 } })
    const { x, y, w, h } = editor.getShapePageBounds(id) ?? { x: 0, y: 0, w: 0, h: 0 }
    expect([x, y, w, h].map(Math.round)).toEqual([144, 100, 80, 144])
  })

  it('shows its name alone in an overview, and no text from farther away', () => {
    const layout = layoutComponent({ ...componentDefaults('service'), label: 'Taste', values: { p99: 5 } })
    const textsOf = (detail: Detail) =>
      [...drawn(layout, { detail }).matchAll(/>([^<]+)</g)].map(([, words]) => words)
    expect(textsOf('all')).toEqual(['Taste', 'p99 5 ms'])
    expect(textsOf('names')).toEqual(['Taste'])
    expect(textsOf('marks')).toEqual([])
    expect(textsOf('outlines')).toEqual([])
  })

  it('keeps its figure, not its name, where the name is edited', () => {
    const layout = layoutComponent({ ...componentDefaults('service'), label: 'Taste', values: { p99: 5 } })
    const edited = drawn(layout, { detail: 'names', isEditing: true })
    expect(edited).not.toContain('Taste')
    expect(edited).toContain('p99 5 ms')
  })

  it.each(KIND_IDS.filter((kind) => findKind(kind)))(
    'is one path in the outline of a %s from afar',
    (kind) => {
      const layout = layoutComponent(componentDefaults(kind))
      const [near, far] = [drawn(layout, {}), drawn(layout, { detail: 'outlines' })]
      expect(far.match(/<\w+/g)).toEqual(['<path'])
      expect(near).toContain(far)
      // A transform within the shape would cost a layer of painting for each.
      expect(near).not.toContain('transform')
    },
  )

  it('tells screen readers kind and label', () => {
    place('model', { label: 'Churn' })
    const shape = editor.getShape(id)
    expect(shape && editor.getShapeUtil(shape).getAriaDescriptor(shape)).toBe('Model: Churn')
    expect(shape && editor.getShapeUtil(shape).getText(shape)).toBe('Churn')
  })
})
