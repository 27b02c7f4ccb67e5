import { formula, part, positive, roundedUp } from './formula.ts'

/** How busy a replica may be planned, where nobody says. */
export const UTILISATION = 0.6

/**
 * Replicas that a load needs: requests a second × seconds in the service ÷ (requests at once × utilisation),
 * rounded up. Little's law, L = λW; with the p99 (ms) for W it errs on the safe side.
 *
 * 20 k × 0.040 s ÷ (8 × 0.6) = 167.
 * Source: Little (1961), "A Proof for the Queuing Formula L = λW".
 */
export const replicas = formula(
  { qps: positive, p99: positive, concurrency: positive, utilisation: part },
  ({ qps, p99, concurrency, utilisation }) => roundedUp((qps * p99) / (1e3 * concurrency * utilisation)),
)
