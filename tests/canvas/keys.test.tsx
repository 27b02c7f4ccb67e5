import { createRoot } from 'react-dom/client'
import {
  type Editor,
  type TLUiActionsContextType,
  type TLUiToolsContextType,
  Tldraw,
  useActions,
  useEditor,
  useTools,
} from 'tldraw'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardDialog } from '../../src/canvas/boardDialog.ts'
import { KEYS, LEADER, type Press, readPress } from '../../src/canvas/keys.ts'
import { TLDRAW_FIXED_KEYS, tldrawWays } from '../../src/canvas/tldrawKeys.ts'
import { leaderWaits, listenToKeys } from '../../src/canvas/useBoardKeys.ts'
import { filterGroups, listShortcuts } from '../../src/panels/shortcuts/listShortcuts.ts'
import { LAYOUTS, type Reported, typedWithAltGr, waysToType } from '../helpers/keyboards.ts'

const press = (key: string, held: Partial<Press> = {}): Press => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

interface Seen {
  editor: Editor
  actions: TLUiActionsContextType
  tools: TLUiToolsContextType
}
let seen: Seen
let close: () => void

let onSeen: (found: Seen) => void

function Look() {
  onSeen({ editor: useEditor(), actions: useActions(), tools: useTools() })
  return null
}

/** tldraw would fetch its words from its host. */
const assetUrls = { translations: { en: 'data:application/json,{}' } }

beforeAll(async () => {
  HTMLImageElement.prototype.decode ??= () => Promise.resolve()
  const element = document.body.appendChild(document.createElement('div'))
  const root = createRoot(element)
  close = () => root.unmount()
  seen = await new Promise<Seen>((resolve) => {
    onSeen = resolve
    root.render(<Tldraw components={{ InFrontOfTheCanvas: Look }} assetUrls={assetUrls} />)
  })
})
afterAll(() => close())

describe('keys', () => {
  it('are never those of tldraw', () => {
    const kbds = [...Object.values(seen.actions), ...Object.values(seen.tools)].flatMap(
      ({ kbd }) => kbd ?? [],
    )
    const theirs = new Set([...kbds, ...TLDRAW_FIXED_KEYS.map(({ kbd }) => kbd)].flatMap(tldrawWays))
    expect(theirs.size).toBeGreaterThan(60)
    const alone = KEYS.filter(({ orElse }) => orElse === undefined)
    const ours = new Set(alone.flatMap(({ keys }) => keys.map((way) => way.split(' ')[0] ?? '')))
    for (const { orElse } of KEYS) if (orElse) expect(theirs).toContain(orElse)
    expect([...ours].filter((way) => theirs.has(way) || theirs.has(way.replace('Mod', 'Mod+Shift')))).toEqual(
      [],
    )
  })
  it('are each used once', () => {
    const ways = KEYS.flatMap(({ keys }) => keys)
    expect(ways).toEqual([...new Set(ways)])
  })
  it('are all listed, ours and tldraw’s, and found by word or key', () => {
    const groups = listShortcuts({ ...seen, translate: (key) => key, isMac: false })
    const listed = groups.flatMap(({ shortcuts }) => shortcuts.map(({ id }) => id))
    for (const { id } of KEYS) expect(listed).toContain(id)
    for (const { id, kbd } of Object.values(seen.actions)) if (kbd) expect(listed).toContain(id)
    const found = filterGroups(groups, 'ctrl+k').flatMap(({ shortcuts }) => shortcuts)
    expect(found.map(({ id }) => id)).toEqual(['quick-insert'])
    expect(filterGroups(groups, 'no such thing')).toEqual([])
  })
})

describe('readPress', () => {
  it('reads characters, whatever keys a layout needs for them', () => {
    expect(readPress(press(';', { shiftKey: true }), false)).toEqual({ kind: 'wait' })
    expect(readPress(press('4', { shiftKey: true }), true)).toMatchObject({ binding: { id: 'step-4' } })
    expect(readPress(press('?', { shiftKey: true }), false)).toMatchObject({ binding: { id: 'shortcuts' } })
    expect(readPress(press('k', { metaKey: true }), false)).toMatchObject({ binding: { id: 'quick-insert' } })
  })
  it('passes on what is not ours, and gives up the leader on an unknown key', () => {
    for (const key of ['4', 'l', 'k', 'Enter', 'Escape'])
      expect(readPress(press(key), false).kind).toBe('pass')
    expect(readPress(press('k', { ctrlKey: true, shiftKey: true }), false).kind).toBe('pass')
    expect(readPress(press('Escape'), true)).toEqual({ kind: 'cancel' })
  })
})

