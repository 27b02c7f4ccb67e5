import type { Design, DesignNode } from '../../design.ts'
import { sketch } from '../../sketch.ts'
import { subjectOf } from '../calls.ts'
import { embeddingMemory } from '../embeddingMemory.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { HNSW_LINKS, hnswMemory } from '../hnswMemory.ts'
import { pqMemory, usualCodeBytes } from '../pqMemory.ts'
import { assumed, compute, drawn, drawnOr } from '../quantity.ts'
import { nodesOf } from '../subjects.ts'

const FLOAT32 = assumed(4, 'A value is a float32 of 4 bytes.')
const LINKS = assumed(HNSW_LINKS, `An HNSW graph has m = ${HNSW_LINKS} links of a vector.`)
const CODE = 'A product-quantised code has a byte for eight dimensions.'

/** Memory of vectors, and of an index over them by the two usual methods. */
export const indexMemory: Estimator = {
  id: 'index-memory',
  names: ['vector-memory', 'hnsw-memory', 'pq-memory'],
  estimate: ({ design }) =>
    nodesOf(design, 'embedding-store', 'ann-index', 'two-tower')
      .filter((node) => node.kind !== 'two-tower' || !isDrawnApart(node, design))
      .flatMap(memoryOf),
  example: {
    design: exampleOf({ items: 100e6, dim: 128, bytes: 4 }),
    gives: [
      ['vector-memory', '51.2 GB'],
      ['hnsw-memory', '92.2 GB'],
      ['pq-memory', '1.6 GB'],
    ],
  },
}

function exampleOf(props: DesignNode['props']): Design {
  return sketch({
    nodes: [
      { id: 'ann', kind: 'ann-index', label: 'Index', props },
      { id: 'towers', kind: 'two-tower', label: 'Two-tower', props },
    ],
  })
}

/** The index of a two-tower model that says nothing of its size is one that is drawn beside it, with its own figures. */
function isDrawnApart({ id, props }: DesignNode, { nodes, links }: Design): boolean {
  if (props.items !== undefined) return false
  const isIndex = (other: string) => nodes.some((node) => node.id === other && node.kind === 'ann-index')
  return links.some(({ from, to }) => (from === id && isIndex(to)) || (to === id && isIndex(from)))
}

function memoryOf(node: DesignNode): Estimate[] {
  const subject = subjectOf(node)
  const items = drawn(subject, 'items')
  const dim = drawn(subject, 'dim')
  const bytes = drawnOr(subject, 'bytes', FLOAT32)
  const raw = estimated('vector-memory', 'bytes', [node.id], compute(embeddingMemory, { items, dim, bytes }))
  if (node.kind === 'embedding-store') return [raw]
  const usualCode = compute(usualCodeBytes, { dim })
  const codeBytes = drawnOr(subject, 'codeBytes', { ...usualCode, assumed: [CODE] })
  return [
    raw,
    estimated('hnsw-memory', 'bytes', [node.id], compute(hnswMemory, { items, dim, bytes, m: LINKS })),
    estimated('pq-memory', 'bytes', [node.id], compute(pqMemory, { items, codeBytes })),
  ]
}
