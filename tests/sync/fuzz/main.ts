import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { startVitest } from 'vitest/node'
import type { FuzzOptions } from './runFuzz.ts'

const HOME = resolve(import.meta.dirname, '../../..')
const LONG_RUN = fileURLToPath(import.meta.resolve('./long.ts'))
const USAGE = 'Usage: npm run fuzz -- --steps N --seed S [--editors 3..5]'

class UsageError extends Error {}

/** @throws {UsageError} with one line that says what is wrong */
function readOptions(args: string[]): FuzzOptions {
  const number = { type: 'string' } as const
  const { values } = parsed(() =>
    parseArgs({ args, options: { steps: number, seed: number, editors: { ...number, default: '5' } } }),
  )
  return {
    steps: whole('steps', values.steps, 1, 10_000_000),
    seed: whole('seed', values.seed, 0, 2 ** 31 - 1),
    editors: whole('editors', values.editors, 3, 5),
  }
}

function parsed<Result>(parse: () => Result): Result {
  try {
    return parse()
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function whole(name: string, text: string | undefined, from: number, to: number): number {
  const value = Number(text)
  if (text && /^\d+$/.test(text) && value >= from && value <= to) return value
  const given = text === undefined ? 'It is missing' : `It is “${text}”`
  throw new UsageError(`--${name} must be a whole number from ${from} to ${to}. ${given}.`)
}

async function fuzz(options: FuzzOptions) {
  await startVitest('test', [], {
    root: HOME,
    config: false,
    watch: false,
    environment: 'jsdom',
    include: [LONG_RUN],
    setupFiles: ['tests/helpers/browserStubs.ts'],
    env: { FUZZ: JSON.stringify(options) },
    testTimeout: 0,
    disableConsoleIntercept: true,
  })
}

try {
  await fuzz(readOptions(process.argv.slice(2)))
} catch (error) {
  if (!(error instanceof UsageError)) throw error
  process.stderr.write(`${error.message} ${USAGE}\n`)
  process.exitCode = 2
}
