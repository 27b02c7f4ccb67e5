import { afterEach, describe, expect, it } from 'vitest'
import { dragInternals, historyInternals, storeInternals, withoutHistory } from '../../src/sync/internals.ts'
import { installPropertyHistory } from '../../src/sync/propertyHistory.ts'
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

  it('is there: the parts of the history that undo by property puts its own in place of', () => {
    const history = historyInternals(editor)
    expect(['recording', 'recordingPreserveRedoStack', 'paused']).toContain(history.state)
    for (const run of [
      history._undo,
      history.redo,
      history.squashToMark,
      history.flushPendingDiff,
      history.getNumUndos,
    ]) {
      expect(run).toBeTypeOf('function')
    }
    expect(history.pendingDiff.apply).toBeTypeOf('function')
    expect(history.pendingDiff.clear).toBeTypeOf('function')
    editor.createShapes([box('three')])
    expect(history.pendingDiff.isEmptyAtom.get()).toBe(false)
    editor.markHistoryStoppingPoint('mark')
    expect(history.pendingDiff.isEmptyAtom.get()).toBe(true)
    const { undos, redos } = history.stacks.get()
    expect([undos.head?.type, undos.tail.head?.type, undos.length, redos.head]).toEqual([
      'stop',
      'diff',
      2,
      null,
    ])
    expect(undos.push({ type: 'stop', id: 'next' }).tail).toBe(undos)
  })

  it('is there: what a drag remembers of the frame it is over', () => {
    expect(dragInternals(editor)).toHaveProperty('prevDraggingOverShape')
  })

  it('is there again, tldraw’s own, once undo by property is taken out', () => {
    const history = historyInternals(editor)
    const { _undo, redo, squashToMark } = history
    const { apply, clear } = history.pendingDiff
    const uninstall = installPropertyHistory(editor)
    expect(history._undo).not.toBe(_undo)
    editor.createShapes([box('four')])
    uninstall()
    expect(editor.getCanUndo()).toBe(false)
    expect([history._undo, history.redo, history.squashToMark]).toEqual([_undo, redo, squashToMark])
    expect([history.pendingDiff.apply, history.pendingDiff.clear]).toEqual([apply, clear])
    editor.createShapes([box('five')])
    editor.undo()
    expect(editor.getShape(id('five'))).toBeUndefined()
    expect(editor.getShape(id('four'))).toBeDefined()
  })
})
