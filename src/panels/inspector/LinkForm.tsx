import type { KeyboardEvent } from 'react'
import { type TLArrowShape, useEditor, useValue } from 'tldraw'
import { linkMeta } from '../../../shapes/link/schema.ts'
import { nameOf } from '../../canvas/boardShapes.ts'
import { linkEnds } from '../../canvas/connect.ts'
import { setLeaf, setMeta } from '../../canvas/edit.ts'
import { LinkSample } from '../../canvas/LinkSample.tsx'
import { LINK_MODES, type LinkMode } from '../../domain/kinds.ts'
import { FlagField, NumberField, TextField } from './fields.tsx'

const MODE_WORDS: Readonly<Record<LinkMode, string>> = {
  sync: 'request and answer',
  stream: 'events',
  batch: 'scheduled copy or job',
  control: 'deploy, trigger, config',
}

/** What a link says: what flows, how, and in which order. */
export function LinkForm({ shape }: { shape: TLArrowShape }) {
  const editor = useEditor()
  const { mode, seq, optional } = linkMeta(shape.meta)
  return (
    <>
      <Ends shape={shape} />
      <TextField
        label="Label"
        value={shape.props.text}
        onCommit={(text) => setLeaf(editor, shape.id, 'text', text)}
      />
      <ModeField mode={mode} onCommit={(chosen) => setMeta(editor, shape.id, { mode: chosen })} />
      <NumberField
        label="Order"
        value={seq ?? null}
        rule={{ unit: 'count', min: 1, max: 99, whole: true }}
        hint="Calls with the same number run at once."
        onCommit={(value) => setMeta(editor, shape.id, { seq: value })}
      />
      <FlagField
        label="Optional"
        value={optional === true}
        hint="The request is answered without it."
        onCommit={(value) => setMeta(editor, shape.id, { optional: value })}
      />
    </>
  )
}

function Ends({ shape }: { shape: TLArrowShape }) {
  const editor = useEditor()
  const ends = useValue('link ends', () => {
    const { from, to } = linkEnds(editor, shape.id)
    const name = (id: typeof from) => {
      const end = id && editor.getShape(id)
      return end ? nameOf(end) : 'nothing'
    }
    return `${name(from)} → ${name(to)}`
  }, [editor, shape.id])
  return <p className="inspector-about">{ends}</p>
}

/** The four ways to link, drawn; in it, 1 to 4 choose too. */
export function ModeField({ mode, onCommit }: { mode: LinkMode | null; onCommit: (mode: LinkMode) => void }) {
  const onKeyDown = ({ key, code, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    if (ctrlKey || metaKey || altKey) return
    const choice = LINK_MODES[Number(/^[1-4]$/.test(key) ? key : code.replace('Digit', '')) - 1]
    if (choice) onCommit(choice)
  }
  return (
    <fieldset className="mode-field" onKeyDown={onKeyDown}>
      <legend className="hidden-text">Mode</legend>
      {LINK_MODES.map((choice, i) => (
        <label key={choice}>
          <input
            type="radio"
            name="link-mode"
            value={choice}
            checked={choice === mode}
            onChange={() => onCommit(choice)}
          />
          <LinkSample mode={choice} />
          <b>{choice}</b>
          <span>{MODE_WORDS[choice]}</span>
          <kbd>{i + 1}</kbd>
        </label>
      ))}
    </fieldset>
  )
}
