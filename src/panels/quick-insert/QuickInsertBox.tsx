import type { TLShape } from 'tldraw'
import { nameOf } from '../../canvas/boardShapes.ts'
import type { LinkWords } from '../../canvas/connect.ts'
import { InsertableSymbol } from '../../canvas/InsertableSymbol.tsx'
import type { Insertable } from '../../canvas/insertables.ts'
import { LinkSample } from '../../canvas/LinkSample.tsx'
import { linkDirection } from '../../canvas/linkDirection.ts'
import { linkSaid } from '../../canvas/linkSaid.ts'
import { KeyHint, Picker, type PickerOption } from '../../canvas/Picker.tsx'
import type { Side } from '../../canvas/place.ts'
import type { Match } from '../../canvas/search.ts'
import { Underlined } from '../../canvas/Underlined.tsx'
import { Icon } from '../../look/Icon.tsx'
import { keysOf, type TypedCommand } from './typedCommands.ts'
import { useQuickInsert } from './useQuickInsert.ts'

export function QuickInsertBox() {
  const quick = useQuickInsert()
  const { beside, around, inside, chosen, matches, commands, at, side, link, values } = quick
  const isLinked = beside.length > 0 && !chosen?.frame && !chosen?.card
  return (
    <Picker
      title="Insert a component"
      placeholder="Name or code: label; p99 5; > what flows"
      query={quick.query}
      options={[...matches.map(toOption), ...commands.map(commandOption)]}
      at={at}
      none="No component is called that."
      context={
        (values.problem && <span className="picker-problem">{values.problem}</span>) ||
        (isLinked && <Context beside={beside} side={side} link={link} said={values.said} />) ||
        (values.said.length > 0 && <span className="picker-said">{values.said.join(' · ')}</span>) ||
        (around.length > 0 && <Framed word="Around" shapes={around} />) ||
        (inside && <Framed word="Inside" shapes={[inside]} />)
      }
      footer={<Footer isLinked={isLinked} />}
      onType={quick.type}
      onPoint={quick.setAt}
      onPick={(index) => quick.pick(index)}
      onKeyDown={quick.onKeyDown}
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

function commandOption(command: TypedCommand): PickerOption {
  const { id, name, purpose } = command
  return { id, symbol: <Icon name="copy" size={20} />, name, detail: purpose, code: keysOf(command) }
}

const SIDE_WORDS: Readonly<Record<Side, string>> = {
  right: 'Right of',
  left: 'Left of',
  down: 'Below',
  up: 'Above',
}

interface ContextProps {
  beside: readonly TLShape[]
  side: Side
  link: LinkWords
  said: readonly string[]
}

function Context({ beside, side, link, said }: ContextProps) {
  const isReversed = linkDirection(side) === 'in'
  return (
    <>
      <span>{SIDE_WORDS[side]}</span>
      <b>{namesOf(beside)}</b>
      <LinkSample mode={link.mode} isReversed={isReversed} />
      <span className="picker-said">{[linkSaid(link), ...said].join(' · ')}</span>
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
      <KeyHint keys="Enter">place</KeyHint>
      <KeyHint keys="⇧Enter">and go on</KeyHint>
      {isLinked && <KeyHint keys="Alt+Enter">unlinked</KeyHint>}
      {isLinked && <KeyHint keys="Alt+←↓↑→">side</KeyHint>}
      {isLinked && <KeyHint keys="Tab">link</KeyHint>}
      <KeyHint keys=":">label</KeyHint>
      <KeyHint keys=";">p99 5</KeyHint>
      {isLinked && <KeyHint keys="; >">#1 what flows ?</KeyHint>}
    </>
  )
}
