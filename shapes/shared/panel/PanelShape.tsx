import './panel.css'
import { HTMLContainer, SVGContainer, type TLShape, useEditor, useIsEditing, useValue } from 'tldraw'
import { FieldInput } from './FieldInput.tsx'
import { editedField, editField } from './fieldEditing.ts'
import type { PanelField, PanelLayout } from './layout.ts'
import { withLeaf } from './leaf.ts'
import { PanelDrawing, type ShownText } from './PanelDrawing.tsx'

/** Below this zoom small text cannot be read and is left out. */
const FAR_ZOOM = 0.35
/** Below this zoom names cannot be read either. */
const NAMELESS_ZOOM = 0.2

/** True while the board is shown too small for small text: figures, links' labels, what stands in composites. */
export function useIsFar(): boolean {
  const editor = useEditor()
  return useValue('is far', () => editor.getZoomLevel() < FAR_ZOOM, [editor])
}

/** What text a component or composite shows: its name the longest, since an overview is read by names. */
export function useShownText(): ShownText {
  const editor = useEditor()
  return useValue('shown text', () => shownAt(editor.getZoomLevel()), [editor])
}

function shownAt(zoom: number): ShownText {
  if (zoom < NAMELESS_ZOOM) return 'none'
  return zoom < FAR_ZOOM ? 'name' : 'all'
}

/** A composite on the board: its drawing and, while it is edited, the fields on it. */
export function PanelShape({ shape, layout }: { shape: TLShape; layout: PanelLayout }) {
  const text = useShownText()
  const isEditing = useIsEditing(shape.id)
  return (
    <>
      <SVGContainer>
        <PanelDrawing layout={layout} text={text} />
      </SVGContainer>
      {isEditing && <PanelFields shape={shape} fields={layout.fields} />}
    </>
  )
}

/** The input of the field that is edited, and places to press for the others. */
export function PanelFields({ shape, fields }: { shape: TLShape; fields: readonly PanelField[] }) {
  const editor = useEditor()
  const path = useValue('edited field', () => editedField(shape.id), [shape.id])
  const at = fields.findIndex((field) => field.path === path)
  const current = fields[at]

  function save(field: PanelField, value: string | number | null) {
    const now = editor.getShape(shape.id)
    if (!now) return
    editor.markHistoryStoppingPoint('edit a field')
    editor.updateShape({ id: now.id, type: now.type, props: withLeaf(now.props, field.path, value) })
  }

  function move(by: 1 | -1) {
    const next = fields[(at + by + fields.length) % fields.length]
    if (next) editField(shape.id, next.path)
  }

  return (
    <HTMLContainer className="panel-fields">
      {fields.map((field) =>
        field === current ? null : (
          <button
            key={field.path}
            type="button"
            className="panel-place"
            tabIndex={-1}
            aria-label={`Edit: ${field.label}`}
            style={{ left: field.box.x, top: field.box.y, width: field.box.w, height: field.box.h }}
            onPointerDown={(event) => {
              event.stopPropagation()
              event.preventDefault()
              editField(shape.id, field.path)
            }}
          />
        ),
      )}
      {current && (
        <FieldInput key={current.path} field={current} save={(value) => save(current, value)} move={move} />
      )}
    </HTMLContainer>
  )
}
