import { useState } from 'react'
import { Button } from '../../look/Button.tsx'
import { useNow } from '../../look/useNow.ts'
import type { Offline } from '../../sync/connection.ts'
import { ageWords } from './saveWords.ts'
import './tryAgain.css'

const LOOK_EVERY_MS = 1_000

interface TryAgainProps {
  connection: Offline
  onTry: () => void
}

/** Asks the server now, and says when it was asked last, so that one sees that something happens. */
export function TryAgain({ connection: { askedAt }, onTry }: TryAgainProps) {
  const [triedAt, setTriedAt] = useState(0)
  const now = useNow(LOOK_EVERY_MS)
  return (
    <>
      <Button
        onClick={() => {
          setTriedAt(Date.now())
          onTry()
        }}
      >
        Try again
      </Button>
      <span className="tried">Asked {askedWords(now - askedAt)}</span>
      <span role="status" className="hidden-text">
        {triedAt > 0 && askedAt >= triedAt && 'Asked again: it is still so.'}
      </span>
    </>
  )
}

function askedWords(ms: number): string {
  const words = ageWords(ms)
  return words === 'just now' ? words : `${words} ago`
}
