import type { TakenBrief } from '../../rooms/brief.ts'

/** The number of the first hint that was not taken; null: all were. */
export function nextHint({ hints, hintCount }: Pick<TakenBrief, 'hints' | 'hintCount'>): number | null {
  const taken = new Set(hints.map(({ number }) => number))
  for (let number = 1; number <= hintCount; number++) if (!taken.has(number)) return number
  return null
}

/** Takes that hint. Whoever asks again before it has come takes no other, and not twice. */
export function hintAct(hint: number) {
  return { type: 'hint', hint, id: `hint-${hint}` } as const
}
