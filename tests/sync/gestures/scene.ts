import type { Editor, TLRecord, TLShapeId, TLShapePartial } from 'tldraw'
import { LINK } from '../../../shapes/link/schema.ts'
import { STEP_FRAME } from '../../../shapes/step-frame/schema.ts'
import { board, box, component, funnel, id, Network } from '../network.ts'

/**
 * The board that every gesture begins on: components `a` (in `frame`), `b` and `c`, a link from `c` to `b`, an
 * empty `other` frame, a line, a group of two boxes and a funnel.
 */
export function sceneRecords(): TLRecord[] {
  const network = new Network()
  const { editor } = network.add()
  drawScene(editor)
  const records = editor.store.allRecords().filter(({ id }) => id in board(editor))
  network.stop()
  return records
}

function drawScene(editor: Editor) {
  editor.createShapes([
    stepFrame('frame', 20, 20),
    { ...component('a', 40, 90), parentId: id('frame') },
    component('b', 400, 110),
    component('c', 60, 300),
    stepFrame('other', 600, 400),
    { id: id('link'), type: LINK, props: { text: 'calls' } },
    { id: id('line'), type: 'line', x: 800, y: 60 },
    box('g1', 60, 480),
    box('g2', 200, 480),
    { ...funnel('funnel'), x: 1200, y: 60 },
  ])
  for (const [terminal, to] of Object.entries({ start: 'c', end: 'b' })) {
    editor.createBinding({ type: 'arrow', fromId: id('link'), toId: id(to), props: { terminal } })
  }
  editor.groupShapes([id('g1'), id('g2')], { groupId: id('group') })
}

const SCENE = ['frame', 'a', 'b', 'c', 'other', 'link', 'line', 'g1', 'g2', 'group', 'funnel'].map((name) =>
  id(name),
)

/** What was drawn since. */
export function newcomers(editor: Editor): TLShapeId[] {
  return [...editor.getCurrentPageShapeIds()].filter((shape) => !SCENE.includes(shape))
}

function stepFrame(name: string, x: number, y: number): TLShapePartial {
  const props = { w: 280, h: 220, step: 1, name, minutes: null, draw: '', starters: [] }
  return { id: id(name), type: STEP_FRAME, x, y, props }
}
