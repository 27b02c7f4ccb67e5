import { tlenv } from 'tldraw'
import { KEYS, keyCaps } from './keys.ts'

/** The keys of a command as tldraw's menus take them: what stands in double brackets is one cap. */
export function capsOf(id: string): string | undefined {
  const binding = KEYS.find((one) => one.id === id)
  const [caps] = binding ? keyCaps(binding, tlenv.isDarwin) : []
  return caps && `[[${caps.join(' ')}]]`
}
