import { act } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { catalog } from '../../shapes/catalog/index.ts'
import { drawCards } from '../../src/domain/drill/cards.ts'
import { CardScreen } from '../../src/pages/drill/CardScreen.tsx'
import { shapeFlashCards } from '../../templates/drills/shape-flash-cards.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const drill = { ...shapeFlashCards, cards: 4, symbols: 4 }
const cards = drawCards(catalog, { seed: 3, cards: 4, symbols: 4 })
let root: Root
let page: HTMLElement

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['performance', 'setInterval', 'clearInterval', 'Date'] })
  page = document.body.appendChild(document.createElement('div'))
  root = createRoot(page)
  await act(() => root.render(<CardScreen drill={drill} seed={3} cards={cards} onAgain={() => {}} />))
})

afterEach(async () => {
  await act(() => root.unmount())
  page.remove()
  vi.useRealTimers()
})

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms))
const clock = () => page.querySelector('[role="timer"]')?.textContent
const progress = () => page.querySelector('.drill-progress')?.textContent
const amberBars = () => page.querySelectorAll('.card-missed').length

function press(name: string) {
  const button = [...page.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(name))
  if (!button) throw new Error(`No button “${name}” among: ${page.textContent}`)
  return act(() => button.click())
}

function answer(at: number, isRight: boolean) {
  const name = cards[at]?.kind.name
  const options = [...page.querySelectorAll<HTMLButtonElement>('.card-options button')]
  const option = options.find((button) => (button.textContent?.slice(1) === name) === isRight)
  return act(() => option?.click())
}

it('stands while an answer is read, and goes on from there', async () => {
  const shown: (string | null | undefined)[] = []
  const watch = new MutationObserver(() => shown.push(clock()))
  await pass(2_000)
  expect(clock()).toBe('1:28')
  await answer(0, true)
  watch.observe(page, { subtree: true, childList: true, characterData: true })
  await pass(9_000)
  expect(clock()).toBe('1:28')
  await press('Next')
  expect(clock()).toBe('1:28')
  await pass(1_000)
  expect(clock()).toBe('1:27')
  watch.disconnect()
  expect(new Set(shown)).toEqual(new Set(['1:28', '1:27']))
})

it('counts as missed what the bars show, and at the end lists those components', async () => {
  for (const [n, isRight] of [true, false, false, true].entries()) {
    await answer(n, isRight)
    await press('Next')
  }
  expect([progress(), amberBars()]).toEqual(['2 missed, 2 to go', 2])
  await answer(1, false)
  expect([progress(), amberBars()]).toEqual(['2 missed, 2 to go', 2])
  await press('Next')
  await answer(2, true)
  expect([progress(), amberBars()]).toEqual(['2 missed, 1 to go', 2])
  await press('Next')
  await answer(1, true)
  await press('Next')
  const missed = page.querySelector('section[aria-label="Missed"]')
  const names = [...(missed?.querySelectorAll('a') ?? [])].map(({ textContent }) => textContent)
  expect(names).toEqual([cards[1]?.kind.name, cards[2]?.kind.name])
  expect(missed?.querySelectorAll('svg')).toHaveLength(2)
})
