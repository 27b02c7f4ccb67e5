import { accessSync, constants, existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { DATA_FILE } from '../dataFolder.ts'
import { areTablesCurrent } from '../log/tables.ts'
import { Refusal } from './runCommand.ts'

/** A running server keeps others waiting for moments only. */
const BUSY_MS = 10_000

/**
 * Opens a server's data beside it, whether it runs or not.
 *
 * @throws {Refusal} where there are none, or they cannot be read
 */
export function openData(dataDir: string, { readonly }: { readonly: boolean }): Database.Database {
  const file = join(dataDir, DATA_FILE)
  const folder = `DATA_DIR="${dataDir}"`
  if (!existsSync(dataDir)) throw new Refusal(`${folder} does not exist. Give the server’s data folder.`)
  if (!existsSync(file)) {
    throw new Refusal(`${folder} has no ${DATA_FILE} that can be read. Give the server’s data folder.`)
  }
  let database: Database.Database | undefined
  try {
    accessSync(file, constants.R_OK)
    if (!readonly) accessSync(dataDir, constants.W_OK)
    database = new Database(file, { readonly, fileMustExist: true, timeout: BUSY_MS })
    // SQLite looks into a file only when it is asked something.
    database.pragma('user_version')
    return database
  } catch (error) {
    database?.close()
    const { code = '', message } = error as NodeJS.ErrnoException
    if (/CORRUPT|NOTADB/.test(code)) throw new Refusal(`${file} is damaged (${message}). Put back a backup.`)
    throw new Refusal(`${file} cannot be opened (${code}). Run this as the user that runs the server.`)
  }
}

/** The same, for whoever reads or writes rooms. @throws {Refusal} also where another version keeps them */
export function openRooms(dataDir: string, mode: { readonly: boolean }): Database.Database {
  const database = openData(dataDir, mode)
  if (areTablesCurrent(database)) return database
  database.close()
  throw new Refusal(`${database.name} was written by another version. Start this Drillboard on it first.`)
}
