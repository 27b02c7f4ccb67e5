import type { Events } from '../../server/events.ts'

/** Whom nothing is told that happens on a server. */
export const noEvents = new Proxy({} as Events, { get: () => () => {} })
