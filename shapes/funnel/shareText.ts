/** Two places at least, as shares are read aloud: 0.9 is 0.90. */
export function shareText(value: number): string {
  return Number.isInteger(value * 100) ? value.toFixed(2) : String(Number(value.toPrecision(4)))
}
