import type { Framework, Step } from '../../src/domain/steps.ts'
import { clarify } from './steps/clarify.ts'
import { data } from './steps/data.ts'
import { deploy } from './steps/deploy.ts'
import { evaluate } from './steps/evaluate.ts'
import { frame } from './steps/frame.ts'
import { model } from './steps/model.ts'
import { monitor } from './steps/monitor.ts'
import { promptsBut, promptsOf } from './steps/promptsOf.ts'

const TRAINED = ['losses', 'optimisers', 'batch-size', 'hyper-parameters', 'training-plan']
const EIGHT = { 45: 8 }

const define: Step = {
  number: 1,
  covers: [1, 2],
  name: 'Define the problem',
  short: 'Define',
  goal: 'Agree on the requirements, and say in one sentence what is predicted to decide what.',
  draw: 'Write down what was agreed, the objective, and the funnel or a first block diagram.',
  starters: ['card-requirement', 'card-framing', 'funnel'],
  isProtected: false,
  minutes: EIGHT,
  prompts: [...clarify.prompts, ...frame.prompts],
  looksFor: [...clarify.looksFor, ...frame.looksFor],
  mistakes: [...clarify.mistakes, ...frame.mistakes],
  artefacts: [...clarify.artefacts, ...frame.artefacts],
  alarm: {
    when: 'still-here',
    minutes: { 45: 12 },
    say: 'Still defining the problem. Sum up and go on to the data.',
  },
}

const architecture: Step = {
  ...model,
  number: 3,
  covers: [4],
  name: 'Architecture',
  short: 'Architecture',
  goal: 'From a baseline over options to one architecture that you can explain.',
  draw: 'Draw a baseline, the options you compared and what you chose, with inputs and layers.',
  minutes: EIGHT,
  prompts: promptsBut(model, TRAINED),
  artefacts: model.artefacts.filter(({ anyOf }) => !anyOf.includes('training-job')),
  alarm: null,
}

const trainAndEvaluate: Step = {
  ...evaluate,
  number: 4,
  covers: [4, 5],
  name: 'Train and evaluate',
  goal: 'Show how it is trained, and how you would know that it works.',
  draw: 'Draw the training pipeline up to the offline gate, list a metric per stage, and the experiment that decides.',
  starters: ['card-training', 'card-metrics', 'offline-eval'],
  minutes: EIGHT,
  prompts: [...promptsOf(model, TRAINED), ...evaluate.prompts],
  artefacts: [
    ...model.artefacts.filter(({ anyOf }) => anyOf.includes('training-job')),
    ...evaluate.artefacts,
  ],
  alarm: null,
}

const run: Step = {
  number: 5,
  covers: [6, 7],
  name: 'Deploy, serve and monitor',
  short: 'Deploy',
  goal: 'Serve it at the agreed rate and latency, roll it out safely, and notice when it gets worse.',
  draw: 'Draw the serving path with a p99 on every hop, a fallback, the rollout, and monitors with what they set off.',
  starters: ['card-rollout', 'card-monitor-matrix', 'model-server'],
  isProtected: true,
  minutes: EIGHT,
  prompts: [...deploy.prompts, ...monitor.prompts],
  looksFor: [...deploy.looksFor, ...monitor.looksFor],
  mistakes: [...deploy.mistakes, ...monitor.mistakes],
  artefacts: [...deploy.artefacts, ...monitor.artefacts],
  alarm: {
    when: 'untouched',
    minutes: { 45: 12 },
    say: 'Nothing on serving and monitoring yet, and the time for it is now.',
  },
}

export const exponent: Framework = {
  id: 'exponent',
  name: 'Exponent',
  about:
    'Five parts of 8 minutes and 5 to wrap up, as tryexponent.com divides 45 minutes: most time for deployment and monitoring.',
  intro: { 45: 0 },
  wrapUp: { 45: 5 },
  steps: [
    define,
    {
      ...data,
      number: 2,
      covers: [3],
      name: 'Data pipeline',
      minutes: EIGHT,
      alarm: {
        when: 'still-here',
        minutes: { 45: 20 },
        say: 'Still at the data. Name the split, and go on to the architecture.',
      },
    },
    architecture,
    trainAndEvaluate,
    run,
  ],
}
