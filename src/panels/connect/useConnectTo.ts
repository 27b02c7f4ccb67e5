import { type KeyboardEvent, useMemo, useState } from 'react'
import { useEditor } from 'tldraw'
import { closeDialog } from '../../canvas/boardDialog.ts'
import { connect, type LinkWords, nextMode } from '../../canvas/connect.ts'
import { besideSelection, linkWords } from '../../canvas/insert.ts'
import { keepKey, movedOption } from '../../canvas/options.ts'
import { readTypedLink } from '../../canvas/quickWords.ts'
import { search } from '../../canvas/search.ts'
import type { LinkMode } from '../../domain/kinds.ts'
import { type Part, partOf, partsNear } from './parts.ts'

/** What is typed and chosen in connect-to, and what its keys do. */
export function useConnectTo() {
  const editor = useEditor()
  const [from, setFrom] = useState<readonly Part[]>(() =>
    besideSelection(editor).map((shape) => partOf(editor, shape)),
  )
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [chosenMode, setMode] = useState<LinkMode | null>(null)
  const [wanted = '', ...afterColon] = query.split(':')
  const typed = readTypedLink(afterColon.join(':'))
  const matches = useMemo(() => {
    const ids = from.map(({ id }) => id)
    return search(partsNear(editor, ids), wanted)
  }, [editor, from, wanted])
  const target = matches[at]?.item
  const [first] = from
  const words = linkWords(first?.insertable, target?.insertable, 'right', chosenMode)
  const link: LinkWords = { ...words, ...typed, label: typed.label || words.label }

  const type = (text: string) => {
    setQuery(text)
    setAt(0)
  }
  const pick = (index: number) => {
    const to = matches[index]?.item
    if (!to) return
    if (from.length === 0) {
      setFrom([to])
      type('')
      return
    }
    editor.markHistoryStoppingPoint('connect')
    for (const { id, insertable } of from) {
      const usual = linkWords(insertable, to.insertable, 'right', chosenMode)
      connect(editor, id, to.id, { ...usual, ...typed, label: typed.label || usual.label })
    }
    closeDialog(editor)
  }
  const act = ({ key, shiftKey }: KeyboardEvent) => {
    const next = movedOption(key, at, matches.length)
    if (key === 'Escape') closeDialog(editor)
    else if (key === 'Enter') pick(at)
    else if (key === 'Tab' && first) setMode(nextMode(words.mode, shiftKey ? -1 : 1))
    else if (next !== null) setAt(next)
    else return false
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.nativeEvent.isComposing && act(event)) keepKey(event)
  }
  return { from, matches, at, link, query, type, setAt, pick, onKeyDown }
}
