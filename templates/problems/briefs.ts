import type { Brief } from './problem.ts'

/**
 * Where the brief of each problem is, by id. Only the server imports this file: a bundle for browsers would
 * carry every answer to whoever opens a page.
 */
const briefs: Readonly<Record<string, () => Promise<{ readonly brief: Brief }>>> = {
  'song-recommendation': () => import('./song-recommendation/brief.ts'),
  'churn-prediction': () => import('./churn-prediction/brief.ts'),
  'harmful-content': () => import('./harmful-content/brief.ts'),
  'ad-click-prediction': () => import('./ad-click-prediction/brief.ts'),
  'payment-fraud': () => import('./payment-fraud/brief.ts'),
  'rag-assistant': () => import('./rag-assistant/brief.ts'),
  'video-recommendation': () => import('./video-recommendation/brief.ts'),
  'visual-search': () => import('./visual-search/brief.ts'),
  'event-recommendation': () => import('./event-recommendation/brief.ts'),
  'people-you-may-know': () => import('./people-you-may-know/brief.ts'),
  'news-feed-ranking': () => import('./news-feed-ranking/brief.ts'),
  'product-search': () => import('./product-search/brief.ts'),
  'delivery-time': () => import('./delivery-time/brief.ts'),
  'similar-listings': () => import('./similar-listings/brief.ts'),
}

/** The brief of the problem of that id, read when somebody asks for it; undefined where there is none. */
export async function loadBrief(id: string): Promise<Brief | undefined> {
  const load = Object.hasOwn(briefs, id) ? briefs[id] : undefined
  return (await load?.())?.brief
}
