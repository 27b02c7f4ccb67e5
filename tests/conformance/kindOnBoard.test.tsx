import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { renderToStaticMarkup } from 'react-dom/server'
import { createShapeId, type Editor, EditorProvider, type TLShape } from 'tldraw'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../shapes/catalog/index.ts'
import type { ComponentKind } from '../../shapes/catalog/kind.ts'
import { findProperty, type Property } from '../../shapes/catalog/properties.ts'
import { ComponentUtil } from '../../shapes/component/ComponentUtil.tsx'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { keyFigure } from '../../shapes/component/keyFigure.ts'
import { layoutComponent } from '../../shapes/component/layout.ts'
import { COMPONENT, type ComponentShape } from '../../shapes/component/schema.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { KindSymbol } from '../../shapes/shared/KindSymbol.tsx'
import { outlines } from '../../shapes/shared/outlines.ts'
import { groupColours } from '../../shapes/shared/palette.ts'
import { breaksAtSpace } from '../../shapes/shared/text.ts'
import { runCommand } from '../../src/canvas/commands.ts'
import { fromLeaves, toLeaves } from '../../src/document/leaves.ts'
import type { PropertyValue } from '../../src/domain/design.ts'
import { ComponentForm } from '../../src/panels/inspector/ComponentForm.tsx'
import { fieldIn, pressIn, typeInto } from '../helpers/fields.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const LONG = 'A label that is so long that it has to wrap over several lines, with anextraordinarilylongword'

/** What a person types for a property, what it means, and a text that is refused. */
function sampleOf(property: Property): { typed: string; value: PropertyValue; refused?: string } {
  switch (property.type) {
    case 'number': {
      const { min = 0, max, whole } = property.rule
      if (max !== undefined) return { typed: '50%', value: 0.5, refused: String(max + 1) }
      return { typed: '20', value: 20, refused: whole ? '2.5' : String(min - 1) }
    }
    case 'flag':
      return { typed: '', value: true }
    case 'choice':
      return { typed: property.choices[0] ?? '', value: property.choices[0] ?? '' }
    case 'list':
      return { typed: 'one, two', value: ['one', 'two'] }
    case 'text':
      return { typed: ' words ', value: 'words' }
  }
}

/** The properties of a kind, each with a sample. */
function samplesOf({ properties }: ComponentKind) {
  return properties.flatMap(({ id }) => {
    const property = findProperty(id)
    return property ? [{ id, label: property.label, type: property.type, ...sampleOf(property) }] : []
  })
}

const sampleValues = (kind: ComponentKind) =>
  Object.fromEntries(samplesOf(kind).map(({ id, value }) => [id, value]))

/** A component as the first version of its schema stored it. */
function firstVersion({ id, outline }: ComponentKind) {
  const { w, h } = outlines[outline].size
  return {
    ...{ typeName: 'shape', id: 'shape:old', type: 'component', parentId: 'page:page', index: 'a1' },
    ...{ x: 0, y: 0, rotation: 0, isLocked: false, opacity: 1, meta: {} },
    props: { w, h, kind: id, label: 'Old', zone: null, values: { p99: 20 } },
  }
}

/** A key pressed and released on the board, as tldraw hears it. */
function pressOnCanvas(editor: Editor, key: string) {
  const modifiers = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false }
  for (const name of ['key_down', 'key_up'] as const)
    editor.dispatch({ type: 'keyboard', name, key, code: key, ...modifiers })
}

