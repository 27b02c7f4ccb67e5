import { useCallback, useEffect, useRef, useState } from 'react'
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

/** How a design differs from the reference, as far as it was compared. */
export interface Compared {
  /** Null while they are not known. */
  readonly differences: readonly DifferenceGroup[] | null
  /** Why they will not be known, to be shown; null: they are, or may be. */
  readonly problem: string | null
  /** The board is another one by now. */
  readonly isOld: boolean
  again(): void
}

type Found = Pick<Compared, 'differences' | 'problem'> & { readonly mine: Design | null }

const NOT_YET: Found = { mine: null, differences: null, problem: null }

/**
 * Compares when the reference is shown, and after that when somebody asks: it may take a second, in which the page
 * stands, and others may be drawing on the board.
 */
export function useCompared(mine: Design, { isAsked, whole }: Reference): Compared {
  const [found, setFound] = useState(NOT_YET)
  const latest = useRef(mine)
  latest.current = mine
  const theirs = isAsked && whole ? whole.reference : null
  const again = useCallback(() => setFound(theirs ? compared(latest.current, theirs) : NOT_YET), [theirs])
  useEffect(again, [again])
  const { differences, problem } = found
  return { differences, problem, isOld: found.mine !== null && found.mine !== mine, again }
}

/** Of so many parts against a reference of 30, the comparison takes about a second; the time grows with their square. */
const MOST_PARTS = 150

function compared(mine: Design, theirs: Design): Found {
  const count = mine.nodes.length
  if (count > MOST_PARTS) {
    const problem = `Your board has ${count} parts: of more than ${MOST_PARTS}, it is not worked out how they differ from the reference.`
    return { mine, differences: null, problem }
  }
  return { mine, differences: groupDifferences(compare(mine, theirs, compareWords)), problem: null }
}
