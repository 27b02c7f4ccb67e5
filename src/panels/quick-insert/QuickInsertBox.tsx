import type { TLShape } from 'tldraw'
import { nameOf } from '../../canvas/boardShapes.ts'
import { InsertableSymbol } from '../../canvas/InsertableSymbol.tsx'
import type { Insertable } from '../../canvas/insertables.ts'
import { LinkSample } from '../../canvas/LinkSample.tsx'
import { linkDirection } from '../../canvas/linkDirection.ts'
import { KeyHint, Picker, type PickerOption } from '../../canvas/Picker.tsx'
import type { Side } from '../../canvas/place.ts'
import type { Match } from '../../canvas/search.ts'
import { Underlined } from '../../canvas/Underlined.tsx'
import type { LinkMode } from '../../domain/kinds.ts'
import { useQuickInsert } from './useQuickInsert.ts'

export function QuickInsertBox() {
  const { beside, around, inside, chosen, matches, at, side, link, query, type, setAt, place, onKeyDown } =
    useQuickInsert()
  const isLinked = beside.length > 0 && !chosen?.frame
  return (
    <Picker
      title="Insert a component"
      placeholder="Type a name or a code"
      query={query}
      options={matches.map(toOption)}
      at={at}
      none="No component is called that."
      context={
        (isLinked && <Context beside={beside} side={side} mode={link.mode} />) ||
        (around.length > 0 && <Framed word="Around" shapes={around} />) ||
        (inside && <Framed word="Inside" shapes={[inside]} />)
      }
      footer={<Footer isLinked={isLinked} />}
      onType={type}
      onPoint={setAt}
      onPick={(index) => {
        const match = matches[index]
        if (match) place(match)
      }}
      onKeyDown={onKeyDown}
    />
  )
}

function toOption({ item, synonym, ranges }: Match<Insertable>): PickerOption {
  const isByName = synonym === null
  return {
    id: item.id,
    symbol: <InsertableSymbol insertable={item} size={28} />,
    name: isByName ? <Underlined text={item.name} ranges={ranges} /> : item.name,
    detail: isByName ? (
      item.purpose
    ) : (
      <>
        <Underlined text={synonym} ranges={ranges} />
        {` · ${item.purpose}`}
      </>
    ),
    code: item.code,
  }
}

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  right: 'Right of',
  left: 'Left of',
  down: 'Below',
  up: 'Above',
}

function Context({ beside, side, mode }: { beside: readonly TLShape[]; side: Side; mode: LinkMode }) {
  return (
    <>
      <span>{SIDE_WORDS[side]}</span>
      <b>{namesOf(beside)}</b>
      <span>joined by</span>
      <LinkSample mode={mode} isReversed={linkDirection(side) === 'in'} />
      <span>{mode}</span>
      <kbd>Tab changes the link</kbd>
    </>
  )
}

/** What a frame will be drawn around, or the frame that something goes into. */
function Framed({ word, shapes }: { word: string; shapes: readonly TLShape[] }) {
  return (
    <>
      <span>{word}</span>
      <b>{namesOf(shapes)}</b>
    </>
  )
}

function namesOf(shapes: readonly TLShape[]): string {
  const [first] = shapes
  return shapes.length === 1 && first ? nameOf(first) : `${shapes.length} shapes`
}

function Footer({ isLinked }: { isLinked: boolean }) {
  return (
    <>
      <KeyHint keys="↑↓">choose</KeyHint>
      <KeyHint keys="Enter">place</KeyHint>
      {isLinked && <KeyHint keys="Alt+Enter">unlinked</KeyHint>}
      {isLinked && <KeyHint keys="Alt+←↓↑→">side</KeyHint>}
    </>
  )
}
