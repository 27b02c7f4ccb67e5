import { parseArgs } from 'node:util'

/** A whole number that a trial may be given. */
interface NumberOption {
  readonly usual: number
  readonly least: number
  readonly most: number
  readonly what: string
}

type Numbers = Readonly<Record<string, NumberOption>>
type Files = Readonly<Record<string, string>>
type Given<N extends Numbers, F extends Files> = { readonly [key in keyof N]: number } & {
  readonly [key in keyof F]?: string
}

interface Plan<N extends Numbers, F extends Files> {
  readonly name: string
  /** What holds if it ends well, in one line. */
  readonly proves: string
  readonly numbers: N
  /** Options that name a file, with what it is for. */
  readonly files?: F
  /** Prints its figures; answers a sentence for each promise that was broken. */
  readonly run: (given: Given<N, F>) => Promise<readonly string[]>
}

/** A proof over real server processes and sockets that can be started by its name. */
export interface Trial {
  readonly name: string
  /** Its name, options and what it proves, as lines. */
  readonly usage: string
  /** @throws {UsageError} where the options are wrong */
  run(args: readonly string[]): Promise<readonly string[]>
}

/** One line that says what is wrong with what was typed. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

export function defineTrial<N extends Numbers, F extends Files = Record<never, string>>(
  plan: Plan<N, F>,
): Trial {
  const { name, numbers, files, run } = plan
  return {
    name,
    usage: usageOf(plan),
    async run(args) {
      const given = parsed(args, [...Object.keys(numbers), ...Object.keys(files ?? {})])
      const counts = Object.entries(numbers).map(([key, option]) => [key, whole(key, given[key], option)])
      return run({ ...given, ...Object.fromEntries(counts) } as Given<N, F>)
    },
  }
}

function parsed(args: readonly string[], names: readonly string[]): Record<string, string | undefined> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const))
  try {
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function whole(name: string, text: string | undefined, { usual, least, most }: NumberOption): number {
  if (text === undefined) return usual
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw new UsageError(`--${name} must be a whole number from ${least} to ${most}. It is “${text}”.`)
}

type Described = Omit<Plan<Numbers, Files>, 'run'>

function usageOf({ name, proves, numbers, files = {} }: Described): string {
  const options = Object.entries(numbers).map(([key, { usual, least, most, what }]) => [
    `--${key} ${usual}`,
    `${what} (${least} to ${most})`,
  ])
  const paths = Object.entries(files).map(([key, what]) => [`--${key} FILE`, what])
  const lines = [...options, ...paths].map(([left = '', right]) => `    ${left.padEnd(18)} ${right}`)
  return [`  ${name}: ${proves}`, ...lines].join('\n')
}
