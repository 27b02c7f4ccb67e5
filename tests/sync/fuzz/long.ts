import { expect, it } from 'vitest'
import { type FuzzOptions, runFuzz } from './runFuzz.ts'

/** The run that `npm run fuzz` asks for; main.ts passes it on. */
const options = JSON.parse(process.env.FUZZ ?? '{}') as FuzzOptions

const say = (line: string) => process.stdout.write(`${line}\n`)
/** The clock of the run stands still. */
const seconds = () => Number(process.hrtime.bigint()) / 1e9

it('fuzz', () => {
  const began = seconds()
  const perSecond = (step: number) => `${Math.round(step / (seconds() - began))} steps/s`
  const onCompared = (step: number) => {
    if (step % 500 === 0) say(`${step} of ${options.steps} steps, ${perSecond(step)}: all equal`)
  }
  const { digest, updates, counts } = runFuzz({ ...options, onCompared })
  const byName = Object.entries(counts).sort(([, a], [, b]) => b - a)
  say(byName.map(([name, count]) => `${name} ${count}`).join(', '))
  say(
    `seed ${options.seed}: ${options.steps} steps by ${options.editors} editors, ${updates} updates, ${perSecond(options.steps)}, digest ${digest}`,
  )
  expect(digest).toMatch(/^[0-9a-f]{16}$/)
})
