import { resolve } from 'node:path'
import { copyData } from './commands/copyData.ts'
import { Refusal, runCommand } from './commands/runCommand.ts'

/** `npm run backup -- <new folder>` */

await runCommand(([folder, ...more], { dataDir }) => {
  if (!folder || more.length > 0) {
    throw new Refusal('Give a new folder, for example: npm run backup -- ../backup-1')
  }
  // npm starts this in the project's folder, wherever the person stands.
  const target = resolve(process.env.INIT_CWD ?? '.', folder)
  const { rooms, bytes } = copyData(dataDir, target)
  const boards = rooms === 1 ? '1 board' : `${rooms} boards`
  return [`Copied ${boards}, ${(bytes / 1e6).toFixed(1)} MB, and what signs their links to ${target}`]
})
