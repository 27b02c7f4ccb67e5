/** What a two-tower model is looked at for: how it learns, how it answers, what it costs. */
export const TOWER_VIEWS = ['training', 'serving', 'cost'] as const
export type TowerView = (typeof TOWER_VIEWS)[number]

/** Graph of links, product-quantised codes, or every vector compared. */
export const INDEX_KINDS = ['HNSW', 'PQ', 'flat'] as const
export type IndexKind = (typeof INDEX_KINDS)[number]

/** Whose vectors fill the index. */
export const FEEDS = ['item', 'query', 'other'] as const
export type Feed = (typeof FEEDS)[number]
