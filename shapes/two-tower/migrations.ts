type Props = Record<string, unknown>

/** How a tower runs stood before its version, in one text: “online, v7”. */
const RUNS = /^(?:online|nearline|offline|batch|nightly|streaming|realtime|real-time)$/i

/** Version 1 of a two-tower model drew its training alone. */
export function addServingAndCost(props: Props): void {
  for (const tower of towersOf(props)) {
    Object.assign(tower, runsAndVersion(String(tower.version ?? '')), { p99: null })
  }
  const [query, item] = towersOf(props)
  Object.assign(props, {
    view: 'training',
    index: {
      kind: 'HNSW',
      // A tower may have stood at 0, which is no length of an index.
      dim: query?.dim === item?.dim ? item?.dim || null : null,
      version: '',
      items: null,
      bytes: null,
      topK: null,
      p99: null,
      refresh_h: null,
      fedBy: 'item',
    },
    qps: null,
    costPerItemUs: null,
  })
}

export function dropServingAndCost(props: Props): void {
  for (const tower of towersOf(props)) {
    tower.version = [tower.runs, tower.version].filter((text) => text !== '').join(', ')
    delete tower.runs
    delete tower.p99
  }
  for (const key of ['view', 'index', 'qps', 'costPerItemUs']) delete props[key]
}

function towersOf({ query, item }: Props): Props[] {
  return [query, item].filter((tower): tower is Props => typeof tower === 'object' && tower !== null)
}

function runsAndVersion(text: string): { runs: string; version: string } {
  const parts = text.split(',').map((part) => part.trim())
  const isRuns = (part: string) => RUNS.test(part)
  if (!parts.some(isRuns)) return { runs: '', version: text }
  return {
    runs: parts.filter(isRuns).join(', '),
    version: parts.filter((part) => !isRuns(part)).join(', '),
  }
}
