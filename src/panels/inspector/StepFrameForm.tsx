import { useEditor } from 'tldraw'
import type { StepFrameShape } from '../../../shapes/step-frame/schema.ts'
import { setLeaf } from '../../canvas/edit.ts'
import { NumberField, TextField } from './fields.tsx'

/** A step's frame: its name, budget and what belongs in it. */
export function StepFrameForm({ shape }: { shape: StepFrameShape }) {
  const editor = useEditor()
  const { name, minutes, draw } = shape.props
  const set = (path: string) => (value: unknown) => setLeaf(editor, shape.id, path, value)
  return (
    <>
      <TextField label="Name" value={name} onCommit={set('name')} />
      <NumberField
        label="Budget"
        value={minutes}
        rule={{ unit: 'minutes', min: 0.5, max: 600 }}
        onCommit={set('minutes')}
      />
      <TextField label="Draw" value={draw} onCommit={set('draw')} isLong />
    </>
  )
}
