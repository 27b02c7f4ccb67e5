import type { ReactNode } from 'react'
import { Button } from '../../look/Button.tsx'
import { Logo } from '../../look/Logo.tsx'
import { ThemeSwitch } from '../../look/ThemeSwitch.tsx'
import { timeText } from './clockText.ts'

interface DrillHeadProps {
  title: string
  /** How far one is. */
  progress: ReactNode
  clock: ReactNode
  /** Seconds; null: never passed. */
  best: number | null
  /** Absent: there is nothing to stop any more. */
  onStop?: () => void
  /** The keys that stop it. */
  stopKeys: string
  children?: ReactNode
}

/** Above a drill: where one is, the clock, and the way out. */
export function DrillHead({ title, progress, clock, best, onStop, stopKeys, children }: DrillHeadProps) {
  return (
    <header className="board-header drill-head">
      <a className="board-home" href="/" aria-label="Drillboard, start page" title="Start page">
        <Logo />
      </a>
      <h1 className="board-title">{title}</h1>
      <span className="board-gap" />
      <span className="drill-progress">{progress}</span>
      {clock}
      <span className="drill-best">best {timeText(best)}</span>
      {onStop && (
        <Button look="quiet" onClick={onStop}>
          Stop <kbd>{stopKeys}</kbd>
        </Button>
      )}
      {children}
      <ThemeSwitch />
    </header>
  )
}
