import type { CardRunState } from './useCardRun.ts'

/** How many cards of the set were missed. */
export function missedIn({ answers }: Pick<CardRunState, 'answers'>): number {
  return answers.filter(({ isRight }) => !isRight).length
}

/** A bar of as many parts as the set has cards: answered, missed, the one on show. */
export function CardProgress({ run, count }: { run: CardRunState; count: number }) {
  const words = `${run.answers.length} of ${count} answered, ${missedIn(run)} missed`
  return (
    <div className="card-progress" role="img" aria-label={words}>
      {Array.from({ length: count }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of the bar are its places
        <i key={n} className={partClass(run, n)} />
      ))}
    </div>
  )
}

function partClass({ answers, at, told, isOver }: CardRunState, n: number): string {
  const answer = answers[n]
  if (answer) return answer.isRight ? 'card-right' : 'card-missed'
  return n === at && told === null && !isOver ? 'card-here' : ''
}
