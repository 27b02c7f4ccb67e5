import type { StepContent } from '../../../src/domain/steps.ts'

export const frame: StepContent = {
  name: 'Frame as an ML problem',
  short: 'Frame',
  goal: 'One sentence: given X, predict Y within a horizon, to decide Z. And the shape of the pipeline.',
  draw: 'Write the sentence, then draw the funnel or a first block diagram of five to eight boxes.',
  starters: ['card-framing', 'funnel'],
  isProtected: false,
  prompts: [
    {
      id: 'objective',
      ask: 'Rewrite the complaint as a prediction: given what, predict what, within which horizon, to decide what?',
      note: '“Users leave” becomes: from the last 30 days of behaviour, the probability to cancel in the next 7; with a gap between, if acting takes time',
    },
    {
      id: 'pipeline-stages',
      ask: 'Which stages are in the pipeline, and what does each one optimise?',
      note: '100 M songs → 10,000 for latency and recall → 100 for precision; or one model that does it all',
    },
    {
      id: 'ml-objective',
      ask: 'What will the model optimise, and where does that part from the business goal?',
      note: 'Clicks reward clickbait; completed views favour what is short',
    },
    {
      id: 'label',
      ask: 'What is a positive, what is a negative, and when is it known?',
      note: 'Unit of prediction, observation window, horizon',
    },
    {
      id: 'task-type',
      ask: 'Which kind of task is it, and what else could it be?',
      note: 'Classification, regression, ranking (pointwise, pairwise, listwise), retrieval, generation: compare two',
    },
    {
      id: 'primary-metric',
      ask: 'Which one metric decides, and which must not get worse?',
      note: 'Primary metric and guardrail, a line each; the table comes with evaluation',
    },
    {
      id: 'no-ml-baseline',
      ask: 'What would you do without ML?',
      note: 'Most popular, last seen, a rule: this is what the model has to beat',
    },
  ],
  looksFor: [
    'An objective exact enough to steer every later choice.',
    'A word on what the proxy gets wrong.',
    'More than one framing, compared.',
    'A picture of the whole before any model is named.',
  ],
  mistakes: [
    '“Maximise accuracy” as the objective.',
    'No horizon, or a label that nobody can observe.',
    'Ranking treated as classification, without saying why.',
    'No picture of the pipeline.',
  ],
  artefacts: [
    { name: 'Framing card', anyOf: ['framing'] },
    { name: 'Funnel or block diagram', anyOf: ['funnel', 'orchestrator', 'service', 'model'] },
  ],
}
