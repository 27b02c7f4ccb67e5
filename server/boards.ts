import { join } from 'node:path'
import type { RecordSchema } from '../src/document/migrateBoard.ts'
import { type Access, createAccess, readSecret } from './access.ts'
import { type Settings, SettingsError } from './config.ts'
import { DATA_FILE, SECRET_FILE, takeDataFolder } from './dataFolder.ts'
import type { Events } from './events.ts'
import { createHealth, type Health } from './health.ts'
import { watchLinks } from './links.ts'
import type { Storage } from './log/log.ts'
import { sqliteStorage } from './log/sqlite.ts'
import { watchedStorage } from './log/watched.ts'
import { keepForgetting } from './retention.ts'
import { createRooms, type Rooms } from './rooms.ts'

/** Everything of a server but its network. */
export interface Boards {
  readonly storage: Storage
  readonly rooms: Rooms
  readonly access: Access
  readonly health: Health
  /** Says what went wrong, with which document, and looks whether the storage did. */
  readonly report: (error: unknown, doc?: string) => void
  /** Commits what has arrived and ends every connection; the files stay open for whoever is answered still. */
  stop(): Promise<void>
  /** Lets go of the data folder. */
  close(): Promise<void>
}

/**
 * Opens the data folder and the boards in it. `schema`: the form to which older boards are brought.
 *
 * @throws {SettingsError} where the folder cannot be used
 */
export function openBoards(settings: Settings, events: Events, schema: RecordSchema): Boards {
  const { dataDir } = settings
  const folder = takeDataFolder(dataDir)
  const storage = watchedStorage(openStorage(dataDir), events)
  const access = createAccess(readSecret(join(dataDir, SECRET_FILE)))
  const health = createHealth({ probe: storage.probe, onTrouble: events.trouble })
  const report = (error: unknown, doc?: string) => {
    health.failed(error)
    events.failed(error, doc)
  }
  const rooms = createRooms({ ...settings, storage, schema, events, report })
  const stopForgetting = keepForgetting({ ...settings, storage, rooms, events, report })
  const stopWatching = watchLinks(storage, rooms, report)
  return {
    storage,
    rooms,
    access,
    health,
    report,
    async stop() {
      stopForgetting()
      stopWatching()
      health.stop()
      await rooms.close()
    },
    async close() {
      await storage.close()
      folder.release()
    },
  }
}

function openStorage(dataDir: string): Storage {
  try {
    return sqliteStorage(join(dataDir, DATA_FILE))
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (!code?.startsWith('SQLITE_')) throw error
    const why = /CORRUPT|NOTADB/.test(code)
      ? `holds a damaged ${DATA_FILE} (${message}). Put back a backup (README, “Host it”), or give another folder.`
      : `holds a ${DATA_FILE} that cannot be opened (${code}: ${message}).`
    throw new SettingsError([{ name: 'DATA_DIR', value: dataDir, why }])
  }
}
