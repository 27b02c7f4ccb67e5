import { useEffect } from 'react'
import { Icon } from '../../look/Icon.tsx'
import type { CardRunState, KindCard, Told } from './useCardRun.ts'

interface SymbolAnswerProps {
  card: Extract<KindCard, { form: 'symbol' }>
  told: Told | null
  onAnswer: CardRunState['answer']
}

/** The names that a symbol may have, picked by number. */
export function SymbolAnswer({ card: { kind, options }, told, onAnswer }: SymbolAnswerProps) {
  useEffect(() => {
    if (told) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return
      const picked = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined
      if (picked) onAnswer(picked, picked.id === kind.id, true)
      else if (event.key === '?') onAnswer(null, false, true)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [told, options, kind, onAnswer])
  return (
    <ol className="card-options">
      {options.map((option, n) => {
        const isRight = told !== null && option.id === kind.id
        const isWrong = told !== null && !isRight && option.id === told.picked?.id
        return (
          <li key={option.id}>
            <button
              type="button"
              disabled={told !== null}
              className={isRight ? 'option-right' : isWrong ? 'option-wrong' : ''}
              onClick={({ detail }) => onAnswer(option, option.id === kind.id, detail === 0)}
            >
              <kbd>{n + 1}</kbd>
              {option.name}
              {isRight && <Icon name="check" />}
              {isWrong && <Icon name="close" />}
            </button>
          </li>
        )
      })}
    </ol>
  )
}
