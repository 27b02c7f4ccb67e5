import './panel.css'
import { useEffect, useState } from 'react'
import {
  HTMLContainer,
  Box as PageBox,
  SVGContainer,
  type TLShape,
  useEditor,
  useIsEditing,
  useValue,
} from 'tldraw'
import { useDetail } from '../detail.ts'
import { panBy, shift } from '../panBy.ts'
import { FieldInput } from './FieldInput.tsx'
import { editedField, editField } from './fieldEditing.ts'
import type { PanelField, PanelLayout, ParsedField } from './layout.ts'
import { withLeaves } from './leaf.ts'
import { makeEdit } from './makeEdit.ts'
import { PanelActions } from './PanelActions.tsx'
import { PanelDrawing } from './PanelDrawing.tsx'

interface PanelShapeProps {
  readonly shape: TLShape
  readonly layout: PanelLayout
  readonly Drawing?: typeof PanelDrawing
}

/** A composite or card on the board: its drawing and, while it is edited, the fields on it. */
export function PanelShape({ shape, layout, Drawing = PanelDrawing }: PanelShapeProps) {
  const detail = useDetail()
  const isEditing = useIsEditing(shape.id)
  return (
    <>
      <SVGContainer>
        <Drawing layout={layout} detail={detail} />
      </SVGContainer>
      {isEditing && <PanelFields shape={shape} fields={layout.fields} />}
      {layout.actions && <PanelActions shape={shape} layout={layout} isEditing={isEditing} />}
    </>
  )
}

/** The input of the field that is edited, and places to press for the others. */
export function PanelFields({ shape, fields }: { shape: TLShape; fields: readonly PanelField[] }) {
  const editor = useEditor()
  const path = useValue('edited field', () => editedField(shape.id), [shape.id])
  const at = fields.findIndex((field) => field.path === path)
  const current = fields[at]
  useInSight(shape, current)
  const [refused, setRefused] = useState<{ readonly path: string; readonly why: string } | null>(null)
  const refusedAt = fields.find((field) => field.path === refused?.path)

  function save(field: PanelField, value: Extract<ParsedField, { ok: true }>['value']) {
    const now = editor.getShape(shape.id)
    if (!now) return
    editor.markHistoryStoppingPoint('edit a field')
    editor.updateShape({
      id: now.id,
      type: now.type,
      props: withLeaves<object>(now.props, [[field.path, value]]),
    })
  }

  function move(by: 1 | -1, refusal: string | null) {
    setRefused(current && refusal !== null ? { path: current.path, why: refusal } : null)
    const next = fields[(at + by + fields.length) % fields.length]
    if (next) editField(shape.id, next.path)
  }

  return (
    <HTMLContainer className="panel-fields">
      {largestFirst(fields).map((field) =>
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
      {refused && refusedAt && (
        <div
          className="panel-refusal"
          style={{
            left: refusedAt.box.x,
            top: refusedAt.box.y,
            width: refusedAt.box.w,
            height: refusedAt.box.h,
          }}
        >
          <p role="alert">{refused.why}</p>
        </div>
      )}
      {current && (
        <FieldInput
          key={current.path}
          field={current}
          save={(value) => save(current, value)}
          move={move}
          make={(edit) => makeEdit(editor, shape.id, edit())}
        />
      )}
    </HTMLContainer>
  )
}

/** Moves the view to the field that is edited: nobody types where they cannot see it. */
function useInSight({ id }: TLShape, field: PanelField | undefined) {
  const editor = useEditor()
  const { x = 0, y = 0, w = 0, h = 0 } = field?.box ?? {}
  const isEdited = field !== undefined
  useEffect(() => {
    if (!isEdited) return
    const corners = [
      { x, y },
      { x: x + w, y: y + h },
    ]
    panBy(editor, PageBox.FromPoints(editor.getShapePageTransform(id).applyToPoints(corners)), shift)
  }, [editor, id, isEdited, x, y, w, h])
}

/** A small place within a large one lies on top. */
function largestFirst(fields: readonly PanelField[]): PanelField[] {
  return fields.toSorted((a, b) => b.box.w * b.box.h - a.box.w * a.box.h)
}
