import { type CSSProperties, memo } from 'react'
import { clockText } from '../../domain/pace/clockText.ts'
import type { Pace } from '../../domain/pace/paceAt.ts'
import type { Place } from '../../domain/pace/plan.ts'
import { partKey, partName, partTime, phaseWords, type RunPart } from './runWords.ts'
import './ribbon.css'

interface RibbonProps {
  pace: Pace
  /** Somebody goes to a part: the view flies there, and the time counts for it if they may say so. */
  onGo: (place: Place) => void
}

/** A ruler of the slot: its parts as wide as their minutes, what they got of them, and where the plan is. */
export function Ribbon({ pace, onGo }: RibbonProps) {
  const { slotMs, parts, needleMs, active, phase } = pace
  return (
    <nav className={`ribbon ribbon-${phase}`} aria-label="Steps of the run">
      <ol className="ribbon-parts">
        {parts.map((part) => (
          <li key={partKey(part.place)} style={{ flexGrow: part.plannedMs / slotMs }}>
            <Segment part={part} isActive={part.place === active && phase !== 'finished'} onGo={onGo} />
          </li>
        ))}
      </ol>
      <div className="ribbon-ruler">
        <Ticks minutes={slotMs / MINUTE_MS} />
        {phase !== 'ready' && (
          <svg
            className="ribbon-needle"
            aria-hidden="true"
            style={{ left: percent(needleMs / slotMs) }}
            viewBox="0 0 10 9"
            width={10}
            height={9}
          >
            <path d="M5 0l5 9H0z" />
          </svg>
        )}
      </div>
      <span role="status" className="hidden-text">
        {phase !== 'ready' && phaseWords(pace)}
      </span>
    </nav>
  )
}

const MINUTE_MS = 60_000
const percent = (share: number) => `${(share * 100).toFixed(3)}%`

/** Minutes, every fifth longer. */
const Ticks = memo(({ minutes }: { minutes: number }) => {
  const ticks = Array.from({ length: Math.floor(minutes) + 1 }, (_, minute) => minute)
  return (
    <svg className="ribbon-ticks" aria-hidden="true" width="100%" height="6">
      {ticks.map((minute) => {
        const x = percent(minute / minutes)
        return <line key={minute} x1={x} x2={x} y1={0} y2={minute % 5 === 0 ? 6 : 3} />
      })}
    </svg>
  )
})

interface SegmentProps {
  part: RunPart
  isActive: boolean
  onGo: (place: Place) => void
}

function Segment({ part, isActive, onGo }: SegmentProps) {
  const { place, short, plannedMs, spentMs, isProtected } = part
  const isStep = typeof place === 'number'
  const fill = { '--spent': percent(Math.min(1, plannedMs > 0 ? spentMs / plannedMs : 1)) } as CSSProperties
  return (
    <button
      type="button"
      className={classesOf(part, isActive)}
      style={fill}
      title={titleOf(part)}
      aria-current={isActive ? 'step' : undefined}
      onClick={() => onGo(place)}
    >
      {isStep && <b>{place}</b>}
      <span className="ribbon-name">{isStep ? short : short.toLowerCase()}</span>
      {(isStep || isActive) && <PartTime part={part} isActive={isActive} />}
      {isProtected && <span className="hidden-text">protected</span>}
    </button>
  )
}

function PartTime({ part, isActive }: Omit<SegmentProps, 'onGo'>) {
  const [time, rest] = partTime(part, isActive)
  return (
    <span className="ribbon-time">
      {time}
      {rest && <span className="ribbon-rest"> {rest}</span>}
    </span>
  )
}

function classesOf({ place, isProtected, overrunMs, losesMs, spentMs }: RunPart, isActive: boolean): string {
  return [
    'ribbon-part',
    typeof place === 'number' ? 'ribbon-step' : 'ribbon-outer',
    isActive && 'ribbon-active',
    isProtected && 'ribbon-protected',
    overrunMs >= 1000 && 'ribbon-over',
    losesMs >= 1000 && 'ribbon-eaten',
    (isActive || spentMs >= 1000) && 'ribbon-spent',
  ]
    .filter(Boolean)
    .join(' ')
}

function titleOf(part: RunPart): string {
  const { spentMs, plannedMs, isProtected, losesMs } = part
  const words = [`${partName(part)}: ${clockText(spentMs)} of ${clockText(plannedMs)}`]
  if (isProtected) words.push('its minutes are protected')
  if (losesMs >= 1000) words.push(`it loses ${clockText(losesMs)}`)
  return words.join(', ')
}
