import type { Design, DesignNode } from '../../design.ts'
import { sketch } from '../../sketch.ts'
import { subjectOf } from '../calls.ts'
import { embeddingMemory } from '../embeddingMemory.ts'
import { type Estimate, type Estimator, estimated } from '../estimator.ts'
import { HNSW_LINKS, hnswMemory } from '../hnswMemory.ts'
import { pqMemory, usualCodeBytes } from '../pqMemory.ts'
import { assumed, compute, drawn, drawnOr, hasFigure, type Subject } from '../quantity.ts'
import { cardsOf, nodesOf } from '../subjects.ts'

const FLOAT32 = assumed(4, 'A value is a float32 of 4 bytes.')
const LINKS = assumed(HNSW_LINKS, `An HNSW graph has m = ${HNSW_LINKS} links of a vector.`)
const CODE = 'A product-quantised code has a byte for eight dimensions.'

/** Memory of vectors, and of an index over them by the two usual methods; of a capacity card, where it counts vectors. */
export const indexMemory: Estimator = {
  id: 'index-memory',
  names: ['vector-memory', 'hnsw-memory', 'pq-memory'],
  estimate: ({ design }) => [
    ...nodesOf(design, 'embedding-store', 'ann-index', 'two-tower')
      .filter((node) => node.kind !== 'two-tower' || !isDrawnApart(node, design))
      .flatMap((node) =>
        node.kind === 'embedding-store' ? [rawMemory(subjectOf(node))] : memoriesOf(subjectOf(node)),
      ),
    ...cardsOf(design, 'capacity')
      .filter((card) => hasFigure(card, 'items') || hasFigure(card, 'dim'))
      .flatMap(memoriesOf),
  ],
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

function rawMemory(subject: Subject): Estimate {
  return estimated('vector-memory', 'bytes', [subject.id], compute(embeddingMemory, vectorsOf(subject)))
}

function vectorsOf(subject: Subject) {
  const [items, dim] = [drawn(subject, 'items'), drawn(subject, 'dim')]
  return { items, dim, bytes: drawnOr(subject, 'bytes', FLOAT32) }
}

function memoriesOf(subject: Subject): Estimate[] {
  const vectors = vectorsOf(subject)
  const { items, dim } = vectors
  const m = drawnOr(subject, 'm', LINKS)
  const usualCode = compute(usualCodeBytes, { dim })
  const codeBytes = drawnOr(subject, 'codeBytes', { ...usualCode, assumed: [CODE] })
  return [
    rawMemory(subject),
    estimated('hnsw-memory', 'bytes', [subject.id], compute(hnswMemory, { ...vectors, m })),
    estimated('pq-memory', 'bytes', [subject.id], compute(pqMemory, { items, codeBytes })),
  ]
}
