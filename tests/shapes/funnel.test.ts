import { createShapeId, type Editor } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { funnelDefaults, funnelStage } from '../../shapes/funnel/defaults.ts'
import { addStage, moveStage, removeStage } from '../../shapes/funnel/editStages.ts'
import { funnelFromDesign } from '../../shapes/funnel/funnelFromDesign.ts'
import { funnelLayout } from '../../shapes/funnel/layout.ts'
import { readFunnel } from '../../shapes/funnel/readFunnel.ts'
import { FUNNEL, type FunnelProps, type FunnelShape, type FunnelStage } from '../../shapes/funnel/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { boardSchema } from '../../shapes/schemas.ts'
import type { Edit } from '../../shapes/shared/panel/layout.ts'
import { withLeaf, withLeaves } from '../../shapes/shared/panel/leaf.ts'
import { parseField } from '../../shapes/shared/panel/parseField.ts'
import { inOrder } from '../../src/domain/order.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

const NOWHERE = { step: null, lane: null }

/** The funnel of the worked examples: 100 M songs, of which 20 are shown. */
function songs(more: Partial<FunnelProps> = {}): FunnelProps {
  const stage = (order: string, figures: Partial<FunnelStage>) =>
    funnelStage(order as FunnelStage['order'], figures)
  return {
    ...funnelDefaults(),
    about: 'Song recommendation',
    sla: 200,
    qps: 20_000,
    stages: {
      s1: stage('a1', { name: 'Retrieval', itemsIn: 1e8, itemsOut: 1e4, recall: 0.95, p99: 23 }),
      s2: stage('a2', { name: 'Ranking', itemsOut: 100, recall: 0.9, p99: 70, costPerItemUs: 5 }),
      s3: stage('a3', { name: 'Re-ranking', itemsOut: 20, recall: 1, p99: 10 }),
    },
    ...more,
  }
}

function textsOf(props: FunnelProps): string[] {
  return funnelLayout(props).texts.flatMap(({ lines }) => lines)
}

function made(props: FunnelProps, { leaves }: Edit): FunnelProps {
  return withLeaves(props, leaves)
}

const names = ({ stages }: FunnelProps) => inOrder(stages).map(({ name }) => name)

function action(props: FunnelProps, label: string): Edit {
  const found = funnelLayout(props).actions?.find((one) => one.label === label)
  if (!found) throw new RangeError(`Nothing to press is called “${label}”`)
  return found.press()
}

describe('what a funnel comes to', () => {
  it('is said in its foot, as in the worked examples', () => {
    expect(textsOf(songs())).toEqual(
      expect.arrayContaining(['10,000×', '100×', '0.855', '20k/s', '1,000', '103 of 200 ms', 'SLA 200 ms']),
    )
  })

  it('names what it leaves out, and says of nothing known that it is not known', () => {
    const { s1, s2, s3 } = songs().stages as Record<'s1' | 's2' | 's3', FunnelStage>
    const partly = songs({ stages: { s1, s2, s3: { ...s3, recall: null, p99: null } } })
    expect(textsOf(partly)).toEqual(
      expect.arrayContaining(['2 of 3 stages', '93 of 200 ms', '1 of 3 stages']),
    )
    const bare = songs({ sla: null, qps: null, stages: { s1: funnelStage(s1.order, { name: 'Retrieval' }) } })
    const said = textsOf(bare).join(' ')
    expect(said).toContain('No stage names its recall.')
    expect(said).toContain('Type the requests a second.')
    expect(said).not.toMatch(/NaN|Infinity|\b0\b/)
  })

  it('is what scoring takes of a request and keeps busy of the fleet', () => {
    const scored = (figures: Partial<FunnelStage>) =>
      textsOf(songs({ stages: { s1: funnelStage('a1' as FunnelStage['order'], figures) } }))
    expect(scored({ itemsIn: 10_000, costPerItemUs: 20 })).toContain('scored in 200 ms')
    expect(scored({ itemsIn: 10_000, costPerItemUs: 20, lanes: 8 })).toContain('scored in 25 ms')
    expect(scored({ itemsIn: 500, costPerItemUs: 100 })).toContain('scored in 50 ms')
  })

  it('runs over its target in another colour, beyond the mark', () => {
    const isOver = (props: FunnelProps) => funnelLayout(props).strokes.some(({ fill }) => fill === 'over')
    expect(isOver(songs())).toBe(false)
    expect(isOver(songs({ sla: 90 }))).toBe(true)
    const figure = funnelLayout(songs({ sla: 90 })).texts.find(({ lines }) => lines[0] === '103 of 90 ms')
    expect(figure?.tone).toBe('over')
  })

  it.each([1, 100, 520, 640, 2_000])(
    'stands inside a panel that was drawn %d wide, texts apart from its edge',
    (w) => {
      const layout = funnelLayout(songs({ w }))
      const bottom = Math.max(...layout.texts.map(({ y }) => y))
      expect(bottom).toBeLessThan(layout.h)
      for (const { x } of layout.texts) expect(x).toBeLessThanOrEqual(layout.w - 16)
    },
  )
})

