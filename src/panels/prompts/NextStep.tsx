import { useEditor } from 'tldraw'
import { openDialog } from '../../canvas/boardDialog.ts'
import { flyToStep } from '../../canvas/commands.ts'
import { clockText } from '../../domain/pace/clockText.ts'
import type { Pace } from '../../domain/pace/paceAt.ts'
import type { Place } from '../../domain/pace/plan.ts'
import type { Framework } from '../../domain/steps.ts'
import { Button } from '../../look/Button.tsx'
import type { RunHere } from '../../rooms/runHere.ts'

interface NextStepProps {
  here: RunHere
  steps: Framework
  pace: Pace | null
}

/** What comes after the active step, and when; before the start, the start. */
export function NextStep({ here: { post }, steps, pace }: NextStepProps) {
  const editor = useEditor()
  if (pace === null) {
    return (
      post && (
        <footer className="prompts-foot">
          <p>The clock is not running.</p>
          <Button aria-keyshortcuts="; c" onClick={() => openDialog(editor, 'start-clock')}>
            Start <kbd>; C</kbd>
          </Button>
        </footer>
      )
    )
  }
  const { next, phase } = pace
  if (phase === 'finished' || next === null) return null
  const go = () => {
    if (typeof next.place === 'number') flyToStep(editor, next.place)
    post?.({ type: 'step', step: next.place })
  }
  return (
    <footer className="prompts-foot">
      <p>
        {next.inMs < 1000 ? 'Next' : `Next, in ${clockText(next.inMs)}`}
        <b>{nameOf(next.place, steps)}</b>
      </p>
      {post && (
        <Button
          aria-keyshortcuts={typeof next.place === 'number' ? `; ${next.place}` : undefined}
          onClick={go}
        >
          Next step {typeof next.place === 'number' && <kbd>; {next.place}</kbd>}
        </Button>
      )}
    </footer>
  )
}

function nameOf(place: Place, { steps }: Framework): string {
  if (place === 'wrap-up') return 'Wrap-up'
  if (place === 'intro') return 'Intro'
  const step = steps.find(({ number }) => number === place)
  return step ? `${step.number} ${step.name}` : `Step ${place}`
}
