import type { Framework, Step } from '../../src/domain/steps.ts'
import { clarify } from './steps/clarify.ts'
import { data } from './steps/data.ts'
import { deploy } from './steps/deploy.ts'
import { evaluate } from './steps/evaluate.ts'
import { frame } from './steps/frame.ts'
import { model } from './steps/model.ts'
import { monitor } from './steps/monitor.ts'

const steps: readonly Step[] = [
  {
    ...clarify,
    number: 1,
    covers: [1],
    minutes: { 45: 5, 60: 7 },
    alarm: {
      when: 'still-here',
      minutes: { 45: 9, 60: 12 },
      say: 'Still at the requirements. Sum up, have it confirmed, and frame the problem.',
    },
  },
  {
    ...frame,
    number: 2,
    covers: [2],
    minutes: { 45: 4, 60: 5 },
    alarm: {
      when: 'unticked',
      prompts: ['objective'],
      minutes: { 45: 12, 60: 16 },
      say: 'No objective yet. Say it in one sentence: given X, predict Y, to decide Z.',
    },
  },
  {
    ...data,
    number: 3,
    covers: [3],
    minutes: { 45: 8, 60: 10 },
    alarm: {
      when: 'still-here',
      minutes: { 45: 22, 60: 28 },
      say: 'Still at the data. Name the split, and go on to the model.',
    },
  },
  {
    ...model,
    number: 4,
    covers: [4],
    minutes: { 45: 9, 60: 12 },
    alarm: {
      when: 'unticked',
      prompts: ['primary-metric', 'offline-metrics', 'online-metrics'],
      minutes: { 45: 30, 60: 40 },
      say: 'No metric named yet. Say which one decides.',
    },
  },
  { ...evaluate, number: 5, covers: [5], minutes: { 45: 7, 60: 9 }, alarm: null },
  {
    ...monitor,
    number: 6,
    covers: [6],
    minutes: { 45: 4, 60: 5 },
    alarm: {
      when: 'untouched',
      minutes: { 45: 10, 60: 13 },
      say: 'Nothing on monitoring yet, and the time for it is now.',
    },
  },
  { ...deploy, number: 7, covers: [7], minutes: { 45: 3, 60: 4 }, alarm: null },
]

/**
 * The seven steps. Budgets reconcile the published splits: 5 to 8 minutes before the first design decision,
 * 8 to 10 each for data and modelling, and minutes kept for monitoring and deployment, which are starved first.
 */
export const sevenSteps: Framework = {
  id: 'seven-steps',
  name: 'Seven steps',
  about:
    'Requirements, framing, data, model, evaluation, monitoring, deployment. Minutes are kept for the last two.',
  intro: { 45: 2, 60: 3 },
  wrapUp: { 45: 3, 60: 5 },
  steps,
}
