import { afterAll, vi } from 'vitest'

// Files that share a worker share its globals: none leaves its stubs or its clock to the next.
afterAll(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})
