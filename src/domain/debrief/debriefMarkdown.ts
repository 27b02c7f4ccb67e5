import { clockText, plannedText } from '../pace/clockText.ts'
import type { Debrief, DebriefPart } from './debrief.ts'
import type { DifferenceGroup } from './groupDifferences.ts'
import { SCORE_NAMES } from './rubric.ts'

/** Names that the headings of a debrief have, on the page as in the file. */
export const SECTIONS = {
  time: 'Where the time went',
  moments: 'What happened when',
  checklist: 'Checklist',
  board: 'On the board',
  options: 'Options',
  numbers: 'Numbers',
  hints: 'Hints and interruptions',
  notes: 'Notes',
  ratings: 'Self-rating',
  practise: 'To practise next',
  comparison: 'Beside the reference',
} as const

/** A debrief as a Markdown file; with the differences from the reference where it may be seen. */
export function debriefMarkdown(
  debrief: Debrief,
  differences: readonly DifferenceGroup[] | null = null,
): string {
  const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
    [SECTIONS.time, timeTable(debrief)],
    [SECTIONS.moments, momentLines(debrief)],
    [SECTIONS.checklist, checklist(debrief)],
    [SECTIONS.board, artefacts(debrief)],
    [SECTIONS.options, options(debrief)],
    [SECTIONS.numbers, numbers(debrief)],
    [SECTIONS.hints, hints(debrief)],
    [SECTIONS.notes, notes(debrief)],
    [SECTIONS.ratings, ratings(debrief)],
    [SECTIONS.practise, debrief.practise.map(({ seen, instead }) => `- ${inLine(seen)} ${inLine(instead)}`)],
    ...(differences === null ? [] : [[SECTIONS.comparison, comparison(differences)] as const]),
  ]
  const body = sections.map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}\n`)
  return [...head(debrief), ...body].join('\n')
}

function head({ title, problem, framework, headline, ...run }: Debrief): string[] {
  const about = [
    `${new Date(run.startedAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    `${clockText(run.elapsedMs)} of ${clockText(run.slotMs)}`,
    framework,
    ...(problem === null || problem === title ? [] : [problem]),
    ...(run.pausedMs >= 1000 ? [`paused for ${clockText(run.pausedMs)}`] : []),
    ...(run.isStrict ? ['strict'] : []),
  ]
  const detail = headline.detail ? ` ${inLine(headline.detail)}` : ''
  return [
    `# Debrief: ${inLine(title)}\n`,
    `${about.map(inLine).join(' · ')}\n`,
    `**${inLine(headline.fact)}**${detail}\n`,
  ]
}

function timeTable({ parts }: Debrief): string[] {
  const rows = parts.map((part) => {
    const { plannedMs, spentMs } = part
    return `| ${partName(part)} | ${plannedText(plannedMs)} | ${clockText(spentMs)} | ${differenceText(part)} |`
  })
  return ['| Part | Plan, min | Spent | |', '| --- | ---: | ---: | --- |', ...rows]
}

/** `+1:10`, or `−2:35, less than half`; empty where plan and time are the same to the second. */
export function differenceText({ overMs, lacksMs, isStarved }: DebriefPart): string {
  if (overMs >= 1000) return `+${clockText(overMs)}`
  if (lacksMs < 1000) return ''
  return `−${clockText(lacksMs)}${isStarved ? ', less than half' : ''}`
}

function partName({ place, name }: Pick<DebriefPart, 'place' | 'name'>): string {
  return typeof place === 'number' ? `${place} ${inLine(name)}` : inLine(name)
}

function momentLines({ parts, moments }: Debrief): string[] {
  const stretches = parts.flatMap((part) => stretchesOf(part).map((atMs) => ({ atMs, text: partName(part) })))
  const said = moments.map(({ atMs, label, text }) => ({
    atMs,
    text: text ? `${label}: ${inLine(text)}` : label,
  }))
  const all = [...stretches, ...said].sort((a, b) => a.atMs - b.atMs)
  return all.length === 0 ? ['Nothing.'] : all.map(({ atMs, text }) => `- ${clockText(atMs)} ${text}`)
}

