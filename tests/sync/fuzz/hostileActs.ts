import * as Y from 'yjs'
import { RECORDS } from '../../../src/document/names.ts'
import type { Peer } from '../network.ts'
import { type Act, newId, oneOf, type Scene } from './act.ts'

/** Writes straight into the document, as another program would. */
export const hostileActs: Readonly<Record<string, Act>> = {
  unknownType(peer, scene) {
    if (scene.pick(4) > 0) return
    const id = newId(scene)
    write(peer, id, { typeName: 'shape', type: 'hologram', x: 0, y: 0, parentId: 'page:page', index: 'a1' })
  },
  wrongType: (peer, scene) => spoil(peer, scene, 'x', 'left'),
  missingLeaf: (peer, scene) => spoil(peer, scene, 'index', undefined),
  newerProperty: (peer, scene) => spoil(peer, scene, 'props.sparkle', true),
  makeValid(peer, scene) {
    const [id, leaves] = oneOf([...scene.spoiled], scene) ?? []
    if (!id || !leaves) return
    scene.spoiled.delete(id)
    if (records(peer).has(id)) write(peer, id, leaves)
  },
  /** A parent that makes a cycle, or is none. */
  tangle(peer, scene) {
    const [id, parentId] = [someId(peer, scene), someId(peer, scene)]
    if (id && parentId && scene.pick(2) === 0) write(peer, id, { parentId })
  },
  sameIndex(peer, scene) {
    const id = someId(peer, scene)
    if (id) write(peer, id, { index: 'a1' })
  },
}

const records = ({ doc }: Peer) => doc.getMap<unknown>(RECORDS)

function someId(peer: Peer, scene: Scene): string | undefined {
  const ids = [...records(peer).keys()].filter((id) => id.startsWith('shape:')).sort()
  return oneOf(ids, scene)
}

function spoil(peer: Peer, scene: Scene, path: string, value: unknown) {
  const id = someId(peer, scene)
  if (!id || scene.pick(4) > 0 || scene.spoiled.has(id)) return
  const leaves = records(peer).get(id)
  if (!(leaves instanceof Y.Map)) return
  scene.spoiled.set(id, { [path]: leaves.get(path) })
  write(peer, id, { [path]: value })
}

function write(peer: Peer, id: string, leaves: Readonly<Record<string, unknown>>) {
  peer.doc.transact(() => {
    const known = records(peer).get(id)
    const map: Y.Map<unknown> = known instanceof Y.Map ? known : new Y.Map()
    if (map !== known) records(peer).set(id, map)
    for (const [path, value] of Object.entries(leaves)) {
      if (value === undefined) map.delete(path)
      else map.set(path, value)
    }
  })
}
