import type { TLShapeId } from '@tldraw/tlschema'

/** Somebody pressed a starter button of an empty step frame: put one of `kind` into `frame`. */
export interface StarterRequest {
  readonly frame: TLShapeId
  /** A kind of the catalog, or a composite's shape type. */
  readonly kind: string
}

type Listener = (request: StarterRequest) => void

const listeners = new Set<Listener>()

/** How frames, which only draw, ask the canvas, which can insert. */
export const starterRequests = {
  ask(request: StarterRequest) {
    for (const listener of [...listeners]) listener(request)
  },

  /** Hears every request until the returned function is called. */
  listen(listener: Listener): () => void {
    listeners.add(listener)
    return () => {
      listeners.delete(listener)
    }
  },
}
