import type { Atom } from '@tldraw/state'
import type { WebsocketProvider } from 'y-websocket'
import type { Connection } from './connection.ts'

export const NO_ACCESS = 4401

interface Refusal {
  readonly code: number
  readonly reason: string
}

export interface TokenChange {
  /**
   * Goes on with the token that `fetchToken` brings; the document stays as it is. The server may close the old
   * link before it hands out the new one: that is no refusal then.
   *
   * @throws what `fetchToken` throws; the board is closed if its link is
   */
  change(fetchToken: () => Promise<string>): Promise<void>
  /** Whether a refusal is only the end of a link that is being replaced. */
  isExpected(refusal: Refusal): boolean
}

export function tokenChange(provider: WebsocketProvider, state: Atom<Connection>): TokenChange {
  let isChanging = false
  let refused: Refusal | null = null
  return {
    async change(fetchToken) {
      isChanging = true
      refused = null
      try {
        const token = await fetchToken()
        provider.protocols = ['drillboard', token]
        provider.disconnect()
        state.set({ kind: 'connecting' })
        provider.connect()
      } catch (error) {
        if (refused) state.set({ kind: 'refused', ...(refused as Refusal) })
        throw error
      } finally {
        isChanging = false
      }
    },
    isExpected(refusal) {
      if (!isChanging || refusal.code !== NO_ACCESS) return false
      refused = refusal
      return true
    },
  }
}
