import type { BrowserContext } from 'playwright-core'

/** A place of the watched shape and when, in ms since 1970: browsers of one machine share that clock. */
export interface Sighting {
  readonly x: number
  readonly at: number
}

declare global {
  interface Window {
    paintMeter: {
      /** Each time the hand moved: when, and where the shape stood after it. */
      readonly moves: Sighting[]
      /** Each place at which a frame has shown the shape. */
      readonly frames: Sighting[]
      watch(shapeId: string): void
    }
  }
}

/** Puts `window.paintMeter` into every page of a browser, before its own scripts. */
export async function meterPaint(context: BrowserContext): Promise<void> {
  await context.addInitScript(installPaintMeter)
}

/** Runs in the page. Functions here have no names of their own: tsx would mark those with a helper of its own. */
function installPaintMeter() {
  const state = { element: null as HTMLElement | null, movedAt: 0 }
  const meter = {
    moves: [] as Sighting[],
    frames: [] as Sighting[],
    watch(shapeId: string) {
      state.element = document.querySelector<HTMLElement>(`.tl-shape[data-shape-id="${shapeId}"]`)
      if (!state.element) throw new Error(`No shape ${shapeId}`)
      new MutationObserver(() => meter.noteChange()).observe(state.element, { attributeFilter: ['style'] })
    },
    /** The place of the shape on the page: the last two numbers of its matrix. */
    noteChange() {
      const x = new DOMMatrix(state.element?.style.transform).e
      if (state.movedAt > 0) meter.moves.push({ x, at: performance.timeOrigin + state.movedAt })
      state.movedAt = 0
      requestAnimationFrame(() => meter.frames.push({ x, at: performance.timeOrigin + performance.now() }))
    },
  }
  window.paintMeter = meter
  // The first of the moves that the shape's next change answers.
  window.addEventListener(
    'pointermove',
    ({ timeStamp }) => {
      if (state.movedAt === 0) state.movedAt = timeStamp
    },
    { capture: true },
  )
}
