import { type KeyboardEvent, useMemo, useState } from 'react'
import { useEditor } from 'tldraw'
import { closeDialog, insertSide, insertSpot } from '../../canvas/boardDialog.ts'
import { insertableOf } from '../../canvas/boardShapes.ts'
import { nextMode } from '../../canvas/connect.ts'
import { enclosed } from '../../canvas/enclose.ts'
import { type Beside, besideSelection, insert, linkWords, selectedFrame } from '../../canvas/insert.ts'
import { type Insertable, insertables } from '../../canvas/insertables.ts'
import { keepKey, movedOption } from '../../canvas/options.ts'
import type { Side } from '../../canvas/place.ts'
import { type Match, search } from '../../canvas/search.ts'
import { suggestBeside } from '../../canvas/suggest.ts'
import type { LinkMode } from '../../domain/kinds.ts'

const SIDE_KEYS: Readonly<Record<string, Side>> = {
  ArrowRight: 'right',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowUp: 'up',
}

/** What is typed and chosen in quick insert, and what its keys do. */
export function useQuickInsert() {
  const editor = useEditor()
  const [beside] = useState(() => besideSelection(editor))
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [side, setSide] = useState<Side>(() => insertSide(editor).get())
  const [spot] = useState(() => insertSpot(editor).get())
  const [mode, setMode] = useState<LinkMode | null>(null)
  const [first] = beside
  const neighbour = first && beside.length === 1 ? insertableOf(first) : undefined
  const matches = useMemo(
    () => search(query === '' && first ? suggestBeside(neighbour, side) : insertables, query),
    [query, first, neighbour, side],
  )
  const match = matches[at]
  const chosen = match?.item
  const link = linkWords(neighbour, chosen, side, mode)

  const around = chosen?.frame ? enclosed(editor) : []
  const inside = chosen?.frame ? null : selectedFrame(editor)

  const place = ({ item, synonym }: Match<Insertable>, isLinked = true) => {
    const shapes = beside.map(({ id }) => id).filter((id) => editor.getShape(id))
    const joined: Beside = { shapes, side, mode: isLinked ? mode : 'none' }
    const at = spot ?? undefined
    insert(editor, item, shapes.length > 0 ? { at, beside: joined, synonym } : { at, synonym })
    closeDialog(editor)
  }
  /** Whether the key turned the side: arrows with Alt, and to the right or left while nothing is typed. */
  const turn = ({ key, altKey }: KeyboardEvent) => {
    const turned = SIDE_KEYS[key]
    const isSideways = key === 'ArrowLeft' || key === 'ArrowRight'
    if (!first || !turned || !(altKey || (query === '' && isSideways))) return false
    setSide(turned)
    return true
  }
  const move = ({ key }: KeyboardEvent) => {
    const next = movedOption(key, at, matches.length)
    if (next !== null) setAt(next)
    return next !== null
  }
  const act = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeDialog(editor)
    else if (event.key === 'Enter') match && place(match, !event.altKey)
    else if (event.key === 'Tab' && first) setMode(nextMode(link.mode, event.shiftKey ? -1 : 1))
    else return turn(event) || move(event)
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.nativeEvent.isComposing && act(event)) keepKey(event)
  }
  const type = (text: string) => {
    setQuery(text)
    setAt(0)
  }
  return { beside, around, inside, chosen, query, type, at, setAt, side, link, matches, place, onKeyDown }
}
