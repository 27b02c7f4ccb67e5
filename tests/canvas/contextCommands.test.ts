import { createShapeId, type Editor, type TLShapeId } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { componentDefaults } from '../../shapes/component/defaults.ts'
import { COMPONENT } from '../../shapes/component/schema.ts'
import { shapeUtils } from '../../shapes/index.ts'
import { runCommand } from '../../src/canvas/commands.ts'
import { connect } from '../../src/canvas/connect.ts'
import { CONTEXT_COMMANDS } from '../../src/canvas/contextCommands.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

let editor: Editor
let [a, b]: TLShapeId[] = []
beforeEach(() => {
  editor = headlessEditor(shapeUtils)
  a = put('a')
})
afterEach(() => editor.dispose())

function put(name: string): TLShapeId {
  const id = createShapeId(name)
  const x = 300 * editor.getCurrentPageShapeIds().size
  editor.createShape({ id, type: COMPONENT, x, y: 0, props: componentDefaults('service') })
  return id
}

/** Puts a second one there, called by the first. */
function joined(): TLShapeId {
  b = put('b')
  const link = connect(editor, a ?? b, b, { mode: 'sync', label: 'x' })
  if (!link) throw new Error('They were not joined.')
  return link
}

function offered(...selected: (TLShapeId | undefined)[]): string[] {
  editor.setSelectedShapes(selected.filter((id) => id !== undefined))
  return CONTEXT_COMMANDS.filter(({ applies }) => applies(editor)).map(({ id }) => id)
}

describe('the menu of a selection', () => {
  it('offers what would find something to do', () => {
    expect(offered(a)).toEqual(['replace'])
    const link = joined()
    expect(offered(a)).toEqual(['replace', 'duplicate-linked', 'downstream', 'tidy'])
    expect(offered(b)).toEqual(['replace', 'duplicate-linked', 'tidy'])
    expect(offered(link)).toEqual(['downstream'])
    expect(offered()).toEqual(['tidy'])
  })

  it('offers nothing that changes what is locked or may only be read', () => {
    joined()
    editor.toggleLock([a, b].flatMap((id) => id ?? []))
    expect(offered(a)).toEqual(['downstream'])
    editor.toggleLock([a, b].flatMap((id) => id ?? []))
    editor.updateInstanceState({ isReadonly: true })
    expect(offered(a)).toEqual(['downstream'])
  })

  it('offers only what has a key and does something', () => {
    joined()
    for (const { id } of CONTEXT_COMMANDS) {
      editor.setSelectedShapes(a ? [a] : [])
      expect(runCommand(editor, id)).toBe(true)
    }
  })
})
