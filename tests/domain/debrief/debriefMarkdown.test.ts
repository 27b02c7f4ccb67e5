import { describe, expect, it } from 'vitest'
import { WHATS, type What } from '../../../src/domain/compare/difference.ts'
import { debriefMarkdown, SECTIONS } from '../../../src/domain/debrief/debriefMarkdown.ts'
import { groupDifferences } from '../../../src/domain/debrief/groupDifferences.ts'
import { at, debrief, EMPTY, finishedRun, rate, STARVED } from './finishedRun.ts'

const headings = (text: string) => [...text.matchAll(/^## (.*)$/gm)].map(([, name]) => name)

describe('a debrief as Markdown', () => {
  const run = finishedRun(
    at('1:00', 'checklist', { prompt: 'scale' }),
    ...STARVED.slice(0, 4),
    at('22:00', 'hint', { hint: 1 }),
    at('23:00', 'note', { text: 'First line\n# second *line*' }),
    ...STARVED.slice(4),
    rate('data', 3, 'Split by time.'),
  )

  it('has every section, also of a run in which nothing was done', () => {
    const { comparison, ...own } = SECTIONS
    expect(headings(debriefMarkdown(debrief(run)))).toEqual(Object.values(own))
    expect(headings(debriefMarkdown(debrief(finishedRun())))).toEqual(Object.values(own))
    expect(headings(debriefMarkdown(debrief(run), []))).toEqual([...Object.values(own), comparison])
  })

  it('says what the page says', () => {
    const text = debriefMarkdown(debrief(run, { hints: ['Could it be scored at once?'] }))
    for (const line of [
      '# Debrief: Songs',
      '2026-11-21 10:00 UTC · 45:00 of 45:00 · Seven steps · Song recommendation',
      '**Monitoring got 1:25 of its 4 minutes.** More than planned went to',
      '| 6 Monitoring | 4 | 1:25 | −2:35, less than half |',
      '| 1 Clarify requirements | 5 | 6:10 | +1:10 |',
      '- 21:30 4 Model development',
      '### 1 Clarify requirements: 1 of 10',
      '- [x] At what scale?',
      '- [ ] How fast must the answer be?',
      '- 7 Deployment and serving, Latency budget: missing',
      '- hint 1 at 22:00: Could it be scored at once?',
      '> First line',
      '> \\# second \\*line\\*',
      '- Data and features: 3 of 4, lean hire. Split by time.',
      '- Scoping: not rated',
      '- Monitoring got 1:25 of its 4 minutes. At 35:00 go on to Monitoring, whatever is still open.',
    ])
      expect(text).toContain(line)
  })

  it('lets nothing that people wrote become a heading, a link or a table of its own', () => {
    const text = debriefMarkdown(
      debrief(run, {
        title: 'A\n## B [x](y) | <b>',
        design: {
          ...EMPTY,
          cards: [
            {
              id: 'o',
              type: 'options',
              step: 4,
              fields: { options: [{ name: '# X\n## Y' }], because: '`z`\n\n## W' },
            },
          ],
        },
      }),
    )
    expect(text.split('\n')[0]).toBe('# Debrief: A \\#\\# B \\[x\\](y) \\| \\<b\\>')
    expect(headings(text)).toEqual(headings(debriefMarkdown(debrief(run))))
    expect(text).toContain('because \\`z\\` \\#\\# W')
  })
})

const differenceIn = (what: What, value?: string) => ({
  what,
  label: what,
  mine: { at: [] },
  theirs: value === undefined ? { at: [] } : { at: [], value },
  text: what,
})

it('leaves out what the reference says nothing of', () => {
  const differences = [differenceIn('card-extra'), differenceIn('node-property'), differenceIn('requirement')]
  expect(groupDifferences(differences)).toEqual([])
})

it('leaves a noted line a line of text, whatever it begins with', () => {
  const lines = ['~~~', '---', '- - -', '===', '+ more', '1. first', '2) second', '1.5 ms', '-5']
  const text = debriefMarkdown(debrief(finishedRun(at('1:00', 'note', { text: lines.join('\n') }))))
  const noted = text.split('\n').filter((line) => line.startsWith('> '))
  expect(noted).toEqual([
    '> \\~\\~\\~',
    '> \\---',
    '> \\- - -',
    '> \\===',
    '> \\+ more',
    '> 1\\. first',
    '> 2\\) second',
    '> 1\\.5 ms',
    '> \\-5',
  ])
})

it('puts every kind of difference into one group', () => {
  const whats = WHATS.filter((what) => what !== 'card-extra')
  const differences = whats.map((what) => differenceIn(what, 'x'))
  const groups = groupDifferences(differences)
  expect(groups.map(({ id }) => id)).toEqual(['missing', 'extra', 'joined', 'other'])
  expect(groups.flatMap((group) => group.differences.map(({ what }) => what)).sort()).toEqual(
    [...whats].sort(),
  )
  expect(groupDifferences([])).toEqual([])
})
