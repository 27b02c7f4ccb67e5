import { useEffect, useRef } from 'react'
import { SECTIONS } from '../../domain/debrief/debriefMarkdown.ts'
import { Button } from '../../look/Button.tsx'
import type { Reference } from './useReference.ts'

/** The heading of the comparison; before it is shown, the way to it. Nothing of it is shown until somebody asks. */
export function ShowReference({ reference: { isAsked, whole, problem, show } }: { reference: Reference }) {
  const heading = useRef<HTMLHeadingElement>(null)
  const isShown = isAsked && whole !== null
  useEffect(() => {
    // The button that was pressed is gone, and with it the place of who uses the keyboard or a screen reader.
    if (isShown && document.activeElement === document.body) heading.current?.focus()
  }, [isShown])
  return (
    <section className="debrief-reference" aria-labelledby="debrief-comparison">
      <h2 id="debrief-comparison" ref={heading} tabIndex={-1}>
        {SECTIONS.comparison}
      </h2>
      {!isShown && (
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
