import type { Editor, TLArrowBinding, TLBinding, TLRecord } from 'tldraw'
import { leafAt } from '../document/leaves.ts'
import { asObject } from './dirty.ts'
import type { Changed, Step } from './historyStep.ts'

/** Whether a binding leads elsewhere than it did: what holds a link to one shape is nobody's but theirs who bound it. */
export function isBoundAnew(now: TLRecord, left: TLRecord): boolean {
  return now.typeName === 'binding' && left.typeName === 'binding' && now.toId !== left.toId
}

/** Whether a change would take a binding from where somebody else has led it, or to a shape that is not there. */
export function isAstray(now: TLRecord, { leaves }: Changed, isThere: (id: unknown) => boolean): boolean {
  const [from, to] = leaves.get('toId') ?? []
  return to !== undefined && (leafAt(asObject(now), 'toId') !== from || !isThere(to))
}

/** Whether somebody has seen to the end of a link that a binding was at since: bound it by another, which stays, or taken it off what the step left it at. */
export function isEndOvertaken(editor: Editor, step: Step, removed: ReadonlySet<TLRecord['id']>) {
  const left = new Map<string, TLBinding>()
  for (const done of step.values()) {
    const binding = done.kind === 'removed' && asLinkBinding(done.record)
    if (binding) left.set(endOf(binding), binding)
  }
  return (record: TLBinding): boolean => {
    const binding = asLinkBinding(record)
    if (!binding) return false
    const mine = left.get(endOf(binding))
    const isTakenOff = mine !== undefined && !editor.store.has(mine.id) && editor.store.has(mine.toId)
    return isTakenOff || isBoundByOther(editor, binding, removed)
  }
}

function isBoundByOther(editor: Editor, binding: TLArrowBinding, removed: ReadonlySet<TLRecord['id']>) {
  const others = editor.getBindingsFromShape<TLArrowBinding>(binding.fromId, 'arrow')
  return others.some(
    (other) => other.id !== binding.id && endOf(other) === endOf(binding) && !removed.has(other.id),
  )
}

function asLinkBinding(record: TLRecord): TLArrowBinding | undefined {
  return record.typeName === 'binding' && record.type === 'arrow' ? (record as TLArrowBinding) : undefined
}

const endOf = ({ fromId, props }: TLArrowBinding) => `${fromId} ${props.terminal}`
