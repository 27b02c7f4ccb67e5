import { useState } from 'react'
import { catalog } from '../../../shapes/catalog/index.ts'
import { drawCards } from '../../domain/drill/cards.ts'
import type { CardDrill } from '../../domain/drill/drill.ts'
import { CardScreen } from './CardScreen.tsx'
import { DrillIntro } from './DrillIntro.tsx'
import './drill.css'

const SETS = 10_000

/** Flash cards about the catalog's components. `set`: which cards; empty for any. */
export function CardDrillPage({ drill, set }: { drill: CardDrill; set: string }) {
  const [run, setRun] = useState<{ seed: number; number: number } | null>(null)
  const start = (number: number) => {
    const isAsked = number === 1 && /^\d{1,9}$/.test(set)
    setRun({ number, seed: isAsked ? Number(set) : Math.floor(Math.random() * SETS) })
  }
  if (run) {
    const cards = drawCards(catalog, { seed: run.seed, cards: drill.cards, symbols: drill.symbols })
    return (
      <CardScreen
        key={run.number}
        drill={drill}
        seed={run.seed}
        cards={cards}
        onAgain={() => start(run.number + 1)}
      />
    )
  }
  return (
    <DrillIntro drill={drill} onStart={() => start(1)}>
      <p>
        <b>Cards</b> {drill.cards} of the {catalog.length} components. Those that you miss come back at the
        end, without the clock.
      </p>
      <p>
        <b>Clock</b> It stands while you read the answer.
      </p>
      <p>
        <b>Keys</b> Type a name, a synonym or a code and press <kbd>Enter</kbd>; <kbd>1</kbd> to <kbd>4</kbd>{' '}
        name a symbol; <kbd>?</kbd> shows the answer. <kbd>Space</kbd> goes on, <kbd>Esc</kbd> stops.
      </p>
    </DrillIntro>
  )
}
