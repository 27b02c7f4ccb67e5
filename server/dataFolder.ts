import { accessSync, constants, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { SettingsError } from './config.ts'

/** Rooms and boards. */
export const DATA_FILE = 'drillboard.sqlite'
/** What signs the links. */
export const SECRET_FILE = 'secret'

/**
 * Makes the folder of the data and takes it for this process: two servers on one folder would each show
 * boards without the other's edits. The lock goes with the process, however that ends.
 *
 * @throws {SettingsError} where the folder cannot be written or is taken
 */
export function takeDataFolder(dataDir: string): { release: () => void } {
  const wrong = (why: string) => new SettingsError([{ name: 'DATA_DIR', value: dataDir, why }])
  const unwritable = ({ code }: NodeJS.ErrnoException) =>
    wrong(`cannot be written (${code}). Give a folder that this user owns.`)
  let lock: Database.Database | undefined
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.W_OK)
    lock = new Database(join(resolve(dataDir), 'lock'), { timeout: 500 })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock?.close()
    if ((error as NodeJS.ErrnoException).code !== 'SQLITE_BUSY')
      throw unwritable(error as NodeJS.ErrnoException)
    throw wrong('is used by another Drillboard that is running. Stop it, or give another folder.')
  }
  const taken = lock
  return { release: () => taken.close() }
}
