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
