import type { Card } from './card.ts'
import { CURVES, curvesPicture } from './trainingCurves.ts'
import { textAt } from './values.ts'

export const training: Card = {
  id: 'training',
  name: 'Training',
  purpose: 'Loss, optimiser, batch size, learning rate, epochs, tuning; how the two losses run',
  synonyms: ['training card', 'training plan', 'hyper-parameters', 'loss curves', 'optimiser'],
  code: 'tra',
  step: 4,
  watchOut: [
    'A training loss alone says nothing: sketch the validation loss beside it.',
    'Tuning on the test days makes them training days: tune on the validation days.',
  ],
  width: 560,
  mark: 'M5.5 8.5v10h13.5M7 10c1.6 5 5 6 11.5 6.2M7 9c2 4 5 4.5 6.5 4.2s3.5-1.2 5-1.8',
  fields: [
    { id: 'loss', label: 'Loss', hint: 'and weights of the classes', type: 'text' },
    { id: 'optimiser', label: 'Optimiser', hint: 'and its momentum', type: 'text', isHalf: true },
    {
      id: 'learningRate',
      label: 'Learning rate',
      hint: '0.001',
      type: 'number',
      rule: { unit: 'count' },
      isHalf: true,
    },
    {
      id: 'batchSize',
      label: 'Batch size',
      hint: '4096',
      type: 'number',
      rule: { unit: 'count', min: 1, whole: true },
      isHalf: true,
    },
    { id: 'epochs', label: 'Epochs', hint: '3', type: 'number', rule: { unit: 'count' }, isHalf: true },
    { id: 'schedule', label: 'Schedule', hint: 'how the rate changes', type: 'text' },
    {
      id: 'regularisation',
      label: 'Regularised by',
      hint: 'what keeps it from learning by heart',
      type: 'text',
    },
    { id: 'tuning', label: 'Tuning', hint: 'which knobs, how searched, on which days', type: 'text' },
    { id: 'retrain', label: 'Trained again', hint: 'how often, from where', type: 'text' },
    { id: 'curve', label: 'Losses', hint: 'how the two run', type: 'choice', choices: CURVES },
  ],
  headNote: ({ fields }) => textAt(fields, 'curve'),
  picture: ({ fields }, width) => curvesPicture(textAt(fields, 'curve'), width),
}
