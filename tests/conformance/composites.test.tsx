import { createShapeId, type Editor, type TLShape } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { fieldAt, type PanelField } from '../../shapes/shared/panel/layout.ts'
import { leafAt, withLeaf, withLeaves } from '../../shapes/shared/panel/leaf.ts'
import { parseField } from '../../shapes/shared/panel/parseField.ts'
import { vocabulary } from '../../shapes/vocabulary.ts'
import { setLeaf } from '../../src/canvas/edit.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { fromLeaves, toLeaves } from '../../src/document/leaves.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'
import { Network } from '../sync/network.ts'
import { composites } from './composites.ts'

const LONG = 'Words that go on and on, with anextraordinarilylongwordamongthem, so that they have to wrap'
const MARKUP = '<b>&"bold"</b>'

/** What a person types into a field, and what it means. */
function sampleOf({ number }: PanelField): { typed: string; value: string | number } {
  if (!number) return { typed: MARKUP, value: MARKUP }
  return number.max === undefined ? { typed: '20', value: 20 } : { typed: '50%', value: 0.5 }
}

describe.each(composites.map((composite) => [composite.type, composite] as const))(
  '%s',
  (type, composite) => {
    let editor: Editor
    const id = createShapeId('one')
    const shape = () => editor.getShape(id) as TLShape
    const lay = (props: object) => composite.layout(props as never)
    const looks = composite.looks.map(
      (look) => [JSON.stringify(look), { ...composite.defaults(), ...look }] as const,
    )

    beforeEach(() => {
      // Exports fetch the fonts; there is no server to fetch them from.
      vi.stubGlobal('fetch', async () => ({ ok: true, blob: async () => new Blob(['font']) }))
      editor = headlessEditor(shapeUtils)
      editor.createShape({ id, type, x: 8, y: 16 })
    })
    afterEach(() => {
      editor.dispose()
      vi.unstubAllGlobals()
    })

    it('is placed with its usual properties and read aloud by its name', () => {
      expect(shape().props).toEqual(composite.defaults())
      // Room is made for what is drawn.
      const { w, h } = lay(composite.defaults())
      expect(shape().props).toMatchObject({ w, h })
      const util = editor.getShapeUtil(shape())
      expect(util.getAriaDescriptor(shape())).toBe(composite.name)
      setLeaf(editor, id, 'label', 'Songs')
      expect(util.getAriaDescriptor(shape())).toBe(`${composite.name}: Songs`)
    })

    it('can be inserted, and be named by a design file', () => {
      expect(findInsertable(type)).toMatchObject({ shapeType: type, group: 'composites' })
      expect(findInsertable(type)?.defaults()).toEqual(composite.defaults())
      expect([vocabulary.hasKind(type), vocabulary.hasComposite(type)]).toEqual([true, true])
    })

    it.each(looks)('has its fields where they are found, each for one leaf, as %s', (_, props) => {
      const layout = lay(props)
      expect(layout.fields.length).toBeGreaterThan(1)
      expect(new Set(layout.fields.map(({ path }) => path)).size).toBe(layout.fields.length)
      for (const { path, label, box } of layout.fields) {
        expect(leafAt(props, path), path).not.toBeUndefined()
        expect(label).not.toBe('')
        expect([box.x >= 0, box.y >= 0], path).toEqual([true, true])
        expect([box.x + box.w <= layout.w, box.y + box.h <= layout.h], path).toEqual([true, true])
        const middle = { x: box.x + box.w / 2, y: box.y + box.h / 2 }
        expect(fieldAt(layout, middle)?.path, path).toBe(path)
      }
    })

    it.each(looks)('takes what is typed into each field and shows it, as %s', (_, props) => {
      for (const field of lay(props).fields) {
        const { typed, value } = sampleOf(field)
        const parsed = parseField(field, typed)
        expect(parsed, field.path).toEqual({ ok: true, value })
        const after = withLeaf(props, field.path, value)
        expect(() => boardSchema.types.shape.validate({ ...shape(), props: after } as TLShape)).not.toThrow()
        const again = lay(after).fields.find(({ path }) => path === field.path)
        expect(parseField(again ?? {}, again?.text ?? ''), field.path).toEqual({ ok: true, value })
        if (!field.number) continue
        const unknown = withLeaf(props, field.path, null)
        expect(() =>
          boardSchema.types.shape.validate({ ...shape(), props: unknown } as TLShape),
        ).not.toThrow()
        expect(JSON.stringify(lay(unknown).texts)).not.toMatch(/NaN|Infinity|undefined|null/)
        expect(parseField(field, 'many')).toMatchObject({ ok: false })
      }
    })

    it.each(looks)('grows with what it holds, and draws all of it inside, as %s', (_, props) => {
      const words = lay(props).fields.filter(({ number }) => !number)
      const long = withLeaves(
        props,
        words.map(({ path }) => [path, LONG] as const),
      )
      expect(lay(long).h).toBeGreaterThanOrEqual(lay({ ...long, h: 1 }).h)
      for (const layout of [lay(props), lay(long), lay({ ...long, w: 1, h: 1 })])
        for (const { x, y, lines, font } of layout.texts) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(x).toBeLessThanOrEqual(layout.w)
          expect(y + (lines.length - 1) * font.lineHeight).toBeLessThanOrEqual(layout.h)
        }
    })

    it.each(looks)('is resized to no less than what is drawn needs, as %s', (_, props) => {
      editor.updateShape({ id, type, props })
      editor.select(id)
      editor.resizeShape(id, { x: 0.01, y: 0.01 })
      const small = editor.getShapeGeometry(id).bounds
      const { w, h } = lay({ ...props, w: 1, h: 1 })
      expect(small.w).toBeGreaterThanOrEqual(w)
      expect(small.h).toBeGreaterThanOrEqual(h)
      editor.resizeShape(id, { x: 3, y: 3 })
      const large = editor.getShapeGeometry(id).bounds
      expect([large.w > small.w, large.h > small.h]).toEqual([true, true])
    })

    it.each([false, true])(
      'is exported with its text as text, in literal colours (dark: %s)',
      async (darkMode) => {
        for (const [, props] of looks) {
          editor.updateShape({ id, type, props: { ...props, label: MARKUP } })
          const svg = (await editor.getSvgString([id], { darkMode }))?.svg ?? ''
          expect(svg).not.toMatch(/foreignObject|var\(--|NaN|Infinity|undefined/)
          expect(svg).toContain('&lt;b&gt;')
          expect(svg).toContain(darkMode ? '#9ba1ee' : '#6c6cbd')
        }
        editor.updateShape({ id, type, props: composite.defaults() })
        const svg = (await editor.getSvgString([id], { darkMode }))?.svg ?? ''
        const texts = [...svg.matchAll(/<tspan[^>]*>([^<]*)</g)].map(([, text]) => text)
        expect(texts).toEqual(expect.arrayContaining([...composite.shows]))
      },
    )

    it('is one undo step with each action, which leaves properties that the schema takes', () => {
      for (const [, props] of looks)
        for (const { label, press, box } of lay(props).actions ?? []) {
          const { leaves } = press()
          const after = withLeaves(props, leaves)
          expect(
            () => boardSchema.types.shape.validate({ ...shape(), props: after } as TLShape),
            label,
          ).not.toThrow()
          expect(box.w * box.h, label).toBeGreaterThan(0)
        }
    })

    it('comes from its first version with what it said, and new leaves at their usual values', () => {
      const old = { ...JSON.parse(JSON.stringify(shape())), props: composite.first.props }
      const schema = boardSchema.serialize()
      const first = { ...schema, sequences: { ...schema.sequences, [`com.tldraw.shape.${type}`]: 0 } }
      const result = boardSchema.migratePersistedRecord(old, first)
      if (result.type !== 'success') throw new Error(`not migrated: ${result.reason}`)
      const { props } = boardSchema.types.shape.validate(result.value) as TLShape
      for (const [path, value] of Object.entries(composite.first.now))
        expect([path, leafAt(props, path)]).toEqual([path, value])
      expect(lay(props).h).toBeGreaterThan(0)
    })

    it.each(composite.refused)('refuses a board with %s: %s, and names the place', (path, value) => {
      expect(() => boardSchema.types.shape.validate(shape())).not.toThrow()
      const broken = { ...shape(), props: withLeaf(shape().props, path, value) } as TLShape
      expect(() => boardSchema.types.shape.validate(broken)).toThrow(path.split('.').at(-1))
    })

    it('is the same after being stored leaf by leaf', () => {
      const record = JSON.parse(JSON.stringify({ ...shape(), props: composite.full() }))
      expect(fromLeaves(id, toLeaves(record))).toEqual(record)
    })

    it('means the same after export and import', () => {
      const shapeOf = (props: object) => ({ ...shape(), props }) as never
      for (const props of [composite.defaults(), composite.full()]) {
        const read = composite.read(shapeOf(props))
        const written = JSON.parse(JSON.stringify(read.props))
        const back = composite.fromDesign(written)
        expect(back).toEqual(withLeaves(props, Object.entries(composite.looks[0] ?? {})))
        expect(composite.read(shapeOf(back))).toEqual(read)
      }
    })

    it.each([
      ['nothing', {}],
      ['odd values', { label: 7, layers: 3, query: 'x', item: null, index: [], stages: 'none', loss: {} }],
    ])('is made of a design that says %s', (_, props) => {
      const made = composite.fromDesign(props)
      expect(() => boardSchema.types.shape.validate({ ...shape(), props: made } as TLShape)).not.toThrow()
    })

    it('is a node and a composite with the same id in a design', () => {
      const { nodes, composites: read } = readDesign(editor.store.allRecords())
      expect(nodes).toMatchObject([{ id, kind: type }])
      expect(read).toMatchObject([{ id, type }])
    })

    it('keeps what two people write into two parts at once', () => {
      const network = new Network()
      const [a, b] = [network.add(), network.add()]
      a.editor.createShape({ id, type })
      network.settle()
      composite.edits.forEach(([path, value], i) => {
        setLeaf(i % 2 === 0 ? a.editor : b.editor, id, path, value)
      })
      network.settle()
      for (const { editor: of } of [a, b])
        for (const [path, value] of composite.edits)
          expect(leafAt(of.getShape(id)?.props ?? {}, path)).toEqual(value)
    })
  },
)
