import {
  accessSync,
  closeSync,
  constants,
  fsyncSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { DATA_FILE, SECRET_FILE } from '../dataFolder.ts'
import { openData } from './openData.ts'
import { Refusal } from './runCommand.ts'

export interface Copied {
  readonly rooms: number
  readonly bytes: number
}

/**
 * Copies the data of a server, which may run, into a new data folder: all that was acknowledged before, and
 * what signs the links. The folder has its name only once it is whole, checked and on the disk.
 *
 * @throws {Refusal} where no copy was made; nothing is left of it then
 */
export function copyData(dataDir: string, target: string): Copied {
  const parent = dirname(target)
  const source = openData(dataDir, { readonly: true })
  let unfinished = ''
  try {
    const secret = readSecretFile(dataDir)
    if (lstatSync(target, { throwIfNoEntry: false })) {
      throw new Refusal(`${target} exists. Give a new name: a backup is never overwritten.`)
    }
    accessSync(parent, constants.W_OK)
    unfinished = mkdtempSync(`${target}.unfinished-`)
    const rooms = copyDatabase(source, join(unfinished, DATA_FILE))
    writeFileSync(join(unfinished, SECRET_FILE), secret, { mode: 0o600 })
    for (const path of [join(unfinished, DATA_FILE), join(unfinished, SECRET_FILE), unfinished]) sync(path)
    renameSync(unfinished, target)
    sync(parent)
    return { rooms, bytes: statSync(join(target, DATA_FILE)).size }
  } catch (error) {
    if (unfinished !== '') rmSync(unfinished, { recursive: true, force: true })
    throw error instanceof Refusal ? error : new Refusal(`No backup was made: ${reasonOf(error, parent)}`)
  } finally {
    source.close()
  }
}

/**
 * VACUUM INTO reads one state in one transaction, which holds up nobody who writes. SQLite's page by page
 * backup would begin anew with each commit of the server, so never end while people draw.
 */
function copyDatabase(source: Database.Database, file: string): number {
  writeFileSync(file, '', { mode: 0o600 })
  source.prepare('VACUUM INTO ?').run(file)
  const copy = new Database(file, { readonly: true, fileMustExist: true })
  try {
    const found = copy.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new Refusal(`No backup was made: the copy is damaged (${found}).`)
    return copy.prepare<[], number>('SELECT count(*) FROM rooms').pluck().get() ?? 0
  } finally {
    copy.close()
  }
}

function readSecretFile(dataDir: string): Buffer {
  try {
    return readFileSync(join(dataDir, SECRET_FILE))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ENOENT') throw error
    throw new Refusal(
      `DATA_DIR="${dataDir}" has no file “${SECRET_FILE}”: links would not open a copy. Put it back from an older backup, or restart the server, which makes a new one.`,
    )
  }
}

function sync(path: string) {
  // Windows flushes no folders.
  if (process.platform === 'win32') return
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

function reasonOf(error: unknown, parent: string): string {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return `there is no folder ${parent}. Make it first.`
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return `the disk of ${parent} is full.`
  if (/^(SQLITE_CORRUPT|SQLITE_NOTADB)/.test(code)) {
    return `the server’s data are damaged (${message}). Keep the backups you have.`
  }
  if (/^(EACCES|EPERM|EROFS|SQLITE_IOERR|SQLITE_CANTOPEN)/.test(code)) {
    return `${parent} cannot be written (${code}).`
  }
  return `${message}.`
}