/** A key of a binding or of tldraw's as a layout's owner presses it; empty: it cannot be written there. */
function pressesOf(name: keyof typeof LAYOUTS, way: string): Reported[] {
  const parts = way === '+' ? ['+'] : way.split(/\+(?=.)/)
  const key = parts.at(-1) ?? ''
  const has = (modifier: string) => parts.slice(0, -1).includes(modifier)
  const held = { ctrlKey: has('Mod'), altKey: has('Alt') }
  if (key.length > 1) return [{ ...press(key, { code: key, shiftKey: has('Shift') }), ...held }]
  const isLetter = /[a-z]/i.test(key)
  const typed = waysToType(LAYOUTS[name] ?? {}, isLetter && !has('Shift') ? key.toLowerCase() : key)
  return typed.map((one) => ({
    ...one,
    ...(held.ctrlKey || held.altKey ? held : {}),
    shiftKey: one.shiftKey || has('Shift'),
  }))
}

describe.each(Object.keys(LAYOUTS))('on a keyboard that is %s', (name) => {
  it.each(KEYS.flatMap(({ id, keys }) => keys.map((way) => [id, way] as const)))(
    '%s is pressed by %s',
    (id, way) => {
      const [first = '', second] = way.split(' ')
      const begun = pressesOf(name, first)
      expect(begun.length).toBeGreaterThan(0)
      if (second === undefined) {
        for (const one of begun) expect(readPress(one, false)).toMatchObject({ binding: { id } })
        return
      }
      for (const one of begun) expect(readPress(one, false)).toEqual({ kind: 'wait' })
      const isShifted = /[A-Z]/.test(second) && second.length === 1
      const ended = isShifted ? waysToType(LAYOUTS[name] ?? {}, second) : pressesOf(name, second)
      expect(ended.length).toBeGreaterThan(0)
      for (const one of ended) expect(readPress(one, true)).toMatchObject({ binding: { id } })
    },
  )
  it('tldraw keeps its own keys', () => {
    const kbds = [...Object.values(seen.actions), ...Object.values(seen.tools)].flatMap(
      ({ kbd }) => kbd ?? [],
    )
    const ways = [...kbds, ...TLDRAW_FIXED_KEYS.map(({ kbd }) => kbd)].flatMap(tldrawWays)
    const presses = ways.flatMap((way) => pressesOf(name, way))
    expect(presses.length).toBeGreaterThan(60)
    for (const one of presses) expect(readPress(one, false), JSON.stringify(one)).toEqual({ kind: 'pass' })
  })
  it('nothing of ours happens when a sign is written with AltGr', () => {
    for (const one of typedWithAltGr(LAYOUTS[name] ?? {})) expect(readPress(one, false).kind).toBe('pass')
  })
})

it('the leader is the key beside L on German keyboards, digits after it need no Shift on French ones', () => {
  expect(readPress(press('ö', { code: 'Semicolon' }), false)).toEqual({ kind: 'wait' })
  expect(readPress(press('m', { code: 'Semicolon' }), false)).toEqual({ kind: 'pass' })
  expect(readPress(press('è', { code: 'Digit7' }), true)).toMatchObject({ binding: { id: 'step-7' } })
  expect(readPress(press('M', { shiftKey: true }), true)).toMatchObject({ binding: { id: 'link-mode-back' } })
  expect(readPress(press('L', { shiftKey: true }), true)).toMatchObject({ binding: { id: 'connect' } })
})

describe('listenToKeys', () => {
  function type(key: string, target: Element = document.body, init: KeyboardEventInit = {}) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init })
    target.dispatchEvent(event)
    return event
  }

  it('opens what is asked for, and keeps the second key from tldraw', () => {
    const stop = listenToKeys(seen.editor)
    const heard: string[] = []
    const hear = (event: KeyboardEvent) => heard.push(event.key)
    document.body.addEventListener('keydown', hear)
    type(LEADER)
    expect(leaderWaits(seen.editor).get()).toBe(true)
    type('l')
    expect(boardDialog(seen.editor).get()).toBe('connect')
    boardDialog(seen.editor).set(null)
    type('l')
    expect(heard).toEqual(['l'])
    stop()
    document.body.removeEventListener('keydown', hear)
  })
  it('lets people type, but for quick insert', () => {
    const stop = listenToKeys(seen.editor)
    const field = document.body.appendChild(document.createElement('input'))
    expect(type(LEADER, field).defaultPrevented).toBe(false)
    expect(leaderWaits(seen.editor).get()).toBe(false)
    type('k', field, { ctrlKey: true })
    expect(boardDialog(seen.editor).get()).toBe('quick-insert')
    boardDialog(seen.editor).set(null)
    stop()
    field.remove()
  })
  it('does nothing that draws for who may only read', () => {
    const stop = listenToKeys(seen.editor)
    seen.editor.updateInstanceState({ isReadonly: true })
    type('k', document.body, { ctrlKey: true })
    expect(boardDialog(seen.editor).get()).toBeNull()
    type('?')
    expect(boardDialog(seen.editor).get()).toBe('shortcuts')
    boardDialog(seen.editor).set(null)
    seen.editor.updateInstanceState({ isReadonly: false })
    stop()
  })
})
