import { formula, positive } from './formula.ts'

/**
 * What a stream writes, bytes a day: events a second × bytes of each × 86,400.
 *
 * 1 M × 1 kB = 86.4 TB a day.
 */
export const streamVolume = formula(
  { events: positive, eventBytes: positive },
  ({ events, eventBytes }) => events * eventBytes * 86_400,
)

/**
 * What is kept of a stream, bytes: events a second × bytes of each × 86,400 × days kept.
 *
 * 1 M × 1 kB for 30 days = 2.59 PB.
 */
export const storedVolume = formula(
  { events: positive, eventBytes: positive, retention_d: positive },
  ({ events, eventBytes, retention_d }) => events * eventBytes * 86_400 * retention_d,
)
