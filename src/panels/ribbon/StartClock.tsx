import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { findFramework, frameworks } from '../../../templates/frameworks/index.ts'
import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'
import { LONGEST_SLOT, SHORTEST_SLOT } from '../../domain/pace/budget.ts'
import { planRun } from '../../domain/pace/plan.ts'
import type { RunAct } from '../../domain/pace/runAct.ts'
import type { Framework } from '../../domain/steps.ts'
import { Button } from '../../look/Button.tsx'
import { Dialog } from '../../look/Dialog.tsx'
import { USUAL_MINUTES } from './usualMinutes.ts'
import './ribbon.css'

/** What a board was made for; null where that was not said. */
export interface MadeFor {
  readonly framework: string | null
  readonly minutes: number | null
  /** An interview is as its host made it. */
  readonly isFixed: boolean
  /** Frames of these steps are laid out on the board. */
  readonly hasFrames: boolean
  /** Its problem has curve-balls that come by themselves. */
  readonly hasCurveBalls: boolean
}

interface StartClockProps {
  madeFor: MadeFor
  onStart: (act: Extract<RunAct, { type: 'start' }>) => void
  onClose: () => void
}

/** Asks by which steps and how long somebody wants to work, and starts the clock. */
export function StartClock({ madeFor, onStart, onClose }: StartClockProps) {
  const [id, setId] = useState(madeFor.framework ?? sevenSteps.id)
  const [minutes, setMinutes] = useState(String(madeFor.minutes ?? USUAL_MINUTES))
  const [isStrict, setStrict] = useState(false)
  const [curveBall, setCurveBall] = useState(false)
  const framework = findFramework(id) ?? sevenSteps
  const slot = slotIn(minutes)
  const startButton = useRef<HTMLButtonElement>(null)
  // After the dialog has opened and given the focus to its first button.
  useEffect(() => startButton.current?.focus(), [])
  const start = (event: FormEvent) => {
    event.preventDefault()
    if (slot === null) return
    onStart({ type: 'start', framework: framework.id, minutes: slot, strict: isStrict, curveBall })
  }
  return (
    <Dialog title="Start the clock" onClose={onClose} className="start-clock">
      <form onSubmit={start}>
        <Steps
          framework={framework}
          isFixed={madeFor.hasFrames || (madeFor.isFixed && madeFor.framework !== null)}
          onChange={setId}
        />
        <Minutes
          text={minutes}
          said={slot === null ? WHOLE_MINUTES : planWords(framework, slot)}
          isWrong={slot === null}
          isFixed={madeFor.isFixed && madeFor.minutes !== null}
          onChange={setMinutes}
        />
        <label className="start-strict">
          <input type="checkbox" checked={isStrict} onChange={(event) => setStrict(event.target.checked)} />
          Strict: the clock cannot be paused
        </label>
        {madeFor.hasCurveBalls && (
          <label className="start-strict">
            <input
              type="checkbox"
              checked={curveBall}
              onChange={(event) => setCurveBall(event.target.checked)}
            />
            A new constraint comes late in the slot
          </label>
        )}
        <Button
          ref={startButton}
          look="main"
          type="submit"
          disabled={slot === null}
          title={slot === null ? WHOLE_MINUTES : ''}
        >
          Start
        </Button>
      </form>
    </Dialog>
  )
}

interface StepsProps {
  framework: Framework
  isFixed: boolean
  onChange: (id: string) => void
}

function Steps({ framework, isFixed, onChange }: StepsProps) {
  const field = useId()
  return (
    <div className="start-field">
      <label htmlFor={field}>Steps</label>
      <select
        id={field}
        value={framework.id}
        disabled={isFixed}
        aria-describedby={`${field}-about`}
        onChange={(event) => onChange(event.target.value)}
      >
        {frameworks.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <p id={`${field}-about`}>{framework.about}</p>
    </div>
  )
}

interface MinutesProps {
  text: string
  said: string
  isWrong: boolean
  isFixed: boolean
  onChange: (text: string) => void
}

function Minutes({ text, said, isWrong, isFixed, onChange }: MinutesProps) {
  const field = useId()
  return (
    <div className="start-field">
      <label htmlFor={field}>Minutes</label>
      <input
        id={field}
        className="mono"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        disabled={isFixed}
        aria-invalid={isWrong}
        aria-describedby={`${field}-said`}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${field}-said`}>{said}</p>
    </div>
  )
}

const WHOLE_MINUTES = `Type whole minutes, ${SHORTEST_SLOT} to ${LONGEST_SLOT}.`

function slotIn(text: string): number | null {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN
  return minutes >= SHORTEST_SLOT && minutes <= LONGEST_SLOT ? minutes : null
}

/** The minutes of each part: `Intro 2, Clarify 5 …`. */
function planWords(framework: Framework, slot: number): string {
  return planRun(framework, slot)
    .parts.map(({ short, minutes }) => `${short} ${minutes}`)
    .join(', ')
}
