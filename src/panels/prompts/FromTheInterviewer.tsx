import { Button } from '../../look/Button.tsx'
import type { TakenBrief } from '../../rooms/brief.ts'
import type { RunHere } from '../../rooms/runHere.ts'
import { hintAct, nextHint } from './nextHint.ts'
import type { Taken } from './useTakenBrief.ts'

interface FromTheInterviewerProps {
  here: RunHere
  taken: Taken
  isRunning: boolean
}

/** What the problem has in store: hints, one at a time, and the curve-ball that came. */
export function FromTheInterviewer({ here, taken, isRunning }: FromTheInterviewerProps) {
  const { brief, problem, tryAgain } = taken
  if (brief === null && problem === null) return null
  return (
    <section className="prompts-given" aria-label="From the interviewer">
      <p role="status" className="prompts-problem">
        {problem}
      </p>
      {problem !== null && <Button onClick={tryAgain}>Try again</Button>}
      {brief && <Given brief={brief} onTake={isRunning ? () => takeHint(here, brief) : null} />}
    </section>
  )
}

function Given({ brief, onTake }: GivenProps) {
  return (
    <>
      <div aria-live="polite">
        {brief.curveBalls.map(({ number, says }) => (
          <div key={number} className="prompts-curve-ball">
            <h3>A new constraint</h3>
            <p>{says}</p>
          </div>
        ))}
      </div>
      <Hints brief={brief} onTake={onTake} />
    </>
  )
}

interface GivenProps {
  brief: TakenBrief
  /** Null: not now. */
  onTake: (() => void) | null
}

function takeHint({ post }: RunHere, brief: TakenBrief) {
  const hint = nextHint(brief)
  if (hint !== null) post?.(hintAct(hint))
}

function Hints({ brief, onTake }: GivenProps) {
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
