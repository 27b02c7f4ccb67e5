import { type KeyboardEvent, useMemo, useState } from 'react'
import { useEditor, useValue } from 'tldraw'
import { boardDialog, closeDialog } from '../../canvas/boardDialog.ts'
import { nameOf } from '../../canvas/boardShapes.ts'
import { InsertableSymbol } from '../../canvas/InsertableSymbol.tsx'
import type { Insertable } from '../../canvas/insertables.ts'
import { keepKey, movedOption } from '../../canvas/options.ts'
import { KeyHint, Picker, type PickerOption } from '../../canvas/Picker.tsx'
import { replaceable, replaceKind, replacements } from '../../canvas/replaceKind.ts'
import { type Match, search } from '../../canvas/search.ts'
import { Underlined } from '../../canvas/Underlined.tsx'

/** The box that makes the selected components another kind; shown while it is asked for. */
export function ReplaceWith() {
  const editor = useEditor()
  const isOpen = useValue('replace is open', () => boardDialog(editor).get() === 'replace', [editor])
  return isOpen ? <ReplaceBox /> : null
}

function ReplaceBox() {
  const editor = useEditor()
  const [shapes] = useState(() => replaceable(editor))
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const matches = useMemo(() => search(replacements(shapes), query), [shapes, query])
  const [first] = shapes
  const pick = (index: number) => {
    const match = matches[index]
    if (!match) return
    replaceKind(editor, match.item)
    closeDialog(editor)
  }
  const act = ({ key }: KeyboardEvent) => {
    const next = movedOption(key, at, matches.length)
    if (key === 'Escape') closeDialog(editor)
    else if (key === 'Enter') pick(at)
    else if (next !== null) setAt(next)
    else return false
    return true
  }
  return (
    <Picker
      title="Replace with another kind"
      placeholder="Replace with… (name or code)"
      query={query}
      options={matches.map(toOption)}
      at={at}
      none="No component is called that."
      context={
        <>
          <span>In place of</span>
          <b>{shapes.length === 1 && first ? nameOf(first) : `${shapes.length} components`}</b>
          <span>links and values stay</span>
        </>
      }
      footer={
        <>
          <KeyHint keys="↑↓">choose</KeyHint>
          <KeyHint keys="Enter">replace</KeyHint>
        </>
      }
      onType={(text) => {
        setQuery(text)
        setAt(0)
      }}
      onPoint={setAt}
      onPick={pick}
      onKeyDown={(event) => {
        if (!event.nativeEvent.isComposing && act(event)) keepKey(event)
      }}
    />
  )
}

function toOption({ item, synonym, ranges }: Match<Insertable>): PickerOption {
  return {
    id: item.id,
    symbol: <InsertableSymbol insertable={item} size={28} />,
    name: synonym === null ? <Underlined text={item.name} ranges={ranges} /> : item.name,
    detail: item.purpose,
    code: item.code,
  }
}
