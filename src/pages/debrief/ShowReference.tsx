import { SECTIONS } from '../../domain/debrief/debriefMarkdown.ts'
import { Button } from '../../look/Button.tsx'
import type { Reference } from './useReference.ts'

/** The heading of the comparison; before it is shown, the way to it. Nothing of it is fetched until somebody asks. */
export function ShowReference({ reference: { isAsked, whole, problem, show } }: { reference: Reference }) {
  return (
    <section className="debrief-reference" aria-labelledby="debrief-comparison">
      <h2 id="debrief-comparison">{SECTIONS.comparison}</h2>
      {!(isAsked && whole) && (
        <>
          <p>
            The problem’s own design, what differs from yours, and its answers. Rate the run first: afterwards
            one rates by what one has just read.
          </p>
          <Button onClick={show} disabled={isAsked && problem === null}>
            Show the reference
          </Button>
        </>
      )}
      {isAsked && problem !== null && <p role="alert">{problem}</p>}
    </section>
  )
}
