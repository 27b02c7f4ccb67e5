import { useState } from 'react'
import { LONGEST_SLOT, SHORTEST_SLOT } from '../../domain/pace/budget.ts'

const USUAL = [45, 60] as const

interface SlotChoiceProps {
  id: string
  /** Minutes. */
  onChoose: (slot: number) => void
}

/** How long: one of the usual slots, or minutes of one's own. */
export function SlotChoice({ id, onChoose }: SlotChoiceProps) {
  const [chosen, setChosen] = useState<number | 'own'>(45)
  const [own, setOwn] = useState('30')
  const name = `${id}-slot`
  const choose = (slot: number | 'own') => {
    setChosen(slot)
    onChoose(slot === 'own' ? Number(own) : slot)
  }
  const type = (text: string) => {
    setOwn(text)
    setChosen('own')
    onChoose(Number(text))
  }
  return (
    <fieldset className="practise-slot">
      <legend>Minutes</legend>
      {USUAL.map((slot) => (
        <label key={slot}>
          <input type="radio" name={name} checked={chosen === slot} onChange={() => choose(slot)} />
          {slot}
        </label>
      ))}
      <label>
        <input type="radio" name={name} checked={chosen === 'own'} onChange={() => choose('own')} />
        Own
      </label>
      <input
        type="number"
        aria-label="Own minutes"
        required={chosen === 'own'}
        disabled={chosen !== 'own'}
        min={SHORTEST_SLOT}
        max={LONGEST_SLOT}
        step={1}
        value={own}
        onChange={({ target }) => type(target.value)}
      />
    </fieldset>
  )
}
