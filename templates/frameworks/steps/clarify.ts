import type { StepContent } from '../../../src/domain/steps.ts'

export const clarify: StepContent = {
  name: 'Clarify requirements',
  short: 'Clarify',
  goal: 'Agree on scope, scale, latency and data, and have your summary confirmed.',
  draw: 'Write down what was agreed: users, requests per second, latency, freshness, data, constraints. Mark what you assumed.',
  starters: ['card-requirement', 'card-capacity', 'card-assumption'],
  isProtected: false,
  prompts: [
    {
      id: 'business-goal',
      ask: 'What should get better for the business, and for whom?',
      note: 'Where the prediction shows up and what follows from it; what is done today and where that fails',
    },
    {
      id: 'learning-kind',
      ask: 'Is this supervised, unsupervised or reinforcement learning? And does it need learning at all?',
      note: 'Are there labels, or a reward that comes back from what the system does?',
    },
    {
      id: 'data-form',
      ask: 'Is the data structured or unstructured?',
      note: 'Tables and events; text, images, audio; or both',
    },
    {
      id: 'scale',
      ask: 'At what scale?',
      note: 'Users a day, items, events a day, peak requests per second: offer a number instead of asking for each',
    },
    {
      id: 'latency',
      ask: 'How fast must the answer be?',
      note: 'p99 of the whole request, in ms',
    },
    {
      id: 'batch-or-real-time',
      ask: 'Batch or real time?',
      note: 'How soon must a new item, user or event count?',
    },
    {
      id: 'data-at-hand',
      ask: 'What data do I have?',
      note: 'Sources, history, labels and how late they come; what of the platform is there already',
    },
    {
      id: 'error-cost',
      ask: 'Which error costs more, a false positive or a false negative?',
      note: 'Who bears it, and does anybody need an explanation?',
    },
    {
      id: 'limits',
      ask: 'What limits us, and what is out of scope?',
      note: 'Privacy, fairness, law, languages and regions, budget, deadline',
    },
    {
      id: 'summary',
      ask: 'Sum up what was agreed. Is that right?',
      note: 'One paragraph, read back and confirmed before you go on',
    },
  ],
  looksFor: [
    'Questions that go for what makes this problem hard, and few that would fit any problem.',
    'Assumptions said aloud, with a number where one helps.',
    'Answers that come back later: the latency and the scale agreed here decide something in the design.',
    'Thinking aloud, and following when the interviewer leads elsewhere. This holds for every step.',
  ],
  mistakes: [
    'Naming a model before the goal is clear.',
    'Fifteen questions, and no use made of the answers.',
    'No numbers, or no summary.',
    'More than a fifth of the slot spent here.',
  ],
  artefacts: [
    { name: 'Requirement card', anyOf: ['requirement'] },
    { name: 'Capacity card', anyOf: ['capacity'] },
    { name: 'Assumptions', anyOf: ['assumption'] },
  ],
}
