import { type KeyboardEvent, useMemo, useState } from 'react'
import { type Editor, type TLShape, useEditor } from 'tldraw'
import { closeDialog, insertSide, insertSpot } from '../../canvas/boardDialog.ts'
import { insertableOf } from '../../canvas/boardShapes.ts'
import { runCommand } from '../../canvas/commands.ts'
import { type LinkWords, nextMode } from '../../canvas/connect.ts'
import { enclosed } from '../../canvas/enclose.ts'
import { besideSelection, type InsertOptions, insert, linkWords, selectedFrame } from '../../canvas/insert.ts'
import { type Insertable, insertables } from '../../canvas/insertables.ts'
import { keepKey, movedOption } from '../../canvas/options.ts'
import type { Side } from '../../canvas/place.ts'
import { NO_VALUES, readQuickWords, readTypedValues } from '../../canvas/quickWords.ts'
import { type Match, search } from '../../canvas/search.ts'
import { suggestBeside } from '../../canvas/suggest.ts'
import type { LinkMode } from '../../domain/kinds.ts'
import { type TypedCommand, typedCommands } from './typedCommands.ts'

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
  const [spot, setSpot] = useState(() => insertSpot(editor).get())
  const [mode, setMode] = useState<LinkMode | null>(null)
  const [first] = beside
  const neighbour = first && beside.length === 1 ? insertableOf(first) : undefined
  const typed = useMemo(() => readQuickWords(query), [query])
  const matches = useMatches(typed.wanted, first && { neighbour, side })
  const commands = useMemo(() => typedCommands(editor, typed.wanted), [editor, typed.wanted])
  const match = matches[at]
  const chosen = match?.item
  const values = chosen ? readTypedValues(typed.properties, chosen) : NO_VALUES
  const usual = linkWords(neighbour, chosen, side, mode)
  const link: LinkWords = { ...usual, ...typed.link, label: typed.link.label || usual.label }

  const around = chosen?.frame ? enclosed(editor) : []
  const inside = chosen?.frame ? null : selectedFrame(editor)

  const type = (text: string) => {
    setQuery(text)
    setAt(0)
  }
  /** @param goesOn whether more follows beside the same shapes */
  const place = ({ item, synonym }: Match<Insertable>, { isLinked = true, goesOn = false } = {}) => {
    const own = readTypedValues(typed.properties, item)
    if (own.problem) return
    const shapes = beside.map(({ id }) => id).filter((id) => editor.getShape(id))
    const words = { synonym, label: typed.label, values: own.values, at: spot ?? undefined }
    const joined = { shapes, side, mode: isLinked ? mode : ('none' as const), words: typed.link }
    const options: InsertOptions = shapes.length > 0 ? { ...words, beside: joined } : words
    insert(editor, item, options)
    if (!goesOn) return closeDialog(editor)
    selectAgain(editor, beside)
    setSpot(null)
    setMode(null)
    type('')
  }
  /** What stands there in the list: the components, then the commands. */
  const pick = (index: number, how?: { isLinked: boolean; goesOn: boolean }) => {
    const [chosenMatch, command] = [matches[index], commands[index - matches.length]]
    if (chosenMatch) place(chosenMatch, how)
    else if (command) run(editor, command)
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
    const next = movedOption(key, at, matches.length + commands.length)
    if (next !== null) setAt(next)
    return next !== null
  }
  const act = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeDialog(editor)
    else if (event.key === 'Enter') pick(at, { isLinked: !event.altKey, goesOn: event.shiftKey })
    else if (event.key === 'Tab' && first) setMode(nextMode(link.mode, event.shiftKey ? -1 : 1))
    else return turn(event) || move(event)
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.nativeEvent.isComposing && act(event)) keepKey(event)
  }
  const shown = { beside, around, inside, chosen, matches, commands, at, side, link, values }
  return { ...shown, query, type, setAt, pick, onKeyDown }
}

function run(editor: Editor, { id }: TypedCommand): void {
  closeDialog(editor)
  runCommand(editor, id)
}

/** What is called like that; while nothing is typed, the likeliest beside the neighbour first. */
function useMatches(
  wanted: string,
  near: { neighbour: Insertable | undefined; side: Side } | undefined,
): Match<Insertable>[] {
  const neighbour = near?.neighbour
  const side = near?.side
  return useMemo(
    () => search(wanted === '' && side ? suggestBeside(neighbour, side) : insertables, wanted),
    [wanted, neighbour, side],
  )
}

/** The shapes that are still there, if any were. */
function selectAgain(editor: Editor, shapes: readonly TLShape[]): void {
  const ids = shapes.map(({ id }) => id).filter((id) => editor.getShape(id))
  if (ids.length > 0) editor.setSelectedShapes(ids)
}
