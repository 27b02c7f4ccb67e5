import { type Editor, react } from 'tldraw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shapeUtils } from '../../shapes/index.ts'
import { type Detail, detailAt, detailOf } from '../../shapes/shared/detail.ts'
import { headlessEditor } from '../helpers/headlessEditor.ts'

describe('detailAt', () => {
  it.each<[number, Detail]>([
    [8, 'all'],
    [0.35, 'all'],
    [0.34, 'names'],
    [0.2, 'names'],
    [0.19, 'marks'],
    [0.15, 'marks'],
    [0.14, 'outlines'],
    [0.01, 'outlines'],
  ])('at %f draws %s', (zoom, detail) => {
    expect(detailAt(zoom)).toBe(detail)
  })

  it.each<[Detail, number, Detail]>([
    ['all', 0.35, 'all'],
    ['all', 0.349, 'names'],
    ['names', 0.351, 'names'],
    ['names', 0.37, 'all'],
    ['outlines', 0.151, 'outlines'],
    ['outlines', 0.16, 'marks'],
    ['outlines', 0.36, 'names'],
    ['outlines', 1, 'all'],
    ['all', 0.1, 'outlines'],
  ])('after %s, at %f draws %s', (before, zoom, detail) => {
    expect(detailAt(zoom, before)).toBe(detail)
  })
})

describe('detailOf', () => {
  let editor: Editor
  beforeEach(() => {
    editor = headlessEditor(shapeUtils)
  })
  afterEach(() => editor.dispose())

  const zoomTo = (z: number) => editor.setCamera({ ...editor.getCamera(), z }, { force: true })

  it('follows the zoom', () => {
    const seen: Detail[] = []
    const stop = react('seen', () => {
      seen.push(detailOf(editor).get())
    })
    for (const z of [0.5, 0.3, 0.36, 0.34, 0.1, 1]) zoomTo(z)
    stop()
    expect(seen).toEqual(['all', 'names', 'outlines', 'all'])
  })

  it('asks nobody while the camera only moves', () => {
    let asked = 0
    const stop = react('asked', () => {
      detailOf(editor).get()
      asked += 1
    })
    for (let x = 0; x < 50; x++) editor.setCamera({ x, y: x, z: 1 })
    stop()
    expect(asked).toBe(1)
  })
})
