import { useA11y, useSelectedShapesAnnouncer, useTranslation, useValue } from 'tldraw'
import { CARD } from '../../shapes/cards/schema.ts'
import { STEP_FRAME } from '../../shapes/step-frame/schema.ts'
import { ZONE_FRAME } from '../../shapes/zone-frame/schema.ts'
import { PART_TYPES } from './boardShapes.ts'

/**
 * tldraw says what a shape says of itself and then its type, for which it has words for its own types only. Ours
 * have said theirs by then.
 */
const UNWORDED = new RegExp(`, tool\\.(?:${[...PART_TYPES, CARD, STEP_FRAME, ZONE_FRAME].join('|')})(?=\\. )`)

/** Tells screen readers what is selected and done on a board, in place of tldraw's. */
export function Announcer() {
  const { currentMsg } = useA11y()
  const words = useTranslation()
  const { msg, priority = 'assertive' } = useValue('announced', () => currentMsg.get(), [currentMsg])
  useSelectedShapesAnnouncer()
  if (!msg) return null
  return (
    <div role="status" aria-live={priority} aria-label={words('a11y.status')} className="hidden-text">
      {msg.replace(UNWORDED, '')}
    </div>
  )
}
