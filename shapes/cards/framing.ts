import { REQUIREMENTS } from '../../src/domain/requirements.ts'
import type { Card } from './card.ts'
import { textAt } from './values.ts'

export const framing: Card = {
  id: 'framing',
  name: 'Framing',
  purpose: 'One sentence: given X, predict Y within a horizon, to decide Z',
  synonyms: ['framing card', 'ML objective', 'problem statement', 'objective sentence'],
  code: 'fram',
  step: 2,
  watchOut: [
    'Without a horizon and a unit nobody can say when a label is due, nor what one row of the data is.',
    'What is easy to count is not what the business wants: say what the proxy gets wrong.',
  ],
  width: 640,
  mark: 'M7 9.5h10M7 13h7M7 16.5h9',
  sentence: [
    'Given',
    { slot: 'given' },
    ', predict',
    { slot: 'predict' },
    'within',
    { slot: 'horizon' },
    ', to decide',
    { slot: 'decide' },
    '.',
  ],
  fields: [
    { id: 'given', label: 'Given', hint: 'what is known, over which window', type: 'text' },
    { id: 'predict', label: 'Predict', hint: 'the target event', type: 'text' },
    { id: 'horizon', label: 'Within', hint: 'a time', type: 'text' },
    { id: 'decide', label: 'To decide', hint: 'the action', type: 'text' },
    { id: 'goal', label: 'Business goal', hint: 'what gets better, and for whom', type: 'text' },
    {
      id: 'unit',
      label: 'One example is',
      hint: 'a user and an item at a moment',
      type: 'text',
      isHalf: true,
    },
    { id: 'task', label: 'Task', isHalf: true, ...REQUIREMENTS.task },
    { id: 'label', label: 'Label', hint: 'what counts as positive, and as negative', type: 'long' },
    { id: 'gap', label: 'Gap', hint: 'until the window opens', type: 'text', isHalf: true },
    { id: 'baseline', label: 'Without ML', hint: 'what a rule would do', type: 'text', isHalf: true },
    { id: 'metric', label: 'Metric', hint: 'the one that decides', type: 'text', isHalf: true },
    { id: 'guardrail', label: 'Guarded by', hint: 'what may not get worse', type: 'text', isHalf: true },
    { id: 'proxy', label: 'Proxy misses', hint: 'where metric and goal part', type: 'text' },
    { id: 'rejected', label: 'Not framed as', hint: 'another framing, and why not', type: 'text' },
  ],
  headNote: ({ fields }) => textAt(fields, 'task'),
}
