import { adClickPrediction } from './ad-click-prediction/public.ts'
import { churnPrediction } from './churn-prediction/public.ts'
import { deliveryTime } from './delivery-time/public.ts'
import { eventRecommendation } from './event-recommendation/public.ts'
import { harmfulContent } from './harmful-content/public.ts'
import { newsFeedRanking } from './news-feed-ranking/public.ts'
import { paymentFraud } from './payment-fraud/public.ts'
import { peopleYouMayKnow } from './people-you-may-know/public.ts'
import type { Problem, Variant } from './problem.ts'
import { productSearch } from './product-search/public.ts'
import { ragAssistant } from './rag-assistant/public.ts'
import { similarListings } from './similar-listings/public.ts'
import { songRecommendation } from './song-recommendation/public.ts'
import { videoRecommendation } from './video-recommendation/public.ts'
import { visualSearch } from './visual-search/public.ts'

/**
 * Every problem, as everybody may see it. To add one: its folder, a line here and one in `briefs.ts`. Nothing
 * here leads to a brief, so that a page that lists problems holds none.
 */
export const problems: readonly Problem[] = [
  songRecommendation,
  churnPrediction,
  harmfulContent,
  adClickPrediction,
  paymentFraud,
  ragAssistant,
  videoRecommendation,
  visualSearch,
  eventRecommendation,
  peopleYouMayKnow,
  newsFeedRanking,
  productSearch,
  deliveryTime,
  similarListings,
]

/** The problem of that id; undefined where there is none. */
export function findProblem(id: string): Problem | undefined {
  return problems.find((problem) => problem.id === id)
}

/** A problem, as it is or as one of its variants. */
export interface ChosenProblem {
  readonly problem: Problem
  readonly variant: Variant | null
}

/** What `song-recommendation` or `song-recommendation/on-the-device` names; undefined where there is none. */
export function findChosenProblem(name: string): ChosenProblem | undefined {
  const [id = '', variantId, ...rest] = name.split('/')
  const problem = findProblem(id)
  if (!problem || rest.length > 0) return undefined
  if (variantId === undefined) return { problem, variant: null }
  const variant = problem.variants.find((one) => one.id === variantId)
  return variant && { problem, variant }
}

/** The inverse of `findChosenProblem`. */
export function nameOfChosen({ problem, variant }: ChosenProblem): string {
  return variant ? `${problem.id}/${variant.id}` : problem.id
}
