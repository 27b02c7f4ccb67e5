/** A typical figure as it stands beside a property. What one company reports is an example, and said to be one. */
export function typicalText(text: string): string {
  return isExample(text) ? `e.g. ${text}` : `typical: ${text}`
}

/** "YouTube: a few hundred" */
export function isExample(text: string): boolean {
  return /^\p{Lu}\w*(?: \p{Lu}\w*)*: /u.test(text)
}
