import * as Y from 'yjs'
import { presence, rawClient } from '../helpers/rawClient.ts'
import { until } from '../helpers/syncClient.ts'
import { type FromPair, MAP, type ToPair } from './pair.ts'

/** Two people who draw together in a process of their own, so that nobody's work but the server's delays them. */

const EDITS_PER_SECOND = 20
const [url = '', token = ''] = process.argv.slice(2)
const tell = (message: FromPair) => process.send?.(message)

const enter = () => rawClient(`${url}?acks=1&token=${token}`)
const people = [await enter(), await enter()] as const
for (const { ask, hasAnswer } of people) {
  ask()
  await until(hasAnswer)
}
const sentAt = new Map<string, number>()
let gaps: number[] = []
let edits = 0

people.forEach(({ doc, closed }) => {
  doc.getMap(MAP).observe(({ keysChanged, transaction }) => {
    if (transaction.local) return
    for (const key of keysChanged) {
      gaps.push(performance.now() - (sentAt.get(String(key)) ?? Number.NaN))
      sentAt.delete(String(key))
    }
  })
  closed.then(({ code, reason }) => tell({ type: 'closed', why: `${code} ${reason}` }))
})

const timer = setInterval(() => {
  const person = people[edits % 2]
  edits += 1
  const key = `edit ${edits}`
  sentAt.set(key, performance.now())
  person?.edit((doc) => doc.getMap(MAP).set(key, edits))
  person?.send(presence([person.doc.clientID, edits, JSON.stringify({ cursor: edits })]))
}, 1000 / EDITS_PER_SECOND)

/** What is on its way counts from when it was sent. */
function tellGaps() {
  const waiting = [...sentAt.values()].map((at) => performance.now() - at)
  tell({ type: 'figures', gaps: [...gaps, ...waiting] })
  gaps = []
}

async function finish() {
  clearInterval(timer)
  await until(() => sentAt.size === 0, 30_000)
  const [first, second] = people
  await until(() => Y.equalSnapshots(Y.snapshot(first.doc), Y.snapshot(second.doc)), 30_000)
  tell({ type: 'board', update: Buffer.from(Y.encodeStateAsUpdate(first.doc)).toString('base64') })
}

process.on('message', (message: ToPair) => {
  if (message === 'count') tell({ type: 'count', edits })
  if (message === 'figures') tellGaps()
  if (message === 'finish') void finish()
})
process.once('disconnect', () => process.exit(0))
tell({ type: 'ready', ids: people.map(({ doc }) => doc.clientID) })
