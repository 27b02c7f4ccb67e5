import type { Run } from '../../domain/pace/run.ts'
import { Button } from '../../look/Button.tsx'
import type { TakenBrief } from '../../rooms/brief.ts'
import type { RunHere } from '../../rooms/runHere.ts'
import { nextHint } from './nextHint.ts'
import { useTakenBrief } from './useTakenBrief.ts'

interface FromTheInterviewerProps {
  here: RunHere
  run: Run
  isRunning: boolean
}

/** What the problem has in store: hints, one at a time, and the curve-ball that came. */
export function FromTheInterviewer({ here, run, isRunning }: FromTheInterviewerProps) {
  const { brief, problem } = useTakenBrief(here, run)
  if (problem !== null) return <p className="prompts-nudge">{problem}</p>
  if (brief === null) return null
  return (
    <section className="prompts-given" aria-label="From the interviewer">
      <div aria-live="polite">
        {brief.curveBalls.map(({ number, says }) => (
          <div key={number} className="prompts-curve-ball">
            <h3>A new constraint</h3>
            <p>{says}</p>
          </div>
        ))}
      </div>
      <Hints brief={brief} onTake={isRunning ? () => takeHint(here, brief) : null} />
    </section>
  )
}

function takeHint({ post }: RunHere, brief: TakenBrief) {
  const hint = nextHint(brief)
  if (hint !== null) post?.({ type: 'hint', hint })
}

function Hints({ brief, onTake }: { brief: TakenBrief; onTake: (() => void) | null }) {
  const { hints, hintCount } = brief
  const next = nextHint(brief)
  return (
    <>
      <h3>
        Hints <span className="mono">{`${hints.length} of ${hintCount}`}</span>
      </h3>
      <ol className="prompts-hints" aria-live="polite">
        {hints.map(({ number, step, text }) => (
          <li key={number} value={number}>
            {text} <span className="prompts-aside">Step {step}</span>
          </li>
        ))}
      </ol>
      {onTake && next !== null && (
        <Button aria-keyshortcuts="; h" title="Take a hint (; H)" onClick={onTake}>
          {hints.length === 0 ? 'Take a hint' : 'Take the next hint'}
        </Button>
      )}
      {onTake && next === null && hintCount > 0 && <p className="prompts-aside">There are no more.</p>}
      {!onTake && hints.length === 0 && (
        <p className="prompts-aside">
          Once the clock runs, you can take them one at a time; each is counted.
        </p>
      )}
    </>
  )
}