describe.each(catalog.map((kind) => [kind.id, kind] as const))('%s on a board', (id, kind) => {
  let editor: Editor
  let root: Root
  let element: HTMLElement
  const shapeId = createShapeId(id)
  const label = `Say "${kind.name}" & more`
  const outline = outlines[kind.outline]
  const shape = () => editor.getShape(shapeId) as ComponentShape
  const place = (more: Partial<ComponentShape['props']> = {}) => {
    editor.selectAll().deleteShapes(editor.getSelectedShapeIds())
    editor.createShape({
      id: shapeId,
      type: COMPONENT,
      x: 8,
      y: 16,
      props: { ...componentDefaults(kind), ...more },
    })
    editor.select(shapeId)
  }
  const show = (node: React.ReactNode) =>
    act(async () => root.render(<EditorProvider editor={editor}>{node}</EditorProvider>))

  beforeAll(() => {
    Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
    editor = headlessEditor([ComponentUtil])
    element = document.body.appendChild(document.createElement('div'))
    root = createRoot(element)
  })
  afterAll(async () => {
    await act(async () => root.unmount())
    element.remove()
    editor.dispose()
  })

  it('is placed with its name, whole words on every line, in the size of its outline', () => {
    place()
    expect(shape().props).toEqual({ ...outline.size, kind: id, label: kind.name, zone: null, values: {} })
    const { labelLines, h } = layoutComponent(shape().props)
    expect(breaksAtSpace(kind.name, labelLines)).not.toContain(false)
    expect(h).toBe(outline.size.h)
  })

  it('is picked at its middle, its mark and its label', () => {
    place()
    const { drawing, text, w, h } = layoutComponent(shape().props)
    const spots = [
      { x: text.x + text.w / 2, y: text.y + text.h / 2 },
      ...(drawing.mark
        ? [{ x: drawing.mark.x + drawing.mark.size / 2, y: drawing.mark.y + drawing.mark.size / 2 }]
        : []),
      ...(outline.isFigure ? [] : [{ x: w / 2, y: h / 2 }]),
    ]
    for (const { x, y } of spots)
      expect(editor.getShapeAtPoint({ x: 8 + x, y: 16 + y }, { hitInside: true })?.id).toBe(shapeId)
  })

  it('has its label edited with Enter or F2 and the keyboard alone', async () => {
    place()
    pressOnCanvas(editor, 'Enter')
    expect(editor.getEditingShapeId()).toBe(shapeId)
    editor.setEditingShape(null)
    runCommand(editor, 'edit-label')
    expect(editor.getEditingShapeId()).toBe(shapeId)
    await show(editor.getShapeUtil(shape()).component(shape()))
    const input = element.querySelector('textarea')
    if (!input) throw new RangeError('No label to type into')
    expect([input.getAttribute('aria-label'), input.value]).toEqual(['Label', kind.name])
    await typeInto(input, label)
    await pressIn(input, 'Enter')
    expect(shape().props.label).toBe(label)
    expect(editor.getEditingShapeId()).toBeNull()
  })

  it('takes every property in the inspector, and refuses what it cannot be', async () => {
    place()
    const form = () => show(<ComponentForm shape={shape()} />)
    for (const { id: property, label: name, type, typed, value, refused } of samplesOf(kind)) {
      await form()
      const field = fieldIn(element, name)
      if (refused !== undefined) {
        await typeInto(field, refused)
        await pressIn(field, 'Enter')
        expect([property, element.querySelector('[role=alert]')?.textContent]).toEqual([
          property,
          expect.stringContaining('.'),
        ])
        expect(shape().props.values[property]).toBeUndefined()
      }
      if (type === 'flag') await act(async () => field.click())
      else await typeInto(field, typed)
      if (type !== 'choice' && type !== 'flag') await pressIn(field, 'Enter')
      expect([property, shape().props.values[property]]).toEqual([property, value])
    }
    expect(shape().props.values).toEqual(sampleValues(kind))
  })

  it('is not made smaller than its outline allows, and grows rather than cut its text', () => {
    place({ label: LONG, values: sampleValues(kind) })
    editor.resizeShape(shapeId, { x: 0.001, y: 0.001 }, { scaleOrigin: { x: 8, y: 16 } })
    const { props } = shape()
    expect(Math.round(props.h)).toBeGreaterThanOrEqual(outline.min.h)
    if (!outline.isFigure) expect(Math.round(props.w)).toBeGreaterThanOrEqual(outline.min.w)
    for (const w of [props.w, outline.size.w, 3 * outline.size.w]) {
      const { text, h, labelLines, figureLines } = layoutComponent({ ...props, w })
      expect(labelLines.join('').replace(/\s/g, '')).toBe(LONG.replace(/\s/g, ''))
      expect(figureLines.length).toBeGreaterThan(0)
      expect(text.y).toBeGreaterThanOrEqual(0)
      expect(text.y + text.h).toBeLessThanOrEqual(h)
      expect(text.x + text.w).toBeLessThanOrEqual(w + 0.01)
    }
  })

  it.each([
    ['light', false],
    ['dark', true],
  ] as const)('is exported in %s colours, its label as text', (theme, isDarkMode) => {
    place({ label, values: sampleValues(kind) })
    const drawn = editor.getShapeUtil(shape()).toSvg?.(shape(), { isDarkMode } as never)
    const svg = document.createElement('div')
    svg.innerHTML = `<svg>${renderToStaticMarkup(drawn as never)}</svg>`
    const texts = [...svg.querySelectorAll('text')].map((text) => text.textContent?.replace(/\s+/g, ' '))
    expect(texts[0]).toBe(label)
    expect(texts[1]).toBe(keyFigure(kind, sampleValues(kind)))
    expect(svg.innerHTML).toContain(groupColours(kind.group, theme).wash)
    expect(svg.innerHTML).not.toMatch(/foreignObject|var\(|NaN|undefined/)
    expect(svg.querySelectorAll('text')[0]?.getAttribute('font-family')).toContain('IBM Plex Sans')
  })

  it('is told to screen readers by kind and label; in lists its symbol leaves that to the name', () => {
    place({ label })
    const util = editor.getShapeUtil<TLShape>(shape() as never)
    expect(util.getAriaDescriptor(shape() as never)).toBe(`${kind.name}: ${label}`)
    expect(util.getText(shape() as never)).toBe(label)
    expect(renderToStaticMarkup(<KindSymbol kind={kind} />)).toContain('aria-hidden="true"')
  })

  it('makes a valid record that comes back from its leaves as it was', () => {
    place({ label, values: sampleValues(kind) })
    expect(() => boardSchema.types.shape.validate(shape() as never)).not.toThrow()
    expect(fromLeaves(shapeId, toLeaves(shape() as never))).toEqual(shape())
  })

  it('is refused with a wrong label, size, zone or value', () => {
    place()
    const wrong = [{ label: 3 }, { w: 0 }, { h: Number.NaN }, { zone: 'moon' }, { kind: null }]
    const values = [{ p99: Number.NaN }, { p99: Number.POSITIVE_INFINITY }, { p99: { ms: 1 } }, { p99: null }]
    for (const bad of [...wrong, ...values.map((value) => ({ values: value }))]) {
      const record = { ...shape(), props: { ...shape().props, ...bad } }
      expect(() => boardSchema.types.shape.validate(record as never)).toThrow(/props/)
    }
  })

  it('is read from the first version of its schema', () => {
    const { schemaVersion, sequences } = boardSchema.serialize() as { schemaVersion: 2; sequences: object }
    const first = { schemaVersion, sequences: { ...sequences, 'com.tldraw.shape.component': 0 } }
    const migrated = boardSchema.migratePersistedRecord(firstVersion(kind) as never, first as never)
    if (migrated.type === 'error') throw new RangeError(migrated.reason)
    expect(() => boardSchema.types.shape.validate(migrated.value as never)).not.toThrow()
    const [node] = readDesign([migrated.value]).nodes
    expect(node).toMatchObject({ kind: id, label: 'Old', zone: kind.zone, props: { p99: 20 } })
  })

  it('means the same in a design, and comes back from it', () => {
    place({ label, values: sampleValues(kind) })
    const [node] = readDesign([shape() as never]).nodes
    expect(node).toEqual({
      ...{ id: shapeId, kind: id, zone: kind.zone, label, step: null },
      props: sampleValues(kind),
    })
    if (!node) return
    place({ kind: node.kind, label: node.label, zone: 'ops', values: { ...node.props } })
    expect(readDesign([shape() as never]).nodes).toEqual([{ ...node, zone: 'ops' }])
  })
})
