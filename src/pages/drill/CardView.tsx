import { KindSymbol } from '../../../shapes/shared/KindSymbol.tsx'
import { useFocusOnce } from '../../canvas/options.ts'
import { Button } from '../../look/Button.tsx'
import { DescriptionAnswer } from './DescriptionAnswer.tsx'
import { SymbolAnswer } from './SymbolAnswer.tsx'
import { typicalFigure } from './typicalFigure.ts'
import type { CardRunState, KindCard, Told } from './useCardRun.ts'

interface CardViewProps {
  card: KindCard
  run: CardRunState
  /** It was missed before. */
  isRepeat: boolean
}

/** A card: what it asks, the place to answer, and after that the right answer with its reason. */
export function CardView({ card, run: { told, answer, next }, isRepeat }: CardViewProps) {
  return (
    <>
      <section className="card" aria-label="Card">
        <div className="card-face">
          {isRepeat && <p className="card-again">Missed before</p>}
          <h2>Which component is this?</h2>
          {card.form === 'symbol' ? (
            <>
              <div className="card-symbol">
                <KindSymbol kind={card.kind} size={144} isLarge />
              </div>
              <SymbolAnswer card={card} told={told} onAnswer={answer} />
            </>
          ) : (
            <>
              <p className="card-text">{card.text}</p>
              <DescriptionAnswer kind={card.kind} told={told} onAnswer={answer} />
            </>
          )}
        </div>
        <div className="card-foot" role="status">
          {told && <Answered card={card} told={told} />}
        </div>
      </section>
      <div className="card-keys">
        {told ? <Next onNext={next} /> : <Keys isSymbol={card.form === 'symbol'} onShow={answer} />}
      </div>
    </>
  )
}

function Answered({ card: { kind }, told }: { card: KindCard; told: Told }) {
  const typical = typicalFigure(kind)
  return (
    <>
      <KindSymbol kind={kind} size={32} />
      <p>
        <b className={told.isRight ? 'told-right' : 'told-wrong'}>{toldWords(told)}</b>{' '}
        <b>
          {kind.name}
          {told.isRight && `, ${told.seconds.toFixed(1)} s`}.
        </b>{' '}
        {kind.purpose} {typical && <span className="card-typical">{typical}</span>}
      </p>
    </>
  )
}

function toldWords({ isRight, picked }: Told): string {
  if (isRight) return 'Right:'
  return picked ? `Not “${picked.name}”:` : 'The answer:'
}

function Next({ onNext }: { onNext: () => void }) {
  const button = useFocusOnce<HTMLButtonElement>()
  return (
    <Button
      ref={button}
      onClick={onNext}
      // A held Enter would answer and go on at once.
      onKeyDown={(event) => event.repeat && event.preventDefault()}
    >
      Next <kbd>Space</kbd>
    </Button>
  )
}

function Keys({ isSymbol, onShow }: { isSymbol: boolean; onShow: CardRunState['answer'] }) {
  return (
    <>
      <span>
        <kbd>{isSymbol ? '1–4' : 'Enter'}</kbd> answer
      </span>
      <Button look="quiet" onClick={({ detail }) => onShow(null, false, detail === 0)}>
        Show the answer <kbd>?</kbd>
      </Button>
    </>
  )
}
