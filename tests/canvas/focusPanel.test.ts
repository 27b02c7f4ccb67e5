// @vitest-environment jsdom
import type { Editor } from 'tldraw'
import { afterEach, expect, it, vi } from 'vitest'
import { runCommand } from '../../src/canvas/commands.ts'

const editor = {} as Editor

/** A panel's frame as the page has it; unfolding shows what is in it. */
function panel(side: string, isFolded: boolean, inside: string) {
  document.body.innerHTML = `<aside data-side="${side}">
    <button class="board-fold" aria-expanded="${!isFolded}"></button>
    <button role="tab" aria-selected="true"></button>
    <section data-panel="${side}">${isFolded ? '' : inside}</section></aside>`
  const section = document.querySelector('section')
  document.querySelector('.board-fold')?.addEventListener('click', () => {
    if (section) section.innerHTML = inside
  })
}

afterEach(() => {
  document.body.innerHTML = ''
})

it.each(['palette', 'inspector'] as const)(
  'the key of the %s unfolds it and goes to its first field',
  async (id) => {
    panel(id, true, '<input id="first">')
    runCommand(editor, id)
    await vi.waitFor(() => expect(document.activeElement?.id).toBe('first'))
  },
)

it('puts the tab of the inspector before the other', async () => {
  document.body.innerHTML = `<aside data-side="inspector">
    <button class="board-fold" aria-expanded="true"></button>
    <button role="tab" data-tab="drill" aria-selected="true"></button>
    <button role="tab" data-tab="inspector" aria-selected="false"></button>
    <section></section></aside>`
  const section = document.querySelector('section')
  document.querySelector('[data-tab="inspector"]')?.addEventListener('click', () => {
    if (section) section.innerHTML = '<div data-panel="inspector"><input id="first"></div>'
  })
  runCommand(editor, 'inspector')
  await vi.waitFor(() => expect(document.activeElement?.id).toBe('first'))
})

it('leaves an unfolded panel as it is, and goes to its tab where it has no field', () => {
  panel('inspector', false, '<p>Nothing selected</p>')
  runCommand(editor, 'inspector')
  expect(document.activeElement?.getAttribute('role')).toBe('tab')
})
