import { useEffect, useId, useState } from 'react'
import type { Run } from '../../domain/pace/run.ts'
import type { ChecklistPrompt, Step } from '../../domain/steps.ts'
import type { RunHere } from '../../rooms/runHere.ts'
import { SummingUp } from './SummingUp.tsx'

/** The prompt that has what was agreed summed up and confirmed. */
const SUMMARY = 'summary'

interface ChecklistProps {
  step: Step
  run: Run
  post: RunHere['post']
}

/** The questions of a step, to be ticked off as they are covered. */
export function Checklist({ step, run, post }: ChecklistProps) {
  const isOver = run.clock.finishedAt !== null
  const { isDone, tick } = useTicks(run, post)
  return (
    <ul className="prompts-list" aria-label={`To cover in step ${step.number}`}>
      {step.prompts.map((prompt) => (
        <PromptRow
          key={prompt.id}
          prompt={prompt}
          isDone={isDone(prompt.id)}
          onTick={post && !isOver ? (done) => tick(prompt.id, done) : null}
        />
      ))}
    </ul>
  )
}

/** What was ticked here shows at once; it counts when the run has come back with it. */
function useTicks({ ticked, clock }: Run, post: RunHere['post']) {
  const [pending, setPending] = useState<ReadonlyMap<string, boolean>>(new Map())
  const isOver = clock.finishedAt !== null
  useEffect(() => {
    setPending((before) => {
      const waits = [...before].filter(([id, done]) => !isOver && ticked.has(id) !== done)
      return waits.length === before.size ? before : new Map(waits)
    })
  }, [ticked, isOver])
  return {
    isDone: (id: string) => pending.get(id) ?? ticked.has(id),
    tick(id: string, done: boolean) {
      setPending((before) => new Map(before).set(id, done))
      post?.({ type: 'checklist', prompt: id, done })
    },
  }
}

interface PromptRowProps {
  prompt: ChecklistPrompt
  isDone: boolean
  /** Null: it is only looked at. */
  onTick: ((isDone: boolean) => void) | null
}

function PromptRow({ prompt: { id, ask, note }, isDone, onTick }: PromptRowProps) {
  const field = useId()
  return (
    <li data-done={isDone}>
      <span className="prompts-tick">
        <input
          id={field}
          type="checkbox"
          checked={isDone}
          disabled={onTick === null}
          aria-describedby={`${field}-note`}
          onChange={(event) => onTick?.(event.target.checked)}
        />
      </span>
      <div className="prompts-text">
        <label htmlFor={field}>{ask}</label>
        <p id={`${field}-note`}>{note}</p>
        {id === SUMMARY && <SummingUp isDone={isDone} onConfirm={onTick && (() => onTick(true))} />}
      </div>
    </li>
  )
}
