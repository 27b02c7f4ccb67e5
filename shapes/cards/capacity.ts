import { indexMemory } from '../../src/domain/estimate/estimators/index-memory.ts'
import { requestRate } from '../../src/domain/estimate/estimators/request-rate.ts'
import { streamVolume } from '../../src/domain/estimate/estimators/stream-volume.ts'
import { FIGURES, type FigureId } from '../../src/domain/estimate/figures.ts'
import { formatNumber } from '../../src/domain/units.ts'
import type { Card, CardField, CardReading, CardValues } from './card.ts'
import { estimatedReadings, estimatesOf } from './estimated.ts'
import { textAt, valueAt } from './values.ts'

function figure(id: FigureId, label: string, hint: string): CardField {
  return { id, label, hint, type: 'number', rule: FIGURES[id].rule, isHalf: true }
}

export const capacity: Card = {
  id: 'capacity',
  name: 'Capacity',
  purpose: 'From users to requests a second, to storage, to the memory of an index: all computed',
  synonyms: ['capacity card', 'sizing', 'scale', 'back of the envelope', 'storage', 'ram', 'dau', 'qps'],
  code: 'cap',
  step: 1,
  watchOut: [
    'Size for the peak, two to three times the average.',
    'Raw vectors are not the index: a graph adds its links, codes take a part of it.',
  ],
  width: 600,
  mark: 'M5.5 18.5h13.5M7 16v-2.5M10.5 16v-5M14 16V8.5M17.5 16v-4',
  fields: [
    figure('dau', 'Daily users', '200M'),
    figure('requests_day', 'Requests each', '3 a day'),
    figure('peakFactor', 'Peak factor', '3'),
    figure('events', 'Events a second', 'else one a request'),
    figure('eventBytes', 'Size of an event', '1 kB'),
    figure('retention_d', 'Kept for', '90 d'),
    figure('items', 'Vectors', '100M'),
    figure('dim', 'Dimension', '128'),
    figure('bytes', 'Bytes a value', '4 as float32'),
    {
      id: 'index',
      label: 'Index',
      type: 'choice',
      choices: ['HNSW', 'PQ', 'IVF', 'IVF-PQ', 'flat'],
      isHalf: true,
    },
    figure('m', 'Links m', '16'),
    figure('codeBytes', 'Size of a code', '16 B for 128'),
    {
      id: 'ram',
      label: 'Memory planned',
      hint: '100 GB',
      type: 'number',
      rule: { unit: 'bytes' },
      isHalf: true,
    },
    { id: 'notes', label: 'Notes', hint: 'copies, growth, cost', type: 'text', isHalf: true },
  ],
  readings: (values) => [
    ...estimatedReadings('capacity', values, [requestRate, streamVolume, indexMemory], {
      'average-request-rate': 'On average',
      'peak-request-rate': 'At the peak',
      'stream-volume': 'Events',
      'stored-volume': 'Kept of them',
      'vector-memory': 'Vectors, raw',
      'hnsw-memory': `HNSW, m = ${textAt(values.fields, 'm') || 16}`,
      'pq-memory': 'PQ codes',
    }),
    ...plannedMemory(values),
  ],
}

/** What an index of each type keeps in memory. */
const MEMORIES: Readonly<Record<string, string>> = {
  HNSW: 'hnsw-memory',
  PQ: 'pq-memory',
  'IVF-PQ': 'pq-memory',
  IVF: 'vector-memory',
  flat: 'vector-memory',
}

/** Nobody plans to the digit. */
const ROUNDING = 0.01

function plannedMemory({ fields }: CardValues): CardReading[] {
  const [ram, index] = [valueAt(fields, 'ram'), textAt(fields, 'index')]
  if (typeof ram !== 'number') return []
  const label = `Planned for ${index || 'the index'}`
  const memory = estimatesOf('capacity', fields, [indexMemory]).find(({ name }) => name === MEMORIES[index])
  if (typeof memory?.value !== 'number')
    return [{ label, value: null, missing: index === '' ? 'needs the index' : 'needs items and dimension' }]
  const left = ram - memory.value
  const isWrong = left < -ROUNDING * memory.value
  return [
    { label, value: `${formatNumber(Math.abs(left), 'bytes')} ${left < 0 ? 'short' : 'spare'}`, isWrong },
  ]
}
