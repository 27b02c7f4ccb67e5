const WHEN: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
}

/** Until when a link opens, as a person reads a date; `until` and `now`: ms since 1970. */
export function untilWords(until: number, now: number): string {
  const isOtherYear = new Date(until).getFullYear() !== new Date(now).getFullYear()
  const options: Intl.DateTimeFormatOptions = isOtherYear ? { ...WHEN, year: 'numeric' } : WHEN
  return new Date(until).toLocaleString('en-GB', options)
}

/** Why a role has no link: it was taken back (0), or has expired. */
export function noLinkWords(until: number, now: number): string {
  if (until === 0) return 'This link was taken back: nobody comes in by it.'
  return `This link expired on ${untilWords(until, now)}: nobody comes in by it.`
}
