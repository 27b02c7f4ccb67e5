import { useState } from 'react'
import { findFramework } from '../../../templates/frameworks/index.ts'
import { sevenSteps } from '../../../templates/frameworks/seven-steps.ts'
import { clockText, wholeSecondMs } from '../../domain/pace/clockText.ts'
import { dueNudges } from '../../domain/pace/dueNudges.ts'
import type { Pace } from '../../domain/pace/paceAt.ts'
import { NO_RUN, type Run } from '../../domain/pace/run.ts'
import type { Framework, Step } from '../../domain/steps.ts'
import { Button } from '../../look/Button.tsx'
import { useSignal } from '../../look/useSignal.ts'
import type { RunHere } from '../../rooms/runHere.ts'
import { usePace } from '../../rooms/usePace.ts'
import { Checklist } from './Checklist.tsx'
import { CurveBalls, FromTheInterviewer } from './FromTheInterviewer.tsx'
import { NextStep } from './NextStep.tsx'
import { StepNotes } from './StepNotes.tsx'
import { useTakenBrief } from './useTakenBrief.ts'
import './prompts.css'

interface PromptsPanelProps {
  here: RunHere
  /** By which steps the board is worked on before a run says so; null: the usual ones. */
  framework: string | null
  /** The board was made for a problem. */
  hasProblem: boolean
}

/** What the active step asks, with all that goes with it: what was covered, hints, notes, what comes next. */
export function PromptsPanel({ here, framework, hasProblem }: PromptsPanelProps) {
  const run = useSignal(here.run) ?? NO_RUN
  const pace = usePace(here)
  const steps = findFramework(run.clock.plan?.framework ?? framework ?? '') ?? sevenSteps
  const { step, look, hold } = useShownStep(steps, pace)
  const taken = useTakenBrief(here, run, hasProblem)
  if (!step) return null
  return (
    <section className="prompts" data-panel="prompts" aria-label="Prompts">
      <Head steps={steps.steps} step={step} pace={pace} onLook={look} />
      <div key={step.number} className="prompts-body">
        <CurveBalls brief={taken.brief} />
        <Nudges framework={steps} run={run} now={here.serverNow()} post={here.post} />
        <Checklist step={step} run={run} post={here.post} />
        {hasProblem && <FromTheInterviewer here={here} taken={taken} isRunning={isRunning(pace)} />}
        <StepNotes step={step} run={run} post={here.post} onWriting={hold} />
      </div>
      <NextStep here={here} steps={steps} pace={pace} />
    </section>
  )
}

const isRunning = (pace: Pace | null) => pace?.phase === 'running' || pace?.phase === 'paused'

/** The step where the run is, until somebody looks at another one, or the run goes on; not while they write. */
function useShownStep({ steps }: Framework, pace: Pace | null) {
  const active = stepAt(pace, steps.length)
  const [looked, setLooked] = useState<{ from: number; at: number } | null>(null)
  const [held, setHeld] = useState<number | null>(null)
  const number = held ?? (looked?.from === active ? looked.at : active)
  return {
    step: steps.find((step) => step.number === number) ?? steps[0],
    look: (at: number) => setLooked({ from: active, at }),
    hold: (isWriting: boolean) => setHeld(isWriting ? number : null),
  }
}

/** Before the first step is the first, after the last the last. */
function stepAt(pace: Pace | null, last: number): number {
  const active = pace?.active ?? 'intro'
  if (active === 'wrap-up') return last
  return active === 'intro' ? 1 : active
}

interface HeadProps {
  steps: readonly Step[]
  step: Step
  pace: Pace | null
  onLook: (number: number) => void
}

function Head({ steps, step, pace, onLook }: HeadProps) {
  const part = pace?.parts.find(({ place }) => place === step.number)
  return (
    <header className="prompts-head">
      <h2>
        <span className="prompts-number" data-active={pace?.active === step.number}>
          {step.number}
        </span>{' '}
        {step.name}
      </h2>
      {part && (
        <span className="prompts-time mono" data-over={part.overrunMs >= 1000}>
          {clockText(part.spentMs)} of {clockText(wholeSecondMs(part.plannedMs))}
        </span>
      )}
      <p>{step.goal}</p>
      <nav className="prompts-others" aria-label="Prompts of another step">
        {steps.map(({ number, name }) => (
          <button
            key={number}
            type="button"
            aria-current={number === step.number ? 'step' : undefined}
            data-active={pace?.active === number}
            aria-label={`Prompts of ${number} ${name}`}
            title={name}
            onClick={() => onLook(number)}
          >
            {number}
          </button>
        ))}
      </nav>
    </header>
  )
}

interface NudgesProps {
  framework: Framework
  run: Run
  now: number
  post: RunHere['post']
}

/** What is due is said here as long as it is so. */
function Nudges({ framework, run, now, post }: NudgesProps) {
  const due = dueNudges(framework, run, now)
  return due.map(({ step, when, say, prompts }) => (
    <div key={`${step}-${when}`} className="prompts-nudge">
      <p>{say}</p>
      {post && prompts[0] !== undefined && (
        <Button onClick={() => prompts[0] && post({ type: 'checklist', prompt: prompts[0], done: true })}>
          It is done
        </Button>
      )}
    </div>
  ))
}
