/** Until when a link opens: "Wed 2 Dec, 14:05", "Mon 4 Jan 2027, 14:05"; `until` and `now`: ms since 1970. */
export function untilWords(until: number, now: number): string {
  const date = new Date(until)
  const say = (options: Intl.DateTimeFormatOptions) => date.toLocaleString('en-GB', options)
  const isThisYear = date.getFullYear() === new Date(now).getFullYear()
  const day = [say({ weekday: 'short' }), date.getDate(), say({ month: 'short' })]
  if (!isThisYear) day.push(date.getFullYear())
  return `${day.join(' ')}, ${say({ hour: '2-digit', minute: '2-digit' })}`
}

/** Why a role has no link: it was taken back (0), or has expired. */
export function noLinkWords(until: number, now: number): string {
  if (until === 0) return 'This link was taken back: nobody comes in by it.'
  return `This link expired on ${untilWords(until, now)}: nobody comes in by it.`
}
