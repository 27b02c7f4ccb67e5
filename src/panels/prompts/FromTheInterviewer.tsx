import { useEffect, useRef } from 'react'
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

/** The curve-balls that came, as the interviewer says them. */
export function CurveBalls({ brief }: { brief: TakenBrief | null }) {
  return (
    <div aria-live="polite">
      {brief?.curveBalls.map(({ number, says }) => (
        <div key={number} className="prompts-curve-ball">
          <h3>A new constraint</h3>
          <p>{says}</p>
        </div>
      ))}
    </div>
  )
}

/** What the problem has in store: hints, one at a time. */
export function FromTheInterviewer({ here, taken, isRunning }: FromTheInterviewerProps) {
  const { brief, problem, tryAgain } = taken
  if (brief === null && problem === null) return null
  return (
    <section className="prompts-given" aria-label="From the interviewer">
      <p role="status" className="prompts-problem">
        {problem}
      </p>
      {problem !== null && <Button onClick={tryAgain}>Try again</Button>}
      {brief && <Hints brief={brief} onTake={isRunning ? () => takeHint(here, brief) : null} />}
    </section>
  )
}

interface HintsProps {
  brief: TakenBrief
  /** Null: not now. */
  onTake: (() => void) | null
}

function takeHint({ post }: RunHere, brief: TakenBrief) {
  const hint = nextHint(brief)
  if (hint !== null) post?.(hintAct(hint))
}

function Hints({ brief, onTake }: HintsProps) {
  const { hints, hintCount } = brief
  const list = useRef<HTMLOListElement>(null)
  const before = useRef(hints.length)
  useEffect(() => {
    if (hints.length > before.current) list.current?.lastElementChild?.scrollIntoView?.({ block: 'center' })
    before.current = hints.length
  }, [hints.length])
  const next = nextHint(brief)
  return (
    <>
      <h3>
        Hints <span className="mono">{`${hints.length} of ${hintCount}`}</span>
      </h3>
      <ol ref={list} className="prompts-hints" aria-live="polite">
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
