import { type TLShape, useEditor } from 'tldraw'
import { linkMeta } from '../../../shapes/link/schema.ts'
import { isComponent, isComposite, isPart } from '../../canvas/boardShapes.ts'
import type { Zone } from '../../domain/kinds.ts'
import { ActionButtons } from './ActionButtons.tsx'
import { ModeField } from './LinkForm.tsx'
import { ZoneField } from './ZoneField.tsx'

/** Several shapes: what they have in common and can be changed for all at once. */
export function SeveralForm({ shapes }: { shapes: readonly TLShape[] }) {
  const editor = useEditor()
  const parts = shapes.filter(isPart)
  const links = shapes.filter(({ type }) => type === 'arrow')
  const zones = new Set(parts.map(zoneOf))
  const modes = new Set(links.map(({ meta }) => linkMeta(meta).mode))
  const [zone = null] = zones
  const [mode = null] = modes
  const setAll = (name: string, change: () => void) => {
    editor.markHistoryStoppingPoint(name)
    editor.run(change)
  }
  return (
    <>
      <header className="inspector-head">
        <div>
          <h2>{shapes.length} selected</h2>
          <p>
            {parts.length > 0 && `${parts.length} components. `}
            {links.length > 0 && `${links.length} links. `}
            Select one to see all of its properties.
          </p>
        </div>
      </header>
      {parts.length > 1 && <ActionButtons ids={['tidy', 'replace', 'duplicate-linked']} />}
      {parts.length > 0 && (
        <ZoneField
          zone={zones.size === 1 ? zone : null}
          usual={null}
          onCommit={(chosen) =>
            setAll('zones', () =>
              editor.updateShapes(parts.map(({ id, type }) => ({ id, type, props: { zone: chosen } }))),
            )
          }
        />
      )}
      {links.length > 0 && (
        <ModeField
          mode={modes.size === 1 ? mode : null}
          onCommit={(chosen) =>
            setAll('modes', () =>
              editor.updateShapes(
                links.map(({ id, type, meta }) => ({ id, type, meta: { ...meta, mode: chosen } })),
              ),
            )
          }
        />
      )}
    </>
  )
}

function zoneOf(shape: TLShape): Zone | null {
  return isComponent(shape) || isComposite(shape) ? shape.props.zone : null
}
