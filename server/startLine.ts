import { type Settings, USUAL_DATA_DIR, USUAL_PORT } from './config.ts'

const PLAIN = /^[\w./:@%+,=-]+$/

/**
 * What to type to start the same server, with the same boards, where others reach it.
 *
 * @param port the one in use, also where it was picked freely
 */
export function startLine({ dataDir }: Pick<Settings, 'dataDir'>, port: number): string {
  const settings = ['HOST=0.0.0.0']
  if (port !== USUAL_PORT) settings.push(`PORT=${port}`)
  if (dataDir !== USUAL_DATA_DIR) settings.push(`DATA_DIR=${quoted(dataDir)}`)
  return `${settings.join(' ')} npm start`
}

/** A shell takes it as one word, as it stands. */
function quoted(text: string): string {
  return PLAIN.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}
