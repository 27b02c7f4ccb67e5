import { clockText } from './clockText.ts'

interface ClockProps {
  seconds: number
  limitSeconds: number
}

/** What is left of the limit, then by how much it is over. */
export function Clock({ seconds, limitSeconds }: ClockProps) {
  const left = limitSeconds - seconds
  const isOver = left < 0
  return (
    <span className="drill-time">
      <span
        className={isOver ? 'drill-clock drill-clock-over' : 'drill-clock'}
        role="timer"
        aria-label={isOver ? 'Over the limit' : 'Time left'}
      >
        {isOver ? `+${clockText(-left)}` : clockText(Math.ceil(left))}
      </span>
      <span className="drill-limit">{isOver ? 'over' : `of ${clockText(limitSeconds)}`}</span>
    </span>
  )
}
