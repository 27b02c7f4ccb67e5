export interface Pacer {
  /** Asks for a run: at once if the last one is long enough ago, else as soon as it is. Never lost. */
  request(): void
  /** Forgets what was asked for. */
  cancel(): void
}

/** Runs something at most once in `intervalMs`. A timer and no animation frame: hidden tabs go on sending. */
export function createPacer(intervalMs: number, run: () => void): Pacer {
  let timer: ReturnType<typeof setTimeout> | undefined
  let last = Number.NEGATIVE_INFINITY
  return {
    request() {
      if (timer !== undefined) return
      const wait = Math.max(0, last + intervalMs - performance.now())
      timer = setTimeout(() => {
        timer = undefined
        last = performance.now()
        run()
      }, wait)
    },
    cancel() {
      clearTimeout(timer)
      timer = undefined
    },
  }
}
