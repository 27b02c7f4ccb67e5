import type { CSSProperties } from 'react'
import type { Debrief, DebriefPart } from '../../domain/debrief/debrief.ts'
import { differenceText, SECTIONS } from '../../domain/debrief/debriefMarkdown.ts'
import type { Moment } from '../../domain/debrief/moments.ts'
import { clockText, plannedText } from '../../domain/pace/clockText.ts'

const MINUTE_MS = 60_000
const TICK_MS = 5 * MINUTE_MS
/** So much of the width a label needs, at least. */
const LABEL_SHARE = 0.1

/** What each part was to have and what it got, on the minutes of the run; and what happened when. */
export function TimeChart({ debrief }: { debrief: Debrief }) {
  const { parts, moments, slotMs, elapsedMs } = debrief
  const wholeMs = Math.max(TICK_MS, Math.ceil(Math.max(slotMs, elapsedMs) / TICK_MS) * TICK_MS)
  return (
    <section className="debrief-card" aria-labelledby="debrief-time">
      <header>
        <h2 id="debrief-time">{SECTIONS.time}</h2>
        <Legend />
      </header>
      <table className="debrief-chart">
        <thead>
          <tr>
            <th scope="col">
              <span className="hidden-text">Part</span>
            </th>
            <th scope="col">
              <span className="hidden-text">When</span>
              <div className="debrief-track" aria-hidden="true">
                <Ticks wholeMs={wholeMs} />
              </div>
            </th>
            <th scope="col" className="debrief-figure">
              Spent
            </th>
            <th scope="col" className="debrief-figure">
              Plan
            </th>
            <th scope="col" className="debrief-figure">
              <span className="hidden-text">More or less</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => (
            <Row key={part.place} part={part} wholeMs={wholeMs} />
          ))}
        </tbody>
      </table>
      <Moments moments={moments} wholeMs={wholeMs} />
    </section>
  )
}

function Legend() {
  return (
    <ul className="debrief-legend">
      <li className="legend-plan">plan</li>
      <li className="legend-spent">spent</li>
      <li className="legend-over">over</li>
      <li className="legend-less">less than half</li>
    </ul>
  )
}

function Ticks({ wholeMs }: { wholeMs: number }) {
  // Labels need room: of long runs every tenth minute.
  const stepMs = wholeMs > 60 * MINUTE_MS ? 2 * TICK_MS : TICK_MS
  const ticks = Array.from({ length: Math.floor(wholeMs / stepMs) + 1 }, (_, n) => n * stepMs)
  return ticks.map((ms) => (
    <span key={ms} className="debrief-tick mono" style={{ left: percent(ms / wholeMs) }}>
      {ms / MINUTE_MS}
    </span>
  ))
}

function Row({ part, wholeMs }: { part: DebriefPart; wholeMs: number }) {
  const { place, name, short, plannedMs, spentMs, planFromMs, planToMs, pieces, isStarved, overMs } = part
  const isStep = typeof place === 'number'
  const looks = ['debrief-part', isStarved && isStep && 'is-starved', overMs >= 1000 && 'is-over']
  return (
    <tr className={looks.filter(Boolean).join(' ')} title={name}>
      <th scope="row">
        {isStep && <b>{place}</b>}
        <span>{short}</span>
      </th>
      <td>
        <div
          className="debrief-track"
          aria-hidden="true"
          style={{ '--ticks': wholeMs / TICK_MS } as CSSProperties}
        >
          <span className="bar-plan" style={across(planFromMs, planToMs, wholeMs)} />
          {pieces.map(({ fromMs, toMs, isOver }) => (
            <span
              key={fromMs}
              className={isOver ? 'bar-spent bar-over' : 'bar-spent'}
              style={across(fromMs, toMs, wholeMs)}
            />
          ))}
        </div>
        <span className="hidden-text">
          {pieces.map(({ fromMs, toMs }) => `${clockText(fromMs)} to ${clockText(toMs)}`).join(', ')}
        </span>
      </td>
      <td className="debrief-figure mono">{clockText(spentMs)}</td>
      <td className="debrief-figure mono">{plannedText(plannedMs)}</td>
      <td className="debrief-figure debrief-difference mono">
        {differenceText({ ...part, isStarved: false })}
      </td>
    </tr>
  )
}

/** Hints, curve-balls, nudges and pauses below the chart; close ones stand one below the other. */
function Moments({ moments, wholeMs }: { moments: readonly Moment[]; wholeMs: number }) {
  if (moments.length === 0) return null
  return (
    <ol className="debrief-moments" aria-label={SECTIONS.moments}>
      {inLines(moments, wholeMs).map(({ moment, line, n }) => (
        <li
          key={n}
          className={`moment-${moment.kind}`}
          style={{ '--at': percent(moment.atMs / wholeMs), '--row': line } as CSSProperties}
          title={moment.text}
        >
          <span>{moment.label}</span> <span className="moment-time">at {clockText(moment.atMs)}</span>
        </li>
      ))}
    </ol>
  )
}

function inLines(moments: readonly Moment[], wholeMs: number) {
  const ends: number[] = []
  return moments.map((moment, n) => {
    const at = moment.atMs / wholeMs
    const free = ends.findIndex((end) => end <= at)
    const line = free >= 0 ? free : ends.length
    ends[line] = at + LABEL_SHARE
    return { moment, line, n }
  })
}

function across(fromMs: number, toMs: number, wholeMs: number): CSSProperties {
  return { left: percent(fromMs / wholeMs), width: percent((toMs - fromMs) / wholeMs) }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)}%`
}
