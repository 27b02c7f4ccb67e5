import { WebSocket } from 'ws'

/** Node's inspector of another process. */
export interface Inspector {
  /** Bytes in use after a full garbage collection: objects and buffers. */
  usedBytes(): Promise<number>
  startProfile(): Promise<void>
  /** What `node --cpu-prof` would have written. */
  stopProfile(): Promise<string>
  close(): void
}

/** @param address the one that Node prints, ws://… */
export async function openInspector(address: string): Promise<Inspector> {
  const socket = new WebSocket(address, { perMessageDeflate: false, maxPayload: 2 ** 30 })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  let last = 0

  function call(method: string, params: object = {}): Promise<Record<string, unknown>> {
    const id = ++last
    socket.send(JSON.stringify({ id, method, params }))
    return new Promise((resolve, reject) => {
      socket.on('message', function read(data) {
        const answer = JSON.parse(String(data))
        if (answer.id !== id) return
        socket.off('message', read)
        if (answer.error) reject(new Error(`${method}: ${answer.error.message}`))
        else resolve(answer.result)
      })
    })
  }

  return {
    async usedBytes() {
      await call('HeapProfiler.collectGarbage')
      await call('HeapProfiler.collectGarbage')
      const expression = '(({ heapUsed, external }) => heapUsed + external)(process.memoryUsage())'
      const { result } = await call('Runtime.evaluate', { expression })
      return Number((result as { value: unknown }).value)
    },
    async startProfile() {
      await call('Profiler.enable')
      await call('Profiler.start')
    },
    stopProfile: async () => JSON.stringify((await call('Profiler.stop')).profile),
    close: () => socket.close(),
  }
}
