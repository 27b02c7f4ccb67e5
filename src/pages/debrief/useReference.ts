import { useEffect, useState } from 'react'
import { compareWords } from '../../../shapes/compareWords.ts'
import { compare } from '../../domain/compare/compare.ts'
import { type DifferenceGroup, groupDifferences } from '../../domain/debrief/groupDifferences.ts'
import type { Design } from '../../domain/design.ts'
import type { RoomKey } from '../../rooms/api.ts'
import { readBrief, type WholeBrief } from '../../rooms/brief.ts'

/** The problem's brief and reference, as far as somebody has asked to see them. */
export interface Reference {
  readonly isAsked: boolean
  /** Null until it has come. */
  readonly whole: WholeBrief | null
  /** Why it did not come, to be shown; null: it did, or may still. */
  readonly problem: string | null
  show(): void
}

/**
 * The reference of a finished run. `isOwn`: whoever practises alone may read the brief now, so that it is fetched at
 * once, for what the hints said. An interviewer may keep it back: then it is fetched when somebody asks.
 */
export function useReference({ room, token }: RoomKey, isOwn: boolean): Reference {
  const [isAsked, setAsked] = useState(false)
  const [whole, setWhole] = useState<WholeBrief | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const isWanted = (isOwn || attempt > 0) && whole === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (!isWanted) return undefined
    let isCurrent = true
    readBrief({ room, token }).then(
      (seen) => {
        if (!isCurrent) return
        if (seen.brief) setWhole(seen)
        setProblem(seen.brief ? null : NOT_ALL)
      },
      (error: unknown) => isCurrent && setProblem(error instanceof Error ? error.message : String(error)),
    )
    return () => {
      isCurrent = false
    }
  }, [room, token, isWanted, attempt])
  const show = () => {
    setAsked(true)
    if (whole === null && (problem !== null || !isOwn)) setAttempt((count) => count + 1)
  }
  return { isAsked, whole, problem, show }
}

const NOT_ALL = 'The server does not count this run as finished yet. Try again in a moment.'

/** How a design differs from the reference; null while that is not shown. Computed after the page is drawn. */
export function useDifferences(
  mine: Design,
  { isAsked, whole }: Reference,
): readonly DifferenceGroup[] | null {
  const [differences, setDifferences] = useState<readonly DifferenceGroup[] | null>(null)
  const theirs = isAsked && whole ? whole.reference : null
  useEffect(() => {
    setDifferences(theirs && groupDifferences(compare(mine, theirs, compareWords)))
  }, [mine, theirs])
  return differences
}
