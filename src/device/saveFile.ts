/** Saves a text as a file, where this browser keeps what it downloads. `ending`: without the dot. */
export function saveFile(
  text: string,
  { title, ending, type }: Record<'title' | 'ending' | 'type', string>,
): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${fileName(title)}.${ending}`
  link.click()
  // Not at once: some browsers begin to read it only then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const LONGEST_NAME = 100

/** The title without what file systems do not take. */
function fileName(title: string): string {
  const name = title
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
    .slice(0, LONGEST_NAME)
  return name || 'Design'
}
