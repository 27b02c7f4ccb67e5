import { GROUP_IDS, type GroupId, KIND_IDS } from '../../src/domain/kinds.ts'
import type { ComponentKind } from './kind.ts'
import * as list from './list.ts'

const order: ReadonlyMap<string, number> = new Map(KIND_IDS.map((id, index) => [id, index]))

function compareKinds(a: ComponentKind, b: ComponentKind): number {
  const [first, second] = [order.get(a.id) ?? order.size, order.get(b.id) ?? order.size]
  return first - second || a.name.localeCompare(b.name, 'en')
}

/** Every kind, in the order of the domain's list; kinds that it does not name follow by name. */
export const catalog: readonly ComponentKind[] = Object.values(list).sort(compareKinds)

const byId: ReadonlyMap<string, ComponentKind> = new Map(catalog.map((kind) => [kind.id, kind]))

/** The kind of that id; undefined for one that this version does not know. */
export function findKind(id: string): ComponentKind | undefined {
  return byId.get(id)
}

const GROUP_NAMES: Readonly<Record<GroupId, string>> = {
  entry: 'Entry and network',
  storage: 'Storage',
  movement: 'Data movement',
  features: 'Features and labels',
  training: 'Training',
  models: 'Models',
  serving: 'Serving',
  release: 'Release',
  observability: 'Observability',
  llm: 'LLM and RAG',
}

/** Every group with its name, in the order lists show them. */
export const GROUPS: readonly { readonly id: GroupId; readonly name: string }[] = GROUP_IDS.map((id) => ({
  id,
  name: GROUP_NAMES[id],
}))
