import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { createAccess, readSecret, withNewLink } from '../access.ts'
import { SettingsError } from '../config.ts'
import { SECRET_FILE, takeDataFolder } from '../dataFolder.ts'
import type { RoomFacts } from '../log/log.ts'
import { sqliteIndex } from '../log/sqliteIndex.ts'
import { ROOM_NAME } from '../upgrade.ts'
import { openRooms } from './openData.ts'
import { Refusal } from './runCommand.ts'

/**
 * Gives a room a new owner link; the one before opens nothing more. A running server notices.
 *
 * @param place the room's name, or any address of it
 * @returns path and fragment of the link
 * @throws {Refusal} where nothing was changed
 */
export async function replaceOwnerLink(dataDir: string, place: string): Promise<string> {
  const room = roomIn(place)
  const database = openRooms(dataDir, { readonly: false })
  try {
    const access = createAccess(secretOf(dataDir))
    const facts = await raiseOwner(database, room)
    if (facts === null) throw new Refusal(`No board “${room}” is kept here. All there are: --list`)
    return `/board/${room}#${await access.issue(facts, 'owner')}`
  } finally {
    database.close()
  }
}

/** The name that ends an address; what cannot be one is found nowhere. */
function roomIn(place: string): string {
  const room = /([^/]*)\/?$/.exec(place.replace(/[?#].*$/s, ''))?.[1] ?? ''
  if (ROOM_NAME.test(room)) return room
  throw new Refusal('That names no board. Give its address, or what follows “/board/” in it.')
}

async function raiseOwner(database: Database.Database, room: string): Promise<RoomFacts | null> {
  try {
    database.pragma('synchronous = FULL')
    return await sqliteIndex(database).change(room, (facts) => withNewLink(facts, 'owner', null))
  } catch (error) {
    throw new Refusal(`Nothing was changed: ${(error as Error).message}.`)
  }
}

/** A server that runs keeps the secret it was started with: a new one beside it would sign links that it refuses. */
function secretOf(dataDir: string): Uint8Array {
  const file = join(dataDir, SECRET_FILE)
  try {
    if (!existsSync(file)) takeDataFolder(dataDir).release()
    return readSecret(file)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw new Refusal((error as Error).message)
    throw new Refusal(
      `${file} is gone, and a server runs that was started with it. Put it back from a backup, or stop the server first: then a new one is made, and every link has to be given out anew.`,
    )
  }
}
