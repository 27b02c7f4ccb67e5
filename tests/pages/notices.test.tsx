import { atom } from '@tldraw/state'
import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import type { Editor } from 'tldraw'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Notices } from '../../src/pages/board/Notices.tsx'
import { address, goTo, startNavigation } from '../../src/rooms/address.ts'
import type { Connection } from '../../src/sync/connection.ts'
import type { Room } from '../../src/sync/openRoom.ts'
import type { Save } from '../../src/sync/save.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const BOARD = '/board/abc#t'
const KEY = { room: 'abc', token: 't' }
const since = Date.now()
const saved: Save = {
  kind: 'server',
  link: 'online',
  trouble: null,
  device: { is: true, since },
  server: { is: true, since },
  online: { is: true, since },
  wasOnline: true,
  seen: { by: 0, of: 0, since },
}
const onlyInTab: Save = {
  ...saved,
  kind: 'tab',
  link: 'offline',
  trouble: 'full',
  device: { is: false, since },
  server: { is: false, since },
}

const save = atom<Save>('save', saved)
const connection = atom<Connection>('connection', { kind: 'online' })
const ask = vi.fn<typeof window.confirm>()
let root: Root
let page: HTMLElement

beforeAll(startNavigation)

beforeEach(async () => {
  vi.stubGlobal('confirm', ask)
  ask.mockReset()
  goTo('/')
  goTo(BOARD)
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
  const home = <a href="/">Start page</a>
  const editor = { updateInstanceState() {} } as unknown as Editor
  const room = { save, connection } as unknown as Room
  const notices = <Notices board={KEY} room={room} editor={editor} isReadonly={false} />
  await act(() =>
    root.render(
      <>
        {home}
        {notices}
      </>,
    ),
  )
})

afterEach(async () => {
  await act(() => root.unmount())
  page.remove()
  vi.unstubAllGlobals()
})

const where = () => window.location.pathname + window.location.hash
const become = (next: Save) => act(() => save.set(next))
const goHome = () => page.querySelector('a')?.click()
const goBack = () =>
  new Promise<void>((resolve) => {
    window.addEventListener('popstate', () => resolve(), { once: true })
    window.history.back()
  })

test('a board whose edits are on the server is left without a question', async () => {
  await become(saved)
  goHome()
  expect(ask).not.toHaveBeenCalled()
  expect(address.get().page).toBe('start')
})

test.each([
  ['a link', goHome],
  ['the back button', goBack],
])('edits that are only in this tab are not lost by %s unasked', async (_, leave) => {
  await become(onlyInTab)
  ask.mockReturnValue(false)
  await leave()
  expect(ask).toHaveBeenCalledTimes(1)
  expect(address.get().page).toBe('board')
  expect(where()).toBe(BOARD)

  ask.mockReturnValue(true)
  await leave()
  expect(ask).toHaveBeenCalledTimes(2)
  expect(address.get().page).toBe('start')
  expect(where()).toBe('/')
})

test('once they are safe nobody is asked', async () => {
  await become(onlyInTab)
  await become(saved)
  goHome()
  expect(ask).not.toHaveBeenCalled()
  expect(address.get().page).toBe('start')
})
