/** The tower on that side, 0 to 1 from the left: the query tower stands left, the item tower right. */
export function towerAt({ x }: { readonly x: number }): 'query' | 'item' {
  return x < 0.5 ? 'query' : 'item'
}
