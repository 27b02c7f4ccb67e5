// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { keepAppOffline } from '../../src/offline/register.ts'

const register = vi.fn<() => Promise<void>>()
let readyState: DocumentReadyState

beforeEach(() => {
  readyState = 'interactive'
  vi.stubEnv('PROD', true)
  vi.spyOn(document, 'readyState', 'get').mockImplementation(() => readyState)
  vi.stubGlobal('requestIdleCallback', (run: () => void) => run())
  Object.defineProperty(navigator, 'serviceWorker', { value: { register }, configurable: true })
  register.mockReset().mockResolvedValue()
})
afterEach(() => {
  Reflect.deleteProperty(navigator, 'serviceWorker')
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

it('leaves the network to the page until it has loaded', () => {
  keepAppOffline()
  expect(register).not.toHaveBeenCalled()
  window.dispatchEvent(new Event('load'))
  expect(register).toHaveBeenCalledExactlyOnceWith('/service-worker.js')
})

it('begins at once on a page that has loaded already', () => {
  readyState = 'complete'
  keepAppOffline()
  expect(register).toHaveBeenCalledOnce()
})

it('waits until the page has nothing to do', () => {
  let idle: (() => void) | undefined
  vi.stubGlobal('requestIdleCallback', (run: () => void) => {
    idle = run
  })
  readyState = 'complete'
  keepAppOffline()
  expect(register).not.toHaveBeenCalled()
  idle?.()
  expect(register).toHaveBeenCalledOnce()
})

it('is silent where the browser refuses', async () => {
  const unhandled = vi.fn()
  process.on('unhandledRejection', unhandled)
  register.mockRejectedValue(new DOMException('The operation is insecure.', 'SecurityError'))
  readyState = 'complete'
  keepAppOffline()
  await new Promise((turn) => setImmediate(turn))
  process.off('unhandledRejection', unhandled)
  expect([register.mock.calls.length, unhandled.mock.calls.length]).toEqual([1, 0])
})

it('does nothing while developing', () => {
  vi.stubEnv('PROD', false)
  readyState = 'complete'
  keepAppOffline()
  expect(register).not.toHaveBeenCalled()
})

it('does nothing where browsers have no service workers, as over plain http', () => {
  Reflect.deleteProperty(navigator, 'serviceWorker')
  readyState = 'complete'
  expect(keepAppOffline).not.toThrow()
})
