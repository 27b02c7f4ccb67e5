import { type Editor, type TLShapeId, useEditor, useValue } from 'tldraw'
import { laneAround } from '../../canvas/boardShapes.ts'
import { ZONES, type Zone } from '../../domain/kinds.ts'
import { ChoiceField } from './fields.tsx'

const NAMES: Readonly<Record<Zone, string>> = {
  online: 'online: in the request path',
  nearline: 'nearline: seconds to minutes',
  offline: 'offline: batch',
  ops: 'ops: release and watching',
}

interface ZoneFieldProps {
  zone: Zone | null
  /** Where it runs if nobody says otherwise; null: that differs or is not known. */
  usual: Zone | null
  /** In place of what is usual, where nothing is. */
  unset?: string | undefined
  /** The shape, where it is one: the lane around it comes before what is usual. */
  shape?: TLShapeId
  onCommit: (zone: Zone | null) => void
}

export function ZoneField({ zone, usual, unset = 'as usual', shape, onCommit }: ZoneFieldProps) {
  const editor = useEditor()
  const lane = useValue('lane', () => shape && laneOf(editor, shape), [editor, shape])
  const notSet = lane ? `as the lane around it: ${lane}` : usual ? `as usual: ${usual}` : unset
  const choices = [['', notSet] as const, ...ZONES.map((id) => [id, NAMES[id]] as const)]
  return (
    <ChoiceField
      label="Runs"
      value={zone ?? ''}
      choices={choices}
      onCommit={(value) => onCommit(ZONES.find((id) => id === value) ?? null)}
    />
  )
}

function laneOf(editor: Editor, id: TLShapeId): Zone | null {
  const shape = editor.getShape(id)
  return shape ? laneAround(editor, shape) : null
}
