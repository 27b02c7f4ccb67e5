import { describe, expect, it } from 'vitest'
import { MAX_MESSAGE_BYTES } from '../../src/sync/boardSocket.ts'
import { aBrowser, type Guest, guests, light, poll } from './guests.ts'
import { box, component, id } from './network.ts'

const tooMuch = (limit: number) => 'x'.repeat(limit + 1)

function relabel({ editor }: Guest, name: string, label: string) {
  editor.markHistoryStoppingPoint('label')
  editor.updateShape({ id: id(name), type: 'component', props: { label } })
}

describe('an edit larger than a browser may send', () => {
  const here = guests()

  it('stays here with what follows it; others’ edits still come; undone, the rest goes out', async () => {
    await here.newRoom()
    const a = await here.join('owner', 'Calm Heron')
    const b = await here.join('editor', 'Brave Otter')
    a.editor.createShapes([component('one')])
    await poll(() => light(a)).toBe('seen 1')

    relabel(a, 'one', tooMuch(MAX_MESSAGE_BYTES))
    await poll(() => light(a)).toBe('device 0 held')
    expect(a.room.connection.get()).toMatchObject({ code: 4413, reason: expect.stringContaining('17 MiB') })
    b.editor.createShapes([box('two')])
    await poll(() => a.editor.getShape(id('two'))).toBeDefined()
    expect(a.room.connection.get().kind).toBe('held')

    a.editor.undo()
    a.editor.createShapes([box('three')])
    await poll(() => b.editor.getShape(id('three'))).toBeDefined()
    await poll(() => light(a)).toBe('seen 1')
    expect(b.editor.getShape(id('one'))).toMatchObject({ props: { label: 'one' } })
  })
})

describe('an edit larger than the server takes', () => {
  const LIMIT = 64 * 1024
  const here = guests({ env: { MAX_MESSAGE_BYTES: String(LIMIT) } })

  it('outlives a restart of the browser, and holds only its writer back', async () => {
    await here.newRoom()
    const browser = aBrowser()
    const a = await here.join('owner', 'Calm Heron', { browser })
    const b = await here.join('editor', 'Brave Otter')
    a.editor.createShapes([component('one')])
    await poll(() => light(a)).toBe('seen 1')
    relabel(a, 'one', tooMuch(LIMIT))
    await poll(() => light(a)).toBe('device 0 held')
    a.leave()

    const again = await here.join('owner', 'Calm Heron', { browser })
    await poll(() => light(again)).toBe('device 0 held')
    expect(again.room.connection.get()).toMatchObject({
      code: 4413,
      reason: expect.stringMatching(/^An edit of 64\.\d KiB is larger than the 64 KiB this server takes\.$/),
    })
    b.editor.createShapes([box('two')])
    await poll(() => light(b)).toBe('server 0')
    relabel(again, 'one', 'short')
    await poll(() => b.editor.getShape(id('one'))).toMatchObject({ props: { label: 'short' } })
    await poll(() => again.editor.getShape(id('two'))).toBeDefined()
    await poll(() => light(again)).toBe('seen 1')
  })
})
