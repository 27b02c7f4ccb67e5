import { type Editor, type TLArrowShape, type TLShapeId, Vec } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { linkRoute } from '../../shapes/link/route.ts'
import type { Design } from '../../src/domain/design.ts'
import type { Point } from '../../templates/design/box.ts'
import { groupsOf } from '../../templates/design/groups.ts'
import { placeDesign } from '../../templates/design/placeDesign.ts'
import { problems } from '../../templates/problems/index.ts'
import { loadReference } from '../../templates/problems/references.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
})
afterEach(() => editor.dispose())

/** Where the board draws a link, on the page. */
function drawn(id: string): Point[] {
  const link = editor.getShape<TLArrowShape>(`shape:${id}` as TLShapeId)
  const points = link && linkRoute(editor, link)
  return link && points ? editor.getShapePageTransform(link).applyToPoints(points.map(Vec.From)) : []
}

/** All but the ends, which are moved along their own line onto the outline of a figure. */
const corners = (points: readonly Point[], by: Point = { x: 0, y: 0 }) =>
  points.slice(1, -1).map(({ x, y }) => `${Math.round(x + by.x)} ${Math.round(y + by.y)}`)

describe.each(problems.map((problem) => [problem.id, problem] as const))('the board of %s', (_, problem) => {
  it('draws every link as the layout has foreseen', async () => {
    const design = (await loadReference(problem.id)) as Design
    const [group] = groupsOf(design)
    editor.store.put([...placeDesign(design).records])
    const by = { x: 0, y: group?.sheetTop ?? 0 }
    const ways = [...(group?.sheet.ways ?? [])]
    expect(ways).toHaveLength(design.links.length)
    const found = ways.map(([id]) => `${id}: ${corners(drawn(id)).join(', ')}`)
    expect(found).toEqual(ways.map(([id, { points }]) => `${id}: ${corners(points, by).join(', ')}`))
  })
})
