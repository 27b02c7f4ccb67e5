import type { Design } from '../../src/domain/design.ts'

/**
 * Where the reference board of each problem is, by id. Only the server imports this file, as with `briefs.ts`.
 */
const references: Readonly<Record<string, () => Promise<{ readonly default: unknown }>>> = {
  'song-recommendation': () => import('./song-recommendation/reference.json'),
  'churn-prediction': () => import('./churn-prediction/reference.json'),
  'harmful-content': () => import('./harmful-content/reference.json'),
  'ad-click-prediction': () => import('./ad-click-prediction/reference.json'),
  'payment-fraud': () => import('./payment-fraud/reference.json'),
  'rag-assistant': () => import('./rag-assistant/reference.json'),
  'video-recommendation': () => import('./video-recommendation/reference.json'),
  'visual-search': () => import('./visual-search/reference.json'),
  'event-recommendation': () => import('./event-recommendation/reference.json'),
  'people-you-may-know': () => import('./people-you-may-know/reference.json'),
  'news-feed-ranking': () => import('./news-feed-ranking/reference.json'),
  'product-search': () => import('./product-search/reference.json'),
  'delivery-time': () => import('./delivery-time/reference.json'),
  'similar-listings': () => import('./similar-listings/reference.json'),
}

/**
 * The reference board of the problem of that id, read when somebody asks for it; undefined where there is none.
 * A conformance test reads every file as a design, so that it need not be done again here.
 */
export async function loadReference(id: string): Promise<Design | undefined> {
  const load = Object.hasOwn(references, id) ? references[id] : undefined
  return (await load?.())?.default as Design | undefined
}
