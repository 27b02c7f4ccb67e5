import * as Y from 'yjs'
import { RECORDS } from '../../src/document/names.ts'
import { presence, type rawClient } from '../helpers/rawClient.ts'
import type { Pick } from './badFrames.ts'

const EDITS_PER_SECOND = 30
const STROKE_S = 2
/** A stroke with the pen begins a new value for each point; longer ones are begun anew. */
const MOST_POINTS = EDITS_PER_SECOND * STROKE_S
const SHAPES = 200

/** Somebody who draws strokes and drags shapes, and rests in between as long as they draw, `speed` times as fast as a person. */
export function drawer(
  client: Awaited<ReturnType<typeof rawClient>>,
  name: string,
  pick: Pick,
  speed: number,
) {
  let points: number[] = []
  let shape = ''
  let edits = 0
  let rests = 0
  let clock = 0

  function begin() {
    shape = `shape:${name}-${pick(SHAPES)}`
    points = []
  }

  function step() {
    clock += 1
    const cursor = { x: pick(2_000), y: pick(1_000) }
    client.send(presence([client.doc.clientID, clock, JSON.stringify({ name, cursor })]))
    if (edits % MOST_POINTS === 0 && rests < MOST_POINTS) {
      rests += 1
      return
    }
    if (edits % MOST_POINTS === 0) begin()
    rests = 0
    edits += 1
    points.push(cursor.x, cursor.y)
    const isPen = edits % (2 * MOST_POINTS) > MOST_POINTS
    client.edit((doc) => (isPen ? penTo(doc, shape, points) : dragTo(doc, shape, cursor)))
  }

  const startedAt = performance.now()
  let done = 0
  const timer = setInterval(() => {
    const due = ((performance.now() - startedAt) / 1000) * EDITS_PER_SECOND * speed
    for (; done < due; done++) step()
  }, 10)
  return { edits: () => edits, stop: () => clearInterval(timer) }
}

function recordOf(doc: Y.Doc, id: string, type: string): Y.Map<unknown> {
  const records = doc.getMap<Y.Map<unknown>>(RECORDS)
  const known = records.get(id)
  if (known) return known
  const made = new Y.Map<unknown>([
    ['id', id],
    ['typeName', 'shape'],
    ['type', type],
    ['parentId', 'page:page'],
    ['index', 'a1'],
    ['props.color', 'black'],
    ['props.size', 'm'],
  ])
  records.set(id, made)
  return made
}

function dragTo(doc: Y.Doc, id: string, { x, y }: { x: number; y: number }) {
  const record = recordOf(doc, id, 'geo')
  record.set('x', x)
  record.set('y', y)
}

const penTo = (doc: Y.Doc, id: string, points: readonly number[]) =>
  recordOf(doc, id, 'draw').set('props.segments', [...points])
