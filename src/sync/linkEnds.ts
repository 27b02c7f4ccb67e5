import type { Editor, TLArrowBinding, TLBinding, TLRecord } from 'tldraw'
import { leafAt } from '../document/leaves.ts'
import { asObject } from './dirty.ts'
import type { Changed } from './historyStep.ts'

/** Whether a binding leads elsewhere than it did: what holds a link to one shape is nobody's but theirs who bound it. */
export function isBoundAnew(now: TLRecord, left: TLRecord): boolean {
  return now.typeName === 'binding' && left.typeName === 'binding' && now.toId !== left.toId
}

/** Whether a change would take a binding from where somebody else has led it, or to a shape that is not there. */
export function isAstray(now: TLRecord, { leaves }: Changed, isThere: (id: unknown) => boolean): boolean {
  const [from, to] = leaves.get('toId') ?? []
  return to !== undefined && (leafAt(asObject(now), 'toId') !== from || !isThere(to))
}

/** Whether the end of a link that a binding was at is bound by another that stays. */
export function isEndTaken(
  editor: Editor,
  binding: TLBinding,
  removed: ReadonlySet<TLRecord['id']>,
): boolean {
  if (binding.type !== 'arrow') return false
  const { id, fromId, props } = binding as TLArrowBinding
  return editor
    .getBindingsFromShape<TLArrowBinding>(fromId, 'arrow')
    .some((other) => other.id !== id && other.props.terminal === props.terminal && !removed.has(other.id))
}
