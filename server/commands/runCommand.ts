import { readSettings, type Settings, SettingsError } from '../config.ts'

/** Why a command did nothing, in words for whoever typed it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** Runs what a person typed: prints each line that it answers; what it refuses is one sentence, and 1. */
export async function runCommand(
  act: (args: readonly string[], settings: Settings) => Iterable<string> | Promise<Iterable<string>>,
) {
  // Whoever reads on may stop in the middle, as `head` does.
  process.stdout.on('error', () => process.exit())
  try {
    for (const line of await act(process.argv.slice(2), readSettings(process.env))) {
      process.stdout.write(`${line}\n`)
    }
  } catch (error) {
    const isExpected = error instanceof Refusal || error instanceof SettingsError
    const { message, stack } = error as Error
    process.stderr.write(`${isExpected ? message : (stack ?? message)}\n`)
    process.exitCode = 1
  }
}