/** Where a part's time began anew, not where it only went over its minutes. */
function stretchesOf({ pieces }: DebriefPart): number[] {
  return pieces.filter(({ fromMs }, n) => pieces[n - 1]?.toMs !== fromMs).map(({ fromMs }) => fromMs)
}

function checklist({ parts }: Debrief): string[] {
  const lines = parts
    .filter(({ prompts }) => prompts.length > 0)
    .flatMap((part) => [
      `### ${partName(part)}: ${part.prompts.filter(({ isTicked }) => isTicked).length} of ${part.prompts.length}`,
      '',
      ...part.prompts.map(({ ask, isTicked }) => `- [${isTicked ? 'x' : ' '}] ${inLine(ask)}`),
      '',
    ])
  return orNothing(lines.slice(0, -1), 'The steps of this run have no checklist here.')
}

const STATES = { present: 'there', empty: 'there, but empty', missing: 'missing' } as const

function artefacts({ parts }: Debrief): string[] {
  const lines = parts.flatMap((part) =>
    part.artefacts.map(({ name, state }) => `- ${partName(part)}, ${inLine(name)}: ${STATES[state]}`),
  )
  return orNothing(lines, 'The steps of this run ask for nothing on the board.')
}

function options({ options: compared }: Debrief): string[] {
  const lines = compared.map(({ title, options: names, chosen, because }) => {
    const what = [title, names.join(', ')].filter(Boolean).map(inLine).join(': ')
    const reason = because === null ? 'no reason written' : `because ${inLine(because)}`
    return `- ${what || 'Options'}; ${chosen === null ? 'none chosen' : `chosen: ${inLine(chosen)}`}, ${reason}`
  })
  return orNothing(lines, 'No options were compared on a card.')
}

function numbers({ numbers: stated }: Debrief): string[] {
  const lines = stated.map(
    ({ label, text, usedIn }) =>
      `- ${inLine(label)}, ${text}: ${usedIn === null ? 'never used later' : `used in ${inLine(usedIn)}`}`,
  )
  return orNothing(lines, 'No number was written on a requirement or capacity card.')
}

function hints({ moments }: Debrief): string[] {
  const lines = moments
    .filter(({ kind }) => kind !== 'pause')
    .map(({ label, atMs, text }) => `- ${label} at ${clockText(atMs)}${text ? `: ${inLine(text)}` : ''}`)
  return orNothing(lines, 'None.')
}

function notes({ parts }: Debrief): string[] {
  const lines = parts.flatMap((part) =>
    part.note ? [`### ${partName(part)}`, '', quoted(part.note), ''] : [],
  )
  return orNothing(lines.slice(0, -1), 'None.')
}

function ratings({ ratings: rated, suggestion }: Debrief): string[] {
  const lines = rated.map(({ dimension, score, evidence }) => {
    if (score === null) return `- ${dimension.name}: not rated`
    const said = evidence ? inLine(evidence) : 'no evidence written'
    return `- ${dimension.name}: ${score} of 4, ${SCORE_NAMES[score - 1]}. ${said}`
  })
  return suggestion === null ? lines : [...lines, '', `By weight, this comes to “${suggestion}”.`]
}

function comparison(groups: readonly DifferenceGroup[]): string[] {
  const lines = groups.flatMap(({ name, differences }) => [
    `### ${name}`,
    '',
    ...differences.map(({ text }) => `- ${inLine(text)}`),
    '',
  ])
  return orNothing(lines.slice(0, -1), 'No difference.')
}

function orNothing(lines: readonly string[], otherwise: string): string[] {
  return lines.length > 0 ? [...lines] : [otherwise]
}

/** What people wrote stays text: no line of its own, no mark-up. */
function inLine(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .trim()
      .replace(/[\\`*_[\]<>|#~]/g, '\\$&')
      // A list, a line across the page, a heading of the line above.
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
  )
}

function quoted(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${inLine(line)}`.trimEnd())
    .join('\n')
}
