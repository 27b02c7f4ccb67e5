import type { TLShape, TLTextShape } from '@tldraw/tlschema'
import { describe, expect, it } from 'vitest'
import { readDesign } from '../../shapes/readDesign.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import { budgetOf } from '../../src/domain/pace/budget.ts'
import { frameworks } from '../../templates/frameworks/index.ts'
import { findTemplate, templates } from '../../templates/index.ts'
import { problems } from '../../templates/problems/index.ts'

type Framed = Omit<TLShape, 'type' | 'props'> & {
  readonly type: string
  readonly props: { readonly w: number; readonly h: number; readonly step?: number; readonly card?: string }
}

describe.each(templates.map((template) => [template.id, template] as const))('template %s', (_, template) => {
  const records = template.records()

  it('holds only records that a board accepts, each id once', () => {
    for (const record of records) {
      const type = boardSchema.types[record.typeName] as { validate(record: unknown): unknown }
      expect(() => type.validate(record)).not.toThrow()
    }
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
  })

  it('gives no two shapes of one parent the same place in the order', () => {
    const shapes = records.filter((record) => record.typeName === 'shape') as TLShape[]
    const places = shapes.map(({ parentId, index }) => `${parentId} ${index}`)
    expect(new Set(places).size).toBe(places.length)
  })

  it('is the same every time', () => expect(template.records()).toEqual(records))

  it('names the board by its title', () => {
    expect(records.find(({ typeName }) => typeName === 'document')).toMatchObject({ name: template.title })
  })
})

describe.each(frameworks.map((framework) => [framework.id, framework] as const))(
  'step frames of %s',
  (_, framework) => {
    const framesFor = (slot?: number) =>
      (findTemplate('seven-steps')?.records({ framework, slot }) ?? [])
        .filter((record) => record.typeName === 'shape')
        .map(({ props }) => props as { step: number; name: string; minutes: number })

    it.each([30, 45, 60, 90])('are one a step, with its part of %d minutes', (slot) => {
      const { steps } = budgetOf(framework, slot)
      expect(framesFor(slot).map(({ step, name, minutes }) => [step, name, minutes])).toEqual(
        framework.steps.map(({ number, name }, n) => [number, name, steps[n]]),
      )
    })
  },
)

describe.each(frameworks.map((framework) => [framework.id, framework] as const))(
  'ready step frames of %s',
  (_, framework) => {
    const records = findTemplate('seven-steps')?.records({ framework, isReady: true }) ?? []
    const shapes = records.filter((record) => record.typeName === 'shape') as readonly Framed[]
    const inside = (frame: Framed) => shapes.filter(({ parentId }) => parentId === frame.id)
    const frames = shapes.filter(({ type }) => type === 'step-frame')

    it('hold their cards, those that the empty ones offer', () => {
      for (const { props, id } of frames) {
        const offered = framework.steps.find(({ number }) => number === props.step)?.starters ?? []
        const wanted = offered.filter((starter) => /^card-/.test(starter))
        const there = shapes
          .filter(({ parentId }) => parentId === id)
          .map(({ type, props: { card } }) => (type === 'card' ? `card-${card}` : type))
        expect(there).toEqual(wanted)
      }
      expect(inside(frames[0] as Framed).length).toBeGreaterThan(0)
    })

    it('hold them within, none on another', () => {
      for (const frame of frames) {
        const boxes = inside(frame).map(({ x, y, props: { w, h } }) => ({
          x,
          y,
          right: x + w,
          bottom: y + h,
        }))
        for (const [n, box] of boxes.entries()) {
          expect(box.right).toBeLessThan(frame.props.w)
          expect(box.bottom).toBeLessThan(frame.props.h)
          for (const other of boxes.slice(n + 1)) {
            expect(other.x >= box.right || other.y >= box.bottom || other.right <= box.x).toBe(true)
          }
        }
      }
    })

    it('are accepted by a board', () => {
      for (const record of records) {
        const type = boardSchema.types[record.typeName] as { validate(record: unknown): unknown }
        expect(() => type.validate(record)).not.toThrow()
      }
    })
  },
)

describe.each(problems)('the board of $id', ({ prompt, variants }) => {
  it.each([prompt, ...variants.map((variant) => variant.prompt)])(
    'begins with what is read out: %s',
    (told) => {
      const records = findTemplate('seven-steps')?.records({ prompt: told }) ?? []
      const texts = records.filter(
        (record) => record.typeName === 'shape' && record.type === 'text',
      ) as TLTextShape[]
      expect(texts).toHaveLength(1)
      const [text] = texts
      expect(() => boardSchema.types.shape.validate(text as TLTextShape)).not.toThrow()
      expect(JSON.stringify(text?.props.richText)).toContain(JSON.stringify(told))
      // Above the first frame, in two lines at most: in sight where the board opens.
      expect(text?.y).toBeLessThan(-48)
      expect(text?.y).toBeGreaterThan(-96)
      expect(readDesign(records)).toEqual(readDesign(findTemplate('seven-steps')?.records() ?? []))
    },
  )
})

describe('the example', () => {
  const design = readDesign(findTemplate('song-recommendation')?.records() ?? [])

  it('joins everything it draws', () => {
    const joined = new Set(design.links.flatMap(({ from, to }) => [from, to]))
    expect(design.nodes.filter(({ id }) => !joined.has(id))).toEqual([])
  })

  it('labels every link and lies within the seven steps', () => {
    for (const link of design.links) expect(link.label).not.toBe('')
    for (const node of design.nodes) expect(node.step).not.toBeNull()
  })

  it('cuts 100 M songs to 10,000 and these to 100', () => {
    expect(design.composites.find(({ type }) => type === 'funnel')?.props).toMatchObject({
      stages: [
        { itemsIn: 100_000_000, itemsOut: 10_000, objective: 'latency and recall' },
        { itemsIn: 10_000, itemsOut: 100, objective: 'precision' },
      ],
    })
  })
})
