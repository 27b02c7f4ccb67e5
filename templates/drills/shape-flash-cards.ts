import { byKeyboard, type CardAnswer, medianAnswer, rightAnswers } from '../../src/domain/drill/cardRun.ts'
import type { CardDrill } from '../../src/domain/drill/drill.ts'

const CARDS = 20

const quick: CardAnswer = { isRight: true, seconds: 3, isByKeyboard: true }
const slow: CardAnswer = { isRight: false, seconds: 5.25, isByKeyboard: false }

export const shapeFlashCards: CardDrill = {
  id: 'shape-flash-cards',
  code: 'D09',
  form: 'cards',
  title: 'Shape flash cards',
  task: 'Name the component that each card describes or shows.',
  limitSeconds: 90,
  cards: CARDS,
  symbols: 6,
  clauses: [
    { id: 'right', text: '18 of 20 right', holds: rightAnswers(18, CARDS) },
    { id: 'quick', text: 'Half of the answers within 4 s', holds: medianAnswer(4) },
    { id: 'keyboard', text: 'By keyboard alone', isBonus: true, holds: byKeyboard },
  ],
  examples: {
    solved: Array.from({ length: CARDS }, () => quick),
    wrong: {
      subject: [slow, slow, slow, quick],
      why: {
        right: '1 of 20 were right, 16 not answered; 18 are needed.',
        quick: 'Half of the answers took 5.3 s or longer, not 4 s.',
        keyboard: '3 answers were pointed at.',
      },
    },
  },
}
