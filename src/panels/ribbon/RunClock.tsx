import type { Signal } from '@tldraw/state'
import { type ReactNode, useEffect, useState } from 'react'
import { clockText } from '../../domain/pace/clockText.ts'
import type { Pace } from '../../domain/pace/paceAt.ts'
import type { RunAct } from '../../domain/pace/runAct.ts'
import { Button } from '../../look/Button.tsx'
import { Icon } from '../../look/Icon.tsx'
import { Menu, type MenuItem } from '../../look/Menu.tsx'
import { useSignal } from '../../look/useSignal.ts'
import { debriefPath } from '../../rooms/address.ts'
import type { RunHere } from '../../rooms/runHere.ts'
import { usePace } from '../../rooms/usePace.ts'
import { clockNotes } from './runWords.ts'
import './ribbon.css'

/** The clock of a run in the header: how much of the slot is gone, what that means, and what can be done. */
export function RunClock({ here }: { here: RunHere }) {
  const pace = usePace(here)
  if (pace === null) return null
  const isOpen = pace.phase !== 'finished'
  return (
    <section className="run-clock" aria-label="Clock">
      {here.waiting && <Waiting count={here.waiting} />}
      <Notes pace={pace} />
      <Time pace={pace} />
      {!isOpen && (
        <a className="button" href={debriefPath(here.board.room, here.board.token)}>
          Debrief
        </a>
      )}
      {isOpen && here.post && <Controls pace={pace} mayExtend={here.mayExtend} post={here.post} />}
    </section>
  )
}

/** What was done here and has not arrived; a moment on its way is not worth a word. */
function Waiting({ count }: { count: Signal<number> }) {
  const waiting = useSignal(count)
  const [isLasting, setLasting] = useState(false)
  useEffect(() => {
    const timer = waiting > 0 ? setTimeout(() => setLasting(true), ON_ITS_WAY_MS) : undefined
    if (waiting === 0) setLasting(false)
    return () => clearTimeout(timer)
  }, [waiting])
  if (!isLasting || waiting === 0) return null
  return (
    <span role="status" className="run-waiting" title="It counts from when the server gets it.">
      {waiting} not on the server yet
    </span>
  )
}

const ON_ITS_WAY_MS = 2000

function Notes({ pace }: { pace: Pace }) {
  return (
    <span className="run-notes">
      {clockNotes(pace).map(({ kind, text }) => (
        <span key={kind} className={kind === 'next' ? '' : 'run-warning'}>
          {text}
        </span>
      ))}
    </span>
  )
}

function Time({ pace: { phase, elapsedMs, slotMs, remainingMs, overtimeMs } }: { pace: Pace }) {
  return (
    <span className="run-time">
      <b className="mono">{clockText(elapsedMs)}</b> <span className="mono">of {clockText(slotMs)}</span>{' '}
      <span className="run-left">
        {phase === 'finished' && 'finished'}
        {phase === 'paused' && 'paused'}
        {phase === 'running' && overtimeMs >= 1000 && (
          <span className="run-over mono">{clockText(overtimeMs)} over</span>
        )}
        {phase === 'running' && overtimeMs < 1000 && (
          <span className="mono">{clockText(remainingMs)} left</span>
        )}
      </span>
    </span>
  )
}

interface ControlsProps {
  pace: Pace
  mayExtend: boolean
  post: (act: RunAct) => void
}

function Controls({ pace: { phase, isStrict }, mayExtend, post }: ControlsProps) {
  const [isEnding, setEnding] = useState(false)
  if (isEnding) {
    return (
      <>
        <Button onClick={() => post({ type: 'finish' })}>Finish for good</Button>
        <Button look="quiet" onClick={() => setEnding(false)}>
          Go on
        </Button>
      </>
    )
  }
  const isPaused = phase === 'paused'
  return (
    <>
      {(!isStrict || isPaused) && (
        <ClockButton
          label={isPaused ? 'Go on' : 'Pause'}
          onClick={() => post({ type: isPaused ? 'resume' : 'pause' })}
        >
          <Icon name={isPaused ? 'play' : 'pause'} />
        </ClockButton>
      )}
      <Menu
        label="More about the clock"
        face={<Icon name="more" />}
        items={items(mayExtend, post, () => setEnding(true))}
      />
    </>
  )
}

function ClockButton({
  label,
  onClick,
  children,
}: {
  label: string
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Button
      look="icon"
      className="run-turn"
      aria-label={label}
      aria-keyshortcuts="; c"
      title={`${label} (; C)`}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}

function items(mayExtend: boolean, post: (act: RunAct) => void, onEnd: () => void): readonly MenuItem[] {
  const minutes: readonly MenuItem[] = [
    { label: '5 minutes more', onSelect: () => post({ type: 'extend', minutes: 5 }) },
    { label: '5 minutes less', onSelect: () => post({ type: 'shorten', minutes: 5 }) },
  ]
  return [...(mayExtend ? minutes : []), { label: 'Finish the run', onSelect: onEnd }]
}
