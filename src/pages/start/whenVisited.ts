const DAY_MS = 24 * 60 * 60 * 1000

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0)
}

/** When a board was last open, as short as it stays clear: "today, 14:02", "yesterday", "18 Nov", "18 Nov 2025". */
export function whenVisited(at: number, now: number): string {
  const date = new Date(at)
  if (at >= startOfDay(now)) {
    const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
    return `today, ${time}`
  }
  // Half a day of slack: the day before a change of the clock has 23 or 25 hours.
  if (at >= startOfDay(startOfDay(now) - DAY_MS / 2)) return 'yesterday'
  const isThisYear = date.getFullYear() === new Date(now).getFullYear()
  const day = `${date.getDate()} ${date.toLocaleDateString('en-GB', { month: 'short' })}`
  return isThisYear ? day : `${day} ${date.getFullYear()}`
}
