import { atom } from '@tldraw/state'
import { deviceStorage } from '../../device/deviceStorage.ts'
import { PERSON_COLORS, type Person } from '../../sync/person.ts'
import { ADJECTIVES, ANIMALS } from './friendlyWords.ts'

export const MAX_NAME_LENGTH = 40

const KEY = 'drillboard.person'

function pick<Item>(items: readonly [Item, ...Item[]], random: () => number): Item {
  return items[Math.floor(random() * items.length)] ?? items[0]
}

/** A person with a made-up name of two friendly words, e.g. "Calm Heron". */
export function makeUpPerson(random: () => number = Math.random): Person {
  const id = Array.from({ length: 12 }, () => Math.floor(random() * 36).toString(36)).join('')
  return {
    id,
    name: `${pick(ADJECTIVES, random)} ${pick(ANIMALS, random)}`,
    color: pick(PERSON_COLORS, random),
  }
}

/** The person that a stored text describes; null if it describes none. */
export function readPerson(stored: string | null): Person | null {
  if (!stored) return null
  try {
    const { id, name, color } = JSON.parse(stored)
    const isPerson = typeof id === 'string' && typeof name === 'string' && PERSON_COLORS.includes(color)
    return isPerson && id && name ? { id, name: name.slice(0, MAX_NAME_LENGTH), color } : null
  } catch {
    return null
  }
}

function load(): Person {
  const known = readPerson(deviceStorage.read(KEY))
  if (known) return known
  const person = makeUpPerson()
  deviceStorage.keep(KEY, JSON.stringify(person))
  return person
}

/** Who uses this browser. */
export const me = atom<Person>('me', load())

/** Takes another name or colour, kept in this browser and shown to everybody at once. */
export function changeMe(change: Partial<Pick<Person, 'name' | 'color'>>) {
  const next = { ...me.get(), ...change }
  deviceStorage.keep(KEY, JSON.stringify(next))
  me.set(next)
}

/** One or two letters that stand for a name. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
