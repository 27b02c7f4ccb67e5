import { open } from 'node:fs/promises'

/** Overwrites the pages that hold what of a long row did not fit beside the others, where this text is in it. */
export async function damage(file: string, text: string) {
  const PAGE = 4_096
  const handle = await open(file, 'r+')
  const { size } = await handle.stat()
  for (let at = PAGE * 2; at < size; at += PAGE) {
    const page = Buffer.alloc(PAGE)
    await handle.read(page, 0, PAGE, at)
    const isOverflow = page[0] === 0
    if (isOverflow && page.includes(text)) await handle.write(Buffer.alloc(PAGE, 0xff), 0, PAGE, at)
  }
  await handle.close()
}
