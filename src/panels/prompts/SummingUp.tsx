import { useState } from 'react'
import { useDesign } from '../../canvas/useDesign.ts'
import { summarise } from '../../domain/summarise.ts'
import { Button } from '../../look/Button.tsx'

interface SummingUpProps {
  isDone: boolean
  /** Null: it is only looked at. */
  onConfirm: (() => void) | null
}

/** What the cards of step 1 say, as a paragraph to read out and have confirmed. */
export function SummingUp({ isDone, onConfirm }: SummingUpProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="summing-up">
      <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Fold the summary' : 'Sum up'}
      </Button>
      {isOpen && <Summary />}
      {isOpen && !isDone && onConfirm && <Button onClick={onConfirm}>It was confirmed</Button>}
    </div>
  )
}

function Summary() {
  const design = useDesign()
  const sentences = design ? summarise(design) : []
  if (design && sentences.length === 0) {
    return <p>Nothing to sum up yet: fill in a requirement card, or note what was assumed on its card.</p>
  }
  return <blockquote>{sentences.join(' ')}</blockquote>
}
