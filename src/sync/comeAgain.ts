import type { WebsocketProvider } from 'y-websocket'

/** The server asks to come again: the board has no place for one more, or this address connects too often. */
export const TOO_MANY = 4529

/** Trouble on the server; y-websocket comes again by itself, the longer apart the longer it lasts. */
export const TROUBLE = 4500

const FIRST_MS = 2_000
const LONGEST_MS = 30_000

export interface ComeAgain {
  /** Asks later, each time twice as long as the time before. */
  later(): void
  now(): void
  /** The connection is made. */
  done(): void
  stop(): void
}

/** Whether y-websocket connects again by itself: final codes are respected, and one that asks for patience. */
export function comesAgainByItself({ code }: Pick<CloseEvent, 'code'>): boolean {
  return code !== TOO_MANY && !(code >= 4400 && code < 4500)
}

/**
 * Goes to a server that has no place now, ever more seldom and never in step with the others who wait:
 * y-websocket alone would ask every 2.5 s.
 */
export function comeAgain(provider: Pick<WebsocketProvider, 'connect'>, chance = Math.random): ComeAgain {
  let waits = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    clearTimeout(timer)
    provider.connect()
  }
  return {
    now,
    later() {
      const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** waits) * (1 + chance() / 4)
      waits += 1
      clearTimeout(timer)
      timer = setTimeout(now, wait)
    },
    done() {
      waits = 0
    },
    stop: () => clearTimeout(timer),
  }
}
