import { afterEach, describe, expect, it } from 'vitest'
import { storeInternals, withoutHistory } from '../../src/sync/internals.ts'
import { boardEditor } from './boardEditor.ts'
import { box, id } from './network.ts'

const editor = boardEditor()
afterEach(() => editor.clearHistory())

describe('what sync uses of tldraw’s insides', () => {
  it('is there: the store reports changes at once, with their source', () => {
    const heard: string[] = []
    const internals = storeInternals(editor.store)
    const stop = internals.addHistoryInterceptor(({ changes }, source) => {
      heard.push(`${source} ${Object.keys(changes.added).length}`)
    })
    editor.createShapes([box('one')])
    expect(heard.at(-1)).toBe('user 1')
    internals.atomic(() => editor.store.remove([id('one')]), false, true)
    expect(heard.at(-1)).toMatch(/^remote/)
    stop()
  })

  it('is there: a paused history takes no step and keeps its redo', () => {
    editor.createShapes([box('one')])
    editor.undo()
    expect(editor.getCanRedo()).toBe(true)
    withoutHistory(editor, () => editor.createShapes([box('two')]))
    expect(editor.getCanRedo()).toBe(true)
    expect(editor.getCanUndo()).toBe(false)
  })
})
