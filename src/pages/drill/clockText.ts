/** A length of time as a clock shows it: 75 s is `1:15`. Parts of a second are left out. */
export function clockText(seconds: number): string {
  const whole = Math.floor(seconds)
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`
}

/** A time that was kept, to a tenth of a second; a dash where there is none. */
export function timeText(seconds: number | null): string {
  if (seconds === null) return '–'
  const tenths = Math.round(seconds * 10)
  return `${clockText(tenths / 10)}.${tenths % 10}`
}
