import type { BrowserContext } from 'playwright-core'

/** What a page that is measured notes of itself; times are `performance.now()`. */
interface PageMeter {
  /** Animation frames so far in which the watched element stood elsewhere than in the one before. */
  movedFrames: number
  /** Frames since it last moved. */
  stillFrames: number
  /** When the largest message of a WebSocket arrived: the board, as the server sends it. */
  boardReceivedAt: number
  /** When the canvas came into the page, which waits until all records are in the store. */
  canvasAt: number
  /** When the first frame with all shapes had been drawn. */
  fullFrameAt: number
  /** Counts the frames in which this element moves. */
  watch(selector: string): void
}

declare global {
  interface Window {
    meter: PageMeter
  }
}

/** Puts `window.meter` into every page of a browser, before its own scripts. */
export async function meterPages(context: BrowserContext, shapes: number): Promise<void> {
  await context.addInitScript(installMeter, shapes)
}

/** Runs in the page. Functions here have no names of their own: tsx would mark those with a helper of its own. */
function installMeter(shapes: number) {
  const state = { element: null as HTMLElement | null, transform: '', largest: 0 }
  const meter: PageMeter = {
    movedFrames: 0,
    stillFrames: 0,
    boardReceivedAt: 0,
    canvasAt: 0,
    fullFrameAt: 0,
    watch(selector) {
      state.element = document.querySelector<HTMLElement>(selector)
      if (!state.element) throw new Error(`Nothing to watch at ${selector}`)
      state.transform = state.element.style.transform
    },
  }
  window.meter = meter

  window.WebSocket = class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols)
      this.addEventListener('message', ({ data }) => {
        if (!(data instanceof ArrayBuffer) || data.byteLength <= state.largest) return
        state.largest = data.byteLength
        meter.boardReceivedAt = performance.now()
      })
    }
  }

  new MutationObserver((_changes, observer) => {
    if (!document.querySelector('.board-canvas')) return
    meter.canvasAt = performance.now()
    observer.disconnect()
  }).observe(document, { childList: true, subtree: true })

  const drawn = document.getElementsByClassName('tl-shape')
  const loop = {
    frame() {
      requestAnimationFrame(() => loop.frame())
      meter.stillFrames += 1
      if (meter.fullFrameAt === 0 && drawn.length >= shapes) loop.noteFullFrame()
      const transform = state.element?.style.transform ?? ''
      if (transform === state.transform) return
      state.transform = transform
      meter.movedFrames += 1
      meter.stillFrames = 0
    },
    /** A message posted in a frame is read after the frame has been drawn. */
    noteFullFrame() {
      meter.fullFrameAt = Number.POSITIVE_INFINITY
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        meter.fullFrameAt = performance.now()
      }
      port2.postMessage(null)
    },
  }
  loop.frame()
}
