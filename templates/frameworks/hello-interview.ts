import type { Framework, Step } from '../../src/domain/steps.ts'
import { clarify } from './steps/clarify.ts'
import { data } from './steps/data.ts'
import { deploy } from './steps/deploy.ts'
import { evaluate } from './steps/evaluate.ts'
import { frame } from './steps/frame.ts'
import { model } from './steps/model.ts'
import { monitor } from './steps/monitor.ts'
import { promptsBut, promptsOf } from './steps/promptsOf.ts'

const BLOCKS = ['pipeline-stages']
const SERVED = ['serving-mode', 'latency-budget', 'versions']

const framing: Step = {
  number: 1,
  covers: [1, 2],
  name: 'Problem framing',
  short: 'Framing',
  goal: 'Agree on what is wanted and turn it into a business objective and an ML objective.',
  draw: 'Write down what was agreed and the one sentence: given X, predict Y, to decide Z.',
  starters: ['card-requirement', 'card-framing'],
  isProtected: false,
  minutes: { 45: 6 },
  prompts: [...clarify.prompts, ...promptsBut(frame, BLOCKS)],
  looksFor: [...clarify.looksFor, ...frame.looksFor.slice(0, 3)],
  mistakes: [...clarify.mistakes, ...frame.mistakes.slice(0, 3)],
  artefacts: [...clarify.artefacts, ...frame.artefacts.filter(({ anyOf }) => anyOf.includes('framing'))],
  alarm: {
    when: 'still-here',
    minutes: { 45: 9 },
    say: 'Still framing. Say the objective and draw the blocks.',
  },
}

const blocks: Step = {
  number: 2,
  covers: [2],
  name: 'High-level design',
  short: 'Design',
  goal: 'Show the whole in five to eight boxes: what comes in, what goes out, where the models stand.',
  draw: 'Draw the blocks in two or three minutes. It has to be readable, not beautiful.',
  starters: ['funnel', 'client', 'orchestrator'],
  isProtected: false,
  minutes: { 45: 3 },
  prompts: promptsOf(frame, BLOCKS),
  looksFor: frame.looksFor.slice(3),
  mistakes: ['Polishing the picture.', 'A box that nothing leads to.'],
  artefacts: frame.artefacts.filter(({ anyOf }) => anyOf.includes('funnel')),
  alarm: null,
}

const inference: Step = {
  number: 5,
  covers: [5, 7],
  name: 'Inference and evaluation',
  short: 'Evaluate',
  goal: 'Show how it answers within its latency, and how you would know that it works.',
  draw: 'Draw the path of a request with a p99 on every hop, and list a metric per stage.',
  starters: ['card-metrics', 'model-server', 'offline-eval'],
  isProtected: false,
  minutes: { 45: 7 },
  prompts: [...evaluate.prompts, ...promptsOf(deploy, SERVED)],
  looksFor: [...evaluate.looksFor, ...deploy.looksFor.slice(0, 1)],
  mistakes: [...evaluate.mistakes, ...deploy.mistakes.slice(0, 2)],
  artefacts: [
    ...evaluate.artefacts,
    ...deploy.artefacts.filter(({ anyOf }) => anyOf.includes('model-server')),
  ],
  alarm: null,
}

const deepDives: Step = {
  number: 6,
  covers: [6, 7],
  name: 'Deep dives',
  short: 'Dives',
  goal: 'Go into monitoring, scaling, rollout and the edge cases of this problem, before you are asked.',
  draw: 'Draw monitors with what they set off, a fallback, and how a new version is rolled out and back.',
  starters: ['card-monitor-matrix', 'fallback', 'card-rollout'],
  isProtected: true,
  minutes: { 45: 9 },
  prompts: [...monitor.prompts, ...promptsBut(deploy, SERVED)],
  looksFor: [...monitor.looksFor, ...deploy.looksFor.slice(1)],
  mistakes: [...monitor.mistakes, ...deploy.mistakes.slice(2)],
  artefacts: [
    ...monitor.artefacts,
    ...deploy.artefacts.filter(({ anyOf }) => !anyOf.includes('model-server')),
  ],
  alarm: {
    when: 'untouched',
    minutes: { 45: 10 },
    say: 'No deep dive yet. Begin with monitoring or with what fails first.',
  },
}

export const helloInterview: Framework = {
  id: 'hello-interview',
  name: 'Hello Interview',
  about:
    'Six parts, as hellointerview.com divides 45 minutes: blocks drawn early, monitoring and scaling left to the deep dives.',
  intro: { 45: 0 },
  wrapUp: { 45: 0 },
  steps: [
    framing,
    blocks,
    {
      ...data,
      number: 3,
      covers: [3],
      name: 'Data and features',
      minutes: { 45: 10 },
      alarm: {
        when: 'still-here',
        minutes: { 45: 22 },
        say: 'Still at the data. Name the split, and go on to the model.',
      },
    },
    { ...model, number: 4, covers: [4], name: 'Modelling', minutes: { 45: 10 }, alarm: null },
    inference,
    deepDives,
  ],
}
