import { rawClient } from './rawClient.ts'
import { until } from './syncClient.ts'

const EVERY_MS = 20
const AT_ONCE = 4

/** Somebody who writes 200 numbered edits a second to the map `x`: `<name>1` and on. */
export async function steadyWriter(url: string, name: string) {
  const client = await rawClient(url)
  let written = 0
  const timer = setInterval(() => {
    for (let i = 0; i < AT_ONCE; i++) {
      written += 1
      client.edit((doc) => doc.getMap('x').set(`${name}${written}`, written))
    }
  }, EVERY_MS)
  return {
    ...client,
    written: () => written,
    /** Writes no more, and waits until all is acknowledged. */
    async finish() {
      clearInterval(timer)
      await until(() => client.acked() === written)
      client.leave()
    },
  }
}
