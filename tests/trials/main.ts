import { say } from '../bench/figures.ts'
import { forged } from './forged.ts'
import { frames } from './frames.ts'
import { fuzz } from './fuzz.ts'
import { kill } from './kill.ts'
import { rooms } from './rooms.ts'
import { soak } from './soak.ts'
import { type Trial, UsageError } from './trial.ts'

const TRIALS: readonly Trial[] = [kill, frames, forged, fuzz, soak, rooms]

/** @throws {UsageError} */
function chosen(name: string | undefined): Trial {
  const trial = TRIALS.find((other) => other.name === name)
  if (trial) return trial
  throw new UsageError(name === undefined ? 'Which trial?' : `There is no trial “${name}”.`)
}

async function main([name, ...args]: readonly string[]) {
  const broken = await chosen(name).run(args)
  for (const promise of broken) say(`BROKEN: ${promise}`)
  if (broken.length === 0) say('All promises kept.')
  return broken.length === 0 ? 0 : 1
}

/** Servers end with this process (`startServer`), so that Ctrl+C leaves none behind. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  const usage = ['Usage: npm run trial -- <name> [options]', ...TRIALS.map((trial) => trial.usage)]
  process.stderr.write(`${error.message}\n${usage.join('\n')}\n`)
  process.exitCode = 2
}
