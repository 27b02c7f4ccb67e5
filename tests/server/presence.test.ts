import { expect, it } from 'vitest'
import { createPresence } from '../../server/presence.ts'

const said = (client: number, clock: number, state = '{}') => ({ client, clock, state })
const gone = (client: number) => said(client, 2, 'null')

it('hears of four ids from one connection in all, those it took back included', () => {
  const presence = createPresence()
  const forger = {}
  const ids = Array.from({ length: 2_000 }, (_, i) => i + 1)
  const { news } = presence.hear(
    forger,
    ids.flatMap((id) => [said(id, 1), gone(id)]),
  )
  expect(news.map(({ client }) => client)).toEqual([1, 1, 2, 2, 3, 3, 4, 4])
  expect(presence.hear({}, [said(9, 1)]).news).toHaveLength(1)
})

it('lets whoever took an id back say it again', () => {
  const presence = createPresence()
  const speaker = {}
  for (const id of [1, 2, 3, 4]) presence.hear(speaker, [said(id, 1), gone(id)])
  expect(presence.hear(speaker, [said(1, 3)]).news).toHaveLength(1)
})

it('remembers the last few hundred of those who left, so that a room used for months stays small', () => {
  const presence = createPresence()
  for (let id = 1; id <= 1_000; id++) {
    const speaker = {}
    presence.hear(speaker, [said(id, 5)])
    presence.leave(speaker)
  }
  const comesBack = (id: number) => presence.hear({}, [said(id, 1)])
  expect(comesBack(1_000).stale).toHaveLength(1)
  expect(comesBack(1).news).toHaveLength(1)
  expect(presence.all().map(({ client }) => client)).toEqual([1])
})
