import { createShapeId, type Editor, type TLArrowBinding, type TLArrowShape, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { layoutComponent } from '../../shapes/component/layout.ts'
import { COMPONENT, type ComponentShape } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { labelText, linkLabel, SEQ_RADIUS } from '../../shapes/link/label.ts'
import { moveSideways, pathData, pointAt, withoutKink } from '../../shapes/link/line.ts'
import { linkRoute } from '../../shapes/link/route.ts'
import { LINK, type LinkMeta, linkMeta } from '../../shapes/link/schema.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
const [a, b] = [createShapeId('a'), createShapeId('b')]

beforeEach(() => {
  // Exports fetch the fonts; there is no server to fetch them from.
  vi.stubGlobal('fetch', async () => ({ ok: true, blob: async () => new Blob(['font']) }))
  editor = headlessEditor(shapeUtils)
  const props = componentDefaults('service')
  editor.createShape<ComponentShape>({ id: a, type: COMPONENT, x: 0, y: 0, props })
  editor.createShape<ComponentShape>({ id: b, type: COMPONENT, x: 400, y: 0, props })
})
afterEach(() => {
  editor.dispose()
  vi.unstubAllGlobals()
})

function join(from: TLShapeId, to: TLShapeId, meta: Partial<LinkMeta> = {}, text = ''): TLShapeId {
  const id = createShapeId()
  editor.createShape<TLArrowShape>({ id, type: LINK, props: { text }, meta: { ...meta } })
  for (const [terminal, toId] of [
    ['start', from],
    ['end', to],
  ] as const) {
    const props = {
      terminal,
      normalizedAnchor: { x: 0.5, y: 0.5 },
      isPrecise: false,
      isExact: false,
      snap: 'none',
    } as const
    editor.createBinding<TLArrowBinding>({ type: 'arrow', fromId: id, toId, props })
  }
  return id
}

/** The link's line on the page, rounded to px. */
function lineOf(id: TLShapeId) {
  const link = editor.getShape<TLArrowShape>(id)
  const points = link && linkRoute(editor, link)
  if (!link || !points) throw new Error('the link has no line')
  const toPage = editor.getShapePageTransform(link)
  return points.map((point) => toPage.applyToPoint(point)).map(({ x, y }) => [Math.round(x), Math.round(y)])
}

describe('a link', () => {
  const { w, h } = componentDefaults('service')

  it('is an elbow from outline to outline and follows a move, an undo and a redo', () => {
    const id = join(a, b)
    expect(editor.getShape<TLArrowShape>(id)?.props.kind).toBe('elbow')
    expect(lineOf(id)).toEqual([
      [w, h / 2],
      [400, h / 2],
    ])
    editor.markHistoryStoppingPoint('move')
    editor.updateShape({ id: b, type: COMPONENT, x: 500, y: 300 })
    expect(lineOf(id)[0]).toEqual([w, h / 2])
    expect(lineOf(id).at(-1)).toEqual([500, 300 + h / 2])
    editor.undo()
    expect(lineOf(id).at(-1)).toEqual([400, h / 2])
    editor.redo()
    expect(lineOf(id).at(-1)).toEqual([500, 300 + h / 2])
  })

  it('runs straight between shapes that nearly stand in a row', () => {
    editor.updateShape({ id: b, type: COMPONENT, y: 12 })
    expect(lineOf(join(a, b))).toEqual([
      [w, h / 2 + 6],
      [400, h / 2 + 6],
    ])
  })

  it('crosses the gap between shapes that stand apart sideways, however far up or down, and turns where it is told', () => {
    editor.updateShape({ id: b, type: COMPONENT, x: w + 100, y: 600 })
    const id = join(a, b)
    const turn = (share: number) => w + 24 + share * (100 - 48)
    const across = (x: number) => [
      [w, h / 2],
      [x, h / 2],
      [x, 600 + h / 2],
      [w + 100, 600 + h / 2],
    ]
    expect(lineOf(id)).toEqual(across(turn(0.5)))
    editor.updateShape<TLArrowShape>({ id, type: LINK, props: { elbowMidPoint: 0 } })
    expect(lineOf(id)).toEqual(across(turn(0)))
    editor.updateShape({ id: b, type: COMPONENT, x: w + 20, y: 600 })
    expect(lineOf(id).at(-1)).toEqual([w + 20 + w / 2, 600])
  })
  it('runs beside others between the same two shapes, in either direction', () => {
    const ids = [join(a, b), join(b, a), join(a, b)]
    const heights = ids.map((id) => lineOf(id)[0]?.[1]).sort((x = 0, y = 0) => x - y)
    expect(heights).toEqual([h / 2 - 24, h / 2, h / 2 + 24])
  })

  it('that leads back leaves and arrives beside the links that come and go there the usual way', () => {
    const [back, before, after] = [createShapeId('back'), createShapeId('before'), createShapeId('after')]
    const props = componentDefaults('service')
    for (const [id, x, y] of [
      [before, -400, 0],
      [back, -400, 300],
      [after, 0, 400],
    ] as const) {
      editor.createShape<ComponentShape>({ id, type: COMPONENT, x, y, props })
    }
    const id = join(a, back)
    const middle = lineOf(id)
    expect([middle[0], middle.at(-1)]).toEqual([
      [0, h / 2],
      [w - 400, 300 + h / 2],
    ])
    const [coming, going] = [join(before, a), join(back, after)]
    const line = lineOf(id)
    expect(line[0]?.[0]).toBe(0)
    expect(line[0]?.[1]).toBeGreaterThanOrEqual(h / 2 + 16)
    expect(line.at(-1)?.[0]).toBe(w - 400)
    expect(line.at(-1)?.[1]).toBeLessThanOrEqual(300 + h / 2 - 16)
    expect(lineOf(coming).at(-1)).toEqual([0, h / 2])
    expect(lineOf(going)[0]).toEqual([w - 400, 300 + h / 2])
    editor.updateShape({ id: back, type: COMPONENT, y: 8 })
    const level = new Set(lineOf(id).map(([, y]) => y))
    expect([...level].every((y = 0) => y >= h / 2 + 16)).toBe(true)
  })

  it.each([
    ['close below', 120, 140],
    ['far below', 300, 400],
    ['beside, nearly as high as the text', 400, 60],
  ])('that leaves a figure downwards runs clear of its text: %s', (_, x, y) => {
    const figure = createShapeId('figure')
    const props = { ...componentDefaults('client'), label: 'Mobile app of all our listeners' }
    editor.createShape<ComponentShape>({ id: figure, type: COMPONENT, x: 0, y: 0, props })
    editor.updateShape({ id: b, type: COMPONENT, x, y })
    const text = layoutComponent(props).text
    for (const id of [join(figure, b), join(b, figure)]) {
      const terminal = editor
        .getBindingsFromShape<TLArrowBinding>(id, 'arrow')
        .find((one) => one.toId === figure)
      const below = { ...terminal?.props, isPrecise: true, normalizedAnchor: { x: 0.5, y: 1 }, snap: 'edge' }
      if (terminal) editor.updateBinding({ ...terminal, props: below })
      const line = lineOf(id)
      for (const [i, [toX = 0, toY = 0]] of line.entries()) {
        const [fromX = 0, fromY = 0] = line[i - 1] ?? [toX, toY]
        const isBeside = Math.min(fromX, toX) > text.x + text.w || Math.max(fromX, toX) < text.x
        expect(isBeside || Math.min(fromY, toY) >= Math.floor(text.y + text.h)).toBe(true)
      }
    }
  })

  it('from a shape to itself is a loop over its corner', () => {
    const line = lineOf(join(a, a))
    expect(line[0]?.[0]).toBe(w)
    expect(line.at(-1)?.[1]).toBe(0)
    expect(Math.min(...line.map(([, y = 0]) => y))).toBe(-28)
  })

  it('keeps its ends and its meaning when it is duplicated with them', () => {
    join(a, b, { mode: 'stream', seq: 2 }, 'plays')
    editor.duplicateShapes(
      [
        a,
        b,
        ...editor
          .getCurrentPageShapes()
          .filter(({ type }) => type === LINK)
          .map(({ id }) => id),
      ],
      { x: 0, y: 500 },
    )
    const links = editor.getCurrentPageShapes().filter(({ type }) => type === LINK)
    expect(links.map(({ meta }) => linkMeta(meta))).toEqual([
      { mode: 'stream', seq: 2 },
      { mode: 'stream', seq: 2 },
    ])
    const ends = links.flatMap((link) => editor.getBindingsFromShape(link, 'arrow').map(({ toId }) => toId))
    expect(new Set(ends).size).toBe(4)
  })

  it('that is bound to nothing is drawn, and one without meaning is a synchronous call', async () => {
    const id = createShapeId()
    editor.createShape<TLArrowShape>({
      id,
      type: LINK,
      props: { kind: 'arc', end: { x: 200, y: 0 }, text: 'free' },
    })
    expect(linkMeta(editor.getShape(id)?.meta ?? {})).toEqual({ mode: 'sync' })
    const svg = (await editor.getSvgString([id]))?.svg ?? ''
    expect(svg).toContain('stroke-width="2"')
    expect(svg).toMatch(/<tspan[^>]*>free</)
  })

  it.each([
    ['stream', 'stroke-dasharray="8 5"'],
    ['batch', 'stroke-dasharray="0.1 5.4"'],
    ['control', 'stroke-width="1.25"'],
  ] as const)('of mode %s is exported as one, its label and number as text', async (mode, mark) => {
    const id = join(a, b, { mode, seq: 3, optional: true }, 'scores')
    const svg = (await editor.getSvgString([id]))?.svg ?? ''
    expect(svg).toContain(mark)
    expect(svg).toMatch(/<tspan[^>]*>scores \(optional\)</)
    expect(svg).toMatch(/<text[^>]*>3</)
    expect(svg).not.toMatch(/foreignObject|var\(--/)
  })
})

describe('a label', () => {
  const elbow = [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: 200 },
    { x: 240, y: 200 },
  ]

  it('stands over the last level stretch, clear of the line', () => {
    const label = linkLabel(elbow, 'features', { position: 0.5, seq: undefined })
    expect(label?.box.y).toBeLessThan(200 - (label?.box.h ?? 0))
    expect((label?.box.x ?? 0) + (label?.box.w ?? 0) / 2).toBeCloseTo(140)
  })

  it('stands clear of its number also where there is not room for both beside each other', () => {
    for (const length of [60, 96, 120, 240]) {
      const line = [
        { x: 0, y: 0 },
        { x: length, y: 0 },
      ]
      const label = linkLabel(line, 'GET /home', { position: 0.5, seq: 1 })
      if (!label?.seq) throw new Error('there is no number')
      const { box, seq } = label
      const nearest = {
        x: Math.min(Math.max(seq.x, box.x), box.x + box.w),
        y: Math.min(Math.max(seq.y, box.y), box.y + box.h),
      }
      expect(Math.hypot(nearest.x - seq.x, nearest.y - seq.y)).toBeGreaterThanOrEqual(SEQ_RADIUS + 2)
    }
  })

  it('goes where it was dragged, right of an upright stretch', () => {
    const label = linkLabel(elbow, 'features', { position: 140 / 440, seq: undefined })
    expect(label?.box.x).toBeGreaterThan(40)
    expect(label?.align).toBe('start')
  })

  it('wraps to the room it has, and is never cut', () => {
    const text = 'all events of the last thirty days, hourly'
    const label = linkLabel(
      [
        { x: 0, y: 0 },
        { x: 120, y: 0 },
      ],
      text,
      { position: 0.5, seq: 1 },
    )
    expect(label?.lines.length).toBeGreaterThan(1)
    expect(label?.lines.join(' ')).toBe(text)
    expect(label?.seq?.y).toBe(0)
  })

  it('says that a link is optional', () => {
    expect(labelText('', { mode: 'sync', optional: true })).toBe('optional')
    expect(labelText('ids', { mode: 'sync' })).toBe('ids')
  })
})

describe('a line', () => {
  it('keeps right angles and distance when it is moved sideways', () => {
    const moved = moveSideways(
      [
        { x: 0, y: 0 },
        { x: 100, y: 0 },
        { x: 100, y: 50 },
      ],
      10,
    )
    expect(moved).toEqual([
      { x: 0, y: 10 },
      { x: 90, y: 10 },
      { x: 90, y: 50 },
    ])
  })

  it('loses a small kink and keeps a large one', () => {
    const kinked = (y: number) => [
      { x: 0, y: 0 },
      { x: 50, y: 0 },
      { x: 50, y },
      { x: 100, y },
    ]
    expect(withoutKink(kinked(10), 20)).toEqual([
      { x: 0, y: 5 },
      { x: 100, y: 5 },
    ])
    expect(withoutKink(kinked(40), 20)).toEqual(kinked(40))
  })

  it('is measured along its length and drawn with round corners', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 100, y: 100 },
    ]
    expect(pointAt(points, 0.75)?.point).toEqual({ x: 100, y: 50 })
    expect(pathData(points)).toBe('M0 0L92 0Q100 0 100 8L100 100')
    expect(pathData(points, 0, 10)).toBe('M0 0L92 0Q100 0 100 8L100 90')
  })
})
