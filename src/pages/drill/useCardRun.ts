import { useCallback, useState } from 'react'
import type { ComponentKind } from '../../../shapes/catalog/kind.ts'
import { answerTime, type CardAnswer } from '../../domain/drill/cardRun.ts'
import type { Card } from '../../domain/drill/cards.ts'
import { judge } from '../../domain/drill/clause.ts'
import type { CardDrill } from '../../domain/drill/drill.ts'
import { endTry, type Outcome } from './outcome.ts'

export type KindCard = Card<ComponentKind>

/** What was answered to the card on show. */
export interface Told extends CardAnswer {
  /** Null: nothing, the answer was asked for. */
  readonly picked: ComponentKind | null
}

interface Place {
  /** Cards of the set, then those that were missed, again. */
  readonly queue: readonly KindCard[]
  readonly at: number
  /** When the card came on show, as `performance.now` counts: with the card, so that no clock reads it with another's. */
  readonly shownAt: number
  /** Null: the card waits for its answer. */
  readonly told: Told | null
  /** Of the set alone, in its order. */
  readonly answers: readonly CardAnswer[]
}

export interface CardRunState extends Place {
  readonly outcome: Outcome | null
  readonly isRepeat: boolean
  readonly isOver: boolean
  readonly readSeconds: () => number
  readonly answer: (picked: ComponentKind | null, isRight: boolean, isByKeyboard: boolean) => void
  readonly next: () => void
  readonly stop: () => void
}

function firstPlace(cards: readonly KindCard[]): Place {
  return { queue: cards, at: 0, shownAt: performance.now(), told: null, answers: [] }
}

/** One go at a set of cards. Its time is that of the answers: what is read after one does not count. */
export function useCardRun(drill: CardDrill, cards: readonly KindCard[]): CardRunState {
  const [place, setPlace] = useState<Place>(() => firstPlace(cards))
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [isStopped, setStopped] = useState(false)
  const { queue, at, shownAt, told, answers } = place
  const isRepeat = at >= cards.length
  const isRunning = told === null && !isRepeat && outcome === null

  const readSeconds = useCallback(
    () => answerTime(answers) + (isRunning ? (performance.now() - shownAt) / 1000 : 0),
    [answers, isRunning, shownAt],
  )
  const end = (all: readonly CardAnswer[], seconds: number) => {
    if (outcome === null) setOutcome(endTry(drill, judge(drill.clauses, all), seconds))
  }
  const answer: CardRunState['answer'] = (picked, isRight, isByKeyboard) => {
    const card = queue[at]
    if (told !== null || !card) return
    const given = { isRight, isByKeyboard, seconds: (performance.now() - shownAt) / 1000 }
    const all = isRepeat ? answers : [...answers, given]
    const later = isRight ? queue : [...queue, card]
    setPlace({ ...place, queue: later, told: { ...given, picked }, answers: all })
    if (all.length === cards.length && !isRepeat) end(all, answerTime(all))
  }
  const next = () => {
    if (told !== null) setPlace({ ...place, at: at + 1, shownAt: performance.now(), told: null })
  }
  const stop = () => {
    end(answers, readSeconds())
    setStopped(true)
  }
  const isOver = isStopped || at >= queue.length
  return { ...place, outcome, isRepeat, isOver, readSeconds, answer, next, stop }
}
