import type { Editor, TLRecord, TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { readDesign } from '../../shapes/readDesign.ts'
import { setLeaf } from '../../src/canvas/edit.ts'
import { insert } from '../../src/canvas/insert.ts'
import { findInsertable } from '../../src/canvas/insertables.ts'
import { pictureOf } from '../../src/pages/debrief/pictureOf.ts'
import { untouchedIn } from '../../src/pages/debrief/untouchedIn.ts'
import { findTemplate } from '../../templates/index.ts'
import { debrief, finishedRun } from '../domain/debrief/finishedRun.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
})
afterEach(() => editor.dispose())

function put(what: string): TLShapeId {
  const insertable = findInsertable(what)
  const id = insertable && insert(editor, insertable)
  if (!id) throw new Error(`No ${what} was placed`)
  return id
}

describe('a composite', () => {
  it.each([
    ['funnel', 'stages.s1.itemsIn', 5],
    ['two-tower', 'label', 'Mine'],
    ['layer-stack', 'label', 'Mine'],
  ])('%s is untouched until something in it is written, wherever it is moved', (what, leaf, value) => {
    const id = put(what)
    editor.updateShape({ id, type: what, x: 5000, y: -300 } as never)
    expect([...untouchedIn(editor.store.allRecords())]).toEqual([id])
    setLeaf(editor, id, leaf, value)
    expect([...untouchedIn(editor.store.allRecords())]).toEqual([])
  })

  it('is untouched, a component is not: it says what it is', () => {
    put('ranker')
    expect(untouchedIn(editor.store.allRecords()).size).toBe(0)
  })
})

describe('a card', () => {
  it.each([
    ['card-options', 'fields.chosen', 'Trees'],
    ['card-assumption', 'rows.r1.cells.assumption', 'Logs are kept'],
    ['card-metrics', 'rows.r1.cells.offline', 'Recall at 100'],
  ])('%s is untouched until something but its title is written on it', (what, leaf, value) => {
    const id = put(what)
    setLeaf(editor, id, 'title', 'Ours')
    editor.updateShape({ id, type: 'card', props: { w: 700, h: 900 } } as never)
    expect([...untouchedIn(editor.store.allRecords())]).toEqual([id])
    setLeaf(editor, id, leaf, value)
    expect([...untouchedIn(editor.store.allRecords())]).toEqual([])
  })

  it('that was laid out with its starter rows, and is left so, is no artefact of any step', () => {
    const records = findTemplate('seven-steps')?.records({ isReady: true }) ?? []
    expect(readDesign(records).cards.length).toBeGreaterThan(5)
    const { parts } = debrief(finishedRun(), {
      design: readDesign(records),
      untouched: untouchedIn(records),
    })
    expect(parts.flatMap(({ artefacts }) => artefacts.filter(({ state }) => state === 'present'))).toEqual([])
  })
})

describe('the picture of a board', () => {
  const records = () => findTemplate('song-recommendation')?.records() ?? []

  it('has every part where it stands on the page, as the editor has it, frames first', () => {
    editor.store.put(
      records().filter(({ typeName }) => typeName === 'shape' || typeName === 'binding') as TLRecord[],
    )
    const { parts, box } = pictureOf(editor.store.allRecords())
    expect(parts.length).toBeGreaterThan(10)
    const kinds = parts.map(({ shape }) => shape.type as string)
    expect(kinds.lastIndexOf('zone-frame')).toBeLessThan(kinds.indexOf('component'))
    for (const { shape, x, y, w, h } of parts) {
      const point = editor.getShapePageTransform(shape.id).point()
      expect([x, y]).toEqual([point.x, point.y])
      expect(x >= box.x && y >= box.y && x + w <= box.x + box.w && y + h <= box.y + box.h).toBe(true)
    }
  })

  it('joins what the links join, from edge to edge', () => {
    const { links, parts } = pictureOf(records())
    const arrows = records().filter((record) => record.typeName === 'shape' && record.type === 'arrow')
    expect(links).toHaveLength(arrows.length)
    const isOnEdge = ({ x, y }: { x: number; y: number }) =>
      parts.some(
        (part) =>
          ((x === part.x || x === part.x + part.w) && y === part.y + part.h / 2) ||
          ((y === part.y || y === part.y + part.h) && x === part.x + part.w / 2),
      )
    for (const { points } of links)
      expect([points.at(0), points.at(-1)].every((end) => end && isOnEdge(end))).toBe(true)
  })

  it('of nothing is nothing', () => {
    expect(pictureOf([])).toMatchObject({ parts: [], links: [], hasOthers: false })
  })

  it('leaves out notes and strokes, and says that there are some', () => {
    put('ranker')
    expect(pictureOf(editor.store.allRecords()).hasOthers).toBe(false)
    editor.createShape({ type: 'note' })
    expect(pictureOf(editor.store.allRecords())).toMatchObject({ hasOthers: true, parts: [{}] })
  })
})
