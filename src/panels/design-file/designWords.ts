import type { Design } from '../../domain/design.ts'

/** What a design holds, as one counts it: `28 components, 36 links`. */
export function designWords({ requirements, nodes, links, cards, composites }: Design): string {
  const drawn = new Set(composites.map(({ id }) => id))
  const components = nodes.filter(({ id }) => !drawn.has(id)).length
  const counts = [
    counted(components, 'component', 'components'),
    counted(composites.length, 'composite', 'composites'),
    counted(links.length, 'link', 'links'),
    counted(cards.length, 'card', 'cards'),
    counted(Object.keys(requirements).length, 'requirement', 'requirements'),
  ]
  return counts.filter((words) => words !== '').join(', ')
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}