describe('a stage that widens the funnel', () => {
  it.each([
    ['itemsOut', 120, '“Re-ranking” takes in 100 and lets 120 through.'],
    ['itemsIn', 500, '“Ranking” lets 100 through, “Re-ranking” takes in 500.'],
  ])('by its %s is outlined and has a sentence under it', (figure, value, sentence) => {
    const wide = withLeaf(songs(), `stages.s3.${figure}`, value)
    expect(textsOf(wide).join(' ')).toContain(sentence)
    expect(funnelLayout(wide).strokes.filter(({ stroke }) => stroke === 'over')).toHaveLength(1)
    expect(funnelLayout(songs()).strokes.some(({ stroke }) => stroke === 'over')).toBe(false)
  })

  it('may add items on purpose, which is said on it by a press', () => {
    const wide = withLeaf(songs(), 'stages.s3.itemsOut', 120)
    const meant = made(wide, action(wide, 'Re-ranking adds items on purpose'))
    expect(meant.stages.s3?.adds).toBe(true)
    expect(funnelLayout(meant).strokes.some(({ stroke }) => stroke === 'over')).toBe(false)
    expect(textsOf(meant)).toContain('adds 20')
  })
})

describe('the stages of a funnel', () => {
  it('are added by Enter in the last field of a stage, right behind it, and named next', () => {
    const field = funnelLayout(songs()).fields.find(({ path }) => path === 'stages.s1.itemsOut')
    const edit = field?.enter?.()
    if (!edit) throw new RangeError('Enter adds nothing')
    expect(names(made(songs(), edit))).toEqual(['Retrieval', 'Stage', 'Ranking', 'Re-ranking'])
    expect(funnelLayout(made(songs(), edit)).fields.map(({ path }) => path)).toContain(edit.next)
  })

  it('are added at the end, moved and removed by a press', () => {
    expect(names(made(songs(), action(songs(), 'Add a stage')))).toEqual([
      'Retrieval',
      'Ranking',
      'Re-ranking',
      'Stage',
    ])
    expect(names(made(songs(), action(songs(), 'Move Ranking up')))).toEqual([
      'Ranking',
      'Retrieval',
      'Re-ranking',
    ])
    expect(names(made(songs(), action(songs(), 'Remove Ranking')))).toEqual(['Retrieval', 'Re-ranking'])
    const [first] = Object.entries(songs().stages)
    const alone = songs({ stages: Object.fromEntries(first ? [first] : []) })
    expect(() => action(alone, 'Remove Retrieval')).toThrow('Nothing to press')
  })

  it('of one order, as two people can make at once, still take a new one where it belongs', () => {
    const { s1, s2, s3 } = songs().stages as Record<'s1' | 's2' | 's3', FunnelStage>
    const equal = songs({ stages: { s1, s2: { ...s2, order: s1.order }, s3 } })
    expect(names(made(equal, addStage(equal, 's1')))).toEqual(['Retrieval', 'Stage', 'Ranking', 'Re-ranking'])
    expect(names(made(equal, moveStage(equal, 's1', 1)))).toEqual(['Ranking', 'Retrieval', 'Re-ranking'])
    expect(names(made(equal, removeStage(equal, 's1')))).toEqual(['Ranking', 'Re-ranking'])
  })

  it('are removed one after the other: the editing goes on in the neighbour', () => {
    expect(action(songs(), 'Remove Ranking').next).toBe('stages.s3.name')
    expect(action(songs(), 'Remove Re-ranking').next).toBe('stages.s2.name')
  })

  it('of one name have each buttons of their own', () => {
    const twice = withLeaf(songs(), 'stages.s3.name', 'Ranking')
    const labels = funnelLayout(twice).actions?.map(({ label }) => label) ?? []
    expect(new Set(labels).size).toBe(labels.length)
    expect(names(made(twice, action(twice, 'Remove Ranking (stage 3)')))).toEqual(['Retrieval', 'Ranking'])
  })

  it('are named where no other words of the stage stand', () => {
    const props = withLeaf(
      withLeaf(songs(), 'stages.s1.model', 'two-tower'),
      'stages.s2.model',
      'multi-task DNN',
    )
    const { fields, texts } = funnelLayout(props)
    for (const id of ['s1', 's2']) {
      const places = ['name', 'model'].map((leaf) =>
        fields.find(({ path }) => path === `stages.${id}.${leaf}`),
      )
      const [name, model] = places.map((field) => field?.box)
      if (!name || !model) throw new RangeError('No such fields')
      const line = (text: string) => texts.find(({ lines }) => lines[0] === text)
      const [modelText, nameText] = [line(places[1]?.text ?? ''), line(places[0]?.text ?? '')]
      // Letters are about 9 px high over the line that they stand on.
      expect(name.y + name.h).toBeLessThanOrEqual((modelText?.y ?? 0) - 9)
      expect(model.y).toBeGreaterThanOrEqual(nameText?.y ?? 0)
    }
  })

  it('are all there to be edited: every figure is a field that takes what people type', () => {
    const typed: Record<string, [string, number]> = {
      itemsIn: ['20k', 20_000],
      itemsOut: ['1,000', 1_000],
      recall: ['95%', 0.95],
      p99: ['0.5 s', 500],
      costPerItemUs: ['1.5 ms', 1_500],
      lanes: ['8', 8],
    }
    const { fields } = funnelLayout(songs())
    for (const id of ['s1', 's2', 's3'])
      for (const [figure, [text, value]] of Object.entries(typed)) {
        const field = fields.find(({ path }) => path === `stages.${id}.${figure}`)
        expect(field && parseField(field, text), `${id} ${figure}`).toEqual({ ok: true, value })
      }
    expect(fields.map(({ path }) => path)).toEqual(expect.arrayContaining(['about', 'sla', 'qps']))
  })
})

