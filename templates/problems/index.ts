import type { Design } from '../../src/domain/design.ts'

/** A problem to practise, and where its reference board is: read only when somebody asks for it. */
export interface Problem {
  /** As its folder is called. */
  readonly id: string
  readonly code: `P${number}`
  readonly title: string
  readonly loadReference: () => Promise<Design>
}

/** Every problem. To add one: its folder, and an entry here. */
export const problems: readonly Problem[] = [
  {
    id: 'song-recommendation',
    code: 'P01',
    title: 'Song and playlist recommendation',
    loadReference: () => design(import('./song-recommendation/reference.json')),
  },
  {
    id: 'churn-prediction',
    code: 'P02',
    title: 'Churn prediction',
    loadReference: () => design(import('./churn-prediction/reference.json')),
  },
  {
    id: 'harmful-content',
    code: 'P03',
    title: 'Harmful content detection',
    loadReference: () => design(import('./harmful-content/reference.json')),
  },
  {
    id: 'ad-click-prediction',
    code: 'P04',
    title: 'Ad click prediction',
    loadReference: () => design(import('./ad-click-prediction/reference.json')),
  },
  {
    id: 'payment-fraud',
    code: 'P05',
    title: 'Payment fraud detection',
    loadReference: () => design(import('./payment-fraud/reference.json')),
  },
  {
    id: 'rag-assistant',
    code: 'P06',
    title: 'RAG assistant over company documents',
    loadReference: () => design(import('./rag-assistant/reference.json')),
  },
  {
    id: 'video-recommendation',
    code: 'P07',
    title: 'Video recommendation',
    loadReference: () => design(import('./video-recommendation/reference.json')),
  },
  {
    id: 'visual-search',
    code: 'P08',
    title: 'Visual search',
    loadReference: () => design(import('./visual-search/reference.json')),
  },
  {
    id: 'event-recommendation',
    code: 'P09',
    title: 'Event recommendation',
    loadReference: () => design(import('./event-recommendation/reference.json')),
  },
  {
    id: 'people-you-may-know',
    code: 'P10',
    title: 'People you may know',
    loadReference: () => design(import('./people-you-may-know/reference.json')),
  },
  {
    id: 'news-feed-ranking',
    code: 'P11',
    title: 'News feed ranking',
    loadReference: () => design(import('./news-feed-ranking/reference.json')),
  },
  {
    id: 'product-search',
    code: 'P12',
    title: 'Product search ranking',
    loadReference: () => design(import('./product-search/reference.json')),
  },
  {
    id: 'delivery-time',
    code: 'P13',
    title: 'Delivery time prediction',
    loadReference: () => design(import('./delivery-time/reference.json')),
  },
  {
    id: 'similar-listings',
    code: 'P14',
    title: 'Similar listings',
    loadReference: () => design(import('./similar-listings/reference.json')),
  },
]

/** The problem of that id; undefined where there is none. */
export function findProblem(id: string): Problem | undefined {
  return problems.find((problem) => problem.id === id)
}

/** A conformance test reads every file as a design, so that it need not be done again here. */
async function design(file: Promise<{ readonly default: unknown }>): Promise<Design> {
  return (await file).default as Design
}
