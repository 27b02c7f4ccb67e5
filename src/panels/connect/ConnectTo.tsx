import { useEditor, useValue } from 'tldraw'
import { boardDialog } from '../../canvas/boardDialog.ts'
import { InsertableSymbol } from '../../canvas/InsertableSymbol.tsx'
import { LinkSample } from '../../canvas/LinkSample.tsx'
import { linkSaid } from '../../canvas/linkSaid.ts'
import { KeyHint, Picker, type PickerOption } from '../../canvas/Picker.tsx'
import type { Match } from '../../canvas/search.ts'
import { Underlined } from '../../canvas/Underlined.tsx'
import type { Part } from './parts.ts'
import { useConnectTo } from './useConnectTo.ts'

/** The box that links components that are on the board; shown while it is asked for. */
export function ConnectTo() {
  const editor = useEditor()
  const isOpen = useValue('connect is open', () => boardDialog(editor).get() === 'connect', [editor])
  return isOpen ? <ConnectBox /> : null
}

function ConnectBox() {
  const { from, matches, at, link, query, type, setAt, pick, onKeyDown } = useConnectTo()
  const isFrom = from.length > 0
  return (
    <Picker
      title={isFrom ? 'Connect to a component' : 'Connect from a component'}
      placeholder={isFrom ? 'Connect to… (name: label)' : 'Connect from…'}
      query={query}
      options={matches.map(toOption)}
      at={at}
      none={isFrom ? 'No other component is called that.' : 'No component on the board is called that.'}
      context={
        isFrom && (
          <>
            <span>From</span>
            <b>{from.length === 1 ? from[0]?.name : `${from.length} shapes`}</b>
            <LinkSample mode={link.mode} />
            <span className="picker-said">{linkSaid(link)}</span>
            <kbd>Tab changes the link</kbd>
          </>
        )
      }
      footer={
        <>
          <KeyHint keys="↑↓">choose</KeyHint>
          <KeyHint keys="Enter">{isFrom ? 'link' : 'link from here'}</KeyHint>
          {isFrom && <KeyHint keys="name: #1 label ?">order, what flows, optional</KeyHint>}
        </>
      }
      onType={type}
      onPoint={setAt}
      onPick={pick}
      onKeyDown={onKeyDown}
    />
  )
}

function toOption({ item, synonym, ranges }: Match<Part>): PickerOption {
  return {
    id: item.id,
    symbol: item.insertable && <InsertableSymbol insertable={item.insertable} size={28} />,
    name: synonym === null ? <Underlined text={item.name} ranges={ranges} /> : item.name,
    detail: item.detail,
    code: '',
  }
}
