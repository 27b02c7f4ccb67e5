import type { Editor, TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CardUtil } from '../../shapes/cards/CardUtil.tsx'
import { cardLayout } from '../../shapes/cards/layout.ts'
import type { CardShape } from '../../shapes/cards/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import * as reading from '../../shapes/readDesign.ts'
import { boardPath } from '../../shapes/shared/boardPath.ts'
import { connect } from '../../src/canvas/connect.ts'
import { setLeaf } from '../../src/canvas/edit.ts'
import { feedCards } from '../../src/canvas/feedCards.ts'
import { insert } from '../../src/canvas/insert.ts'
import { cardInsertableId, findInsertable } from '../../src/canvas/insertables.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

vi.mock(import('../../shapes/readDesign.ts'), { spy: true })

let editor: Editor
let stop: () => void
const frames = new Map<number, FrameRequestCallback>()
const reads = () => vi.mocked(reading.readDesign).mock.calls.length
const hops = () => boardPath(editor).get().hops

/** Lets the browser draw its next frame. */
function frame() {
  const due = [...frames.values()]
  frames.clear()
  for (const run of due) run(0)
}

function put(id: string): TLShapeId {
  const insertable = findInsertable(id)
  const shape = insertable && insert(editor, insertable)
  if (!shape) throw new RangeError(`“${id}” was not placed`)
  return shape
}

function chain(): TLShapeId[] {
  const ids = [put('client'), put('service'), put('ranker')]
  ids.slice(1).forEach((id, n) => {
    connect(editor, ids[n] ?? id, id, { mode: 'sync', label: '' })
  })
  setLeaf(editor, ids[1] ?? ('' as TLShapeId), 'values.p99', 5)
  setLeaf(editor, ids[2] ?? ('' as TLShapeId), 'values.p99', 60)
  return ids
}

const putCard = () => put(cardInsertableId('latency-budget'))

beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  let next = 1
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => {
    frames.set(next, run)
    return next++
  })
  vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id))
  stop = feedCards(editor)
  vi.mocked(reading.readDesign).mockClear()
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  frames.clear()
  editor.dispose()
})

describe('the latency budget on a board', () => {
  it('shows the call path that is drawn, and what changes of it', () => {
    const [, , ranker] = chain()
    putCard()
    frame()
    expect(hops().map(({ p99 }) => p99)).toEqual([5, 60])
    setLeaf(editor, ranker ?? ('' as TLShapeId), 'values.p99', 40)
    frame()
    expect(hops().map(({ p99 }) => p99)).toEqual([5, 40])
    editor.deleteShapes(ranker ? [ranker] : [])
    frame()
    expect(hops().map(({ p99 }) => p99)).toEqual([5])
  })

  it('stands as tall as it draws, also in an export', () => {
    const id = putCard()
    frame()
    const before = editor.getShapePageBounds(id)?.h ?? 0
    chain()
    frame()
    expect(hops()).toHaveLength(2)
    const card = editor.getShape(id) as CardShape
    const { h } = cardLayout(card.props, boardPath(editor).get())
    expect(editor.getShapePageBounds(id)?.h).toBe(h)
    expect(h).toBeGreaterThan(before)
    const util = editor.getShapeUtil(card) as CardUtil
    const svg = util.toSvg(card, { isDarkMode: false } as never)
    expect(JSON.stringify(svg.props.layout.texts)).toContain('60 ms')
  })

  it('asks nothing of a board without one, nor while shapes are moved', () => {
    const ids = chain()
    frame()
    expect(reads()).toBe(0)
    putCard()
    frame()
    const asked = reads()
    expect(asked).toBe(1)
    for (let n = 0; n < 5; n++) {
      editor.nudgeShapes(ids, { x: 10, y: 4 })
      frame()
    }
    expect(reads()).toBe(asked)
  })
})
