import type { Editor, TLShape } from 'tldraw'
import { funnelDefaults } from '../../../shapes/funnel/defaults.ts'
import type { FunnelProps } from '../../../shapes/funnel/schema.ts'
import { isFunnel } from '../../canvas/boardShapes.ts'

/**
 * Makes a funnel come without its usual counts and goals: they would be the answer to the drill. Returns how
 * to stop.
 */
export function blankComposites(editor: Editor): () => void {
  return editor.sideEffects.registerBeforeCreateHandler('shape', (shape) => {
    // One that comes back by undo, or is pasted, has what somebody wrote into it.
    if (!isFunnel(shape) || !isUntouched(shape.props)) return shape
    return { ...shape, props: { ...shape.props, stages: blankStages(shape.props) } } as unknown as TLShape
  })
}

function isUntouched({ stages }: FunnelProps): boolean {
  return JSON.stringify(stages) === JSON.stringify(funnelDefaults().stages)
}

function blankStages({ stages }: FunnelProps): FunnelProps['stages'] {
  return Object.fromEntries(
    Object.entries(stages).map(([id, stage]) => [
      id,
      { ...stage, objective: '', itemsIn: null, itemsOut: null, recall: null, p99: null },
    ]),
  )
}
