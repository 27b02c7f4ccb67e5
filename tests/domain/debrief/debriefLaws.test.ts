import fc from 'fast-check'
import { expect, it } from 'vitest'
import { debriefMarkdown } from '../../../src/domain/debrief/debriefMarkdown.ts'
import type { Design } from '../../../src/domain/design.ts'
import reference from '../../../templates/problems/song-recommendation/reference.json' with { type: 'json' }
import { at, debrief, finishedRun } from './finishedRun.ts'

const second = fc.integer({ min: 0, max: 44 * 60 }).map((s) => `${Math.floor(s / 60)}:${s % 60}`)
const happening = fc
  .tuple(
    second,
    fc.oneof(
      fc.record({
        type: fc.constant('step'),
        step: fc.constantFrom('intro', 'wrap-up', 1, 2, 3, 4, 5, 6, 7),
      }),
      fc.record({ type: fc.constantFrom('extend', 'shorten'), minutes: fc.integer({ min: 1, max: 20 }) }),
      fc.record({ type: fc.constantFrom('pause', 'resume', 'finish') }),
      fc.record({ type: fc.constant('hint'), hint: fc.integer({ min: 1, max: 9 }) }),
    ),
  )
  .map(([time, { type, ...details }]) => at(time, type, details))

const runs = fc
  .array(happening, { maxLength: 30 })
  .map((events) => finishedRun(...events.sort((a, b) => a.at - b.at)))

it('adds up: the pieces of all parts are the run, one after the other, over and within as each part has it', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { parts, elapsedMs, slotMs, pausedMs } = debrief(run)
      const pieces = parts.flatMap((part) => part.pieces).sort((a, b) => a.fromMs - b.fromMs)
      expect(pieces.every(({ fromMs }, n) => fromMs === (pieces[n - 1]?.toMs ?? 0))).toBe(true)
      expect(pieces.at(-1)?.toMs ?? 0).toBe(elapsedMs)
      for (const { pieces: own, spentMs, overMs, lacksMs, plannedMs } of parts) {
        const sum = (isOver: boolean) =>
          own.reduce((ms, piece) => ms + (piece.isOver === isOver ? piece.toMs - piece.fromMs : 0), 0)
        expect([sum(true), sum(false)]).toEqual([overMs, spentMs - overMs])
        expect(overMs - lacksMs).toBe(spentMs - plannedMs)
      }
      expect(parts.at(-1)?.planToMs).toBe(slotMs)
      expect(run.clock.pauses.reduce((ms, pause) => ms + pause.ms, 0)).toBe(pausedMs)
    }),
  )
})

it('advises one or two things, each by a rule of its own, and always has a headline', () => {
  fc.assert(
    fc.property(runs, (run) => {
      const { practise, headline } = debrief(run)
      expect([1, 2]).toContain(practise.length)
      expect(new Set(practise.map(({ rule }) => rule)).size).toBe(practise.length)
      expect(headline.fact).toMatch(/\.$/)
    }),
  )
})

const design = reference as unknown as Design
const shuffled = <Item>(items: readonly Item[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

it('is blind to the order in which a board lists its parts', () => {
  const cards = [
    { id: 'req', type: 'requirement', step: 1, fields: { sla: 200, corpus: 100e6 } },
    { id: 'o1', type: 'options', step: 4, fields: { options: [{ name: 'A' }, { name: 'B' }], chosen: 'A' } },
    { id: 'f', type: 'framing', step: 2, fields: {} },
  ]
  const run = finishedRun()
  const expected = debriefMarkdown(debrief(run, { design: { ...design, cards } }))
  fc.assert(
    fc.property(
      fc.tuple(shuffled(design.nodes), shuffled(design.links), shuffled(cards)),
      ([nodes, links, dealt]) => {
        const other = debrief(run, { design: { ...design, nodes, links, cards: dealt } })
        expect(debriefMarkdown(other)).toBe(expected)
      },
    ),
    { numRuns: 30 },
  )
})
