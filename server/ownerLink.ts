import { localUrl, reachableUrls } from './addresses.ts'
import { listRooms } from './commands/listRooms.ts'
import { replaceOwnerLink } from './commands/replaceOwnerLink.ts'
import { Refusal, runCommand } from './commands/runCommand.ts'
import type { Settings } from './config.ts'

/** `npm run owner-link -- <address of a board>`, or `-- --list` */

await runCommand(async ([place, ...more], settings) => {
  if (place === '--list' && more.length === 0) return listRooms(settings.dataDir)
  if (!place || place.startsWith('-') || more.length > 0) {
    throw new Refusal('Give a board’s address, or --list, for example: npm run owner-link -- --list')
  }
  const link = await replaceOwnerLink(settings.dataDir, place)
  return [
    ...origins(settings, place).map((origin) => `${origin}${link}`),
    'Whoever has the owner’s link from before is out: it opens the board no more.',
  ]
})

/** Where the server answers, as its settings or the address say; a port that it picks itself is in none. */
function origins({ publicUrl, host, port }: Settings, place: string): readonly string[] {
  if (publicUrl !== null) return [publicUrl]
  const given = originIn(place)
  if (given !== null) return [given]
  if (port === 0) return ['']
  return [...new Set([localUrl(host, port), ...reachableUrls(host, port)])]
}

/** Whoever gives a whole address opens the board there. */
function originIn(place: string): string | null {
  return /^https?:/i.test(place) && URL.canParse(place) ? new URL(place).origin : null
}