describe('a funnel in a design', () => {
  const shape = (props: FunnelProps) => ({ id: createShapeId('f'), props }) as FunnelShape

  it('comes back from it as it was', () => {
    const widened = withLeaf(withLeaf(songs(), 'stages.s3.itemsIn', 500), 'stages.s2.adds', true)
    for (const props of [songs(), widened, withLeaf(songs(), 'stages.s2.lanes', 8)]) {
      const first = readFunnel(shape(props), NOWHERE)
      const back = funnelFromDesign(first.composite.props)
      expect(readFunnel(shape(back), NOWHERE)).toEqual(first)
      const orders = (one: FunnelProps) => inOrder(one.stages).map(({ order: _, ...stage }) => stage)
      expect(orders(back)).toEqual(orders(props))
    }
  })

  it('is made of whatever a file holds, and is one that a board may hold', () => {
    const odd = {
      stages: [{ name: 3, recall: 7, itemsIn: '100M', p99: 'soon' }, null, { id: 'a.b', lanes: 0.5 }],
      sla: 'fast',
    }
    const props = funnelFromDesign(odd)
    expect(props.sla).toBeNull()
    expect(inOrder(props.stages)).toMatchObject([
      { id: 's1', itemsIn: 1e8, recall: null, p99: null },
      { id: 's2', lanes: null },
    ])
  })
})

describe('a funnel on a board', () => {
  let editor: Editor
  const id = createShapeId('funnel')
  beforeEach(() => {
    vi.stubGlobal('fetch', async () => ({ ok: true, blob: async () => new Blob(['font']) }))
    editor = headlessEditor(shapeUtils)
  })
  afterEach(() => {
    editor.dispose()
    vi.unstubAllGlobals()
  })

  it('is exported with what it comes to as text', async () => {
    editor.createShape<FunnelShape>({ id, type: FUNNEL, props: songs() })
    const svg = (await editor.getSvgString([id], { darkMode: false }))?.svg ?? ''
    for (const text of ['Song recommendation', '103 of 200 ms', '0.855', 'Re-ranking'])
      expect(svg).toContain(`>${text}<`)
    expect(svg).not.toMatch(/foreignObject|var\(--/)
  })

  it('that an earlier version drew opens with nothing lost, and can go back', () => {
    editor.createShape<FunnelShape>({ id, type: FUNNEL, props: songs() })
    const record = editor.getShape(id)
    if (!record) throw new Error('No funnel was drawn.')
    const now = boardSchema.serialize()
    if (now.schemaVersion !== 2) throw new Error('Schemas are written in another way.')
    const before = { ...now, sequences: { ...now.sequences, 'com.tldraw.shape.funnel': 0 } }
    const old = boardSchema.migratePersistedRecord(record, before, 'down')
    if (old.type !== 'success') throw new Error(old.reason)
    const oldProps = (old.value as unknown as FunnelShape).props
    expect(Object.keys(oldProps).sort()).toEqual(['h', 'items', 'label', 'stages', 'w', 'zone'])
    expect(oldProps.stages.s1).not.toHaveProperty('adds')
    const again = boardSchema.migratePersistedRecord(old.value, before, 'up')
    if (again.type !== 'success') throw new Error(again.reason)
    const { props } = again.value as unknown as FunnelShape
    expect(props).toEqual({ ...songs(), about: '', sla: null, qps: null })
    expect(() => boardSchema.types.shape.validate(again.value as never)).not.toThrow()
  })
})
