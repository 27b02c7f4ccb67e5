import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { useNarrowerThan } from './useWidth.ts'

const LEFT_FOLDS_BELOW_PX = 1100
const RIGHT_FOLDS_BELOW_PX = 1220

/** Whether a panel is folded: by the window's width, until somebody decides otherwise. */
function useFold(foldsBelow: number, isOpened = false) {
  const isNarrow = useNarrowerThan(foldsBelow)
  const [chosen, setChosen] = useState<{ isNarrow: boolean; isFolded: boolean } | null>(
    isOpened ? { isNarrow, isFolded: false } : null,
  )
  const isFolded = chosen?.isNarrow === isNarrow ? chosen.isFolded : isNarrow
  return { isFolded, toggle: () => setChosen({ isNarrow, isFolded: !isFolded }) }
}

/** What one draws with, left of the canvas; 44 px wide when folded. */
export function LeftPanel({ children }: { children: (isFolded: boolean) => ReactNode }) {
  const { isFolded, toggle } = useFold(LEFT_FOLDS_BELOW_PX)
  return (
    <aside
      className={isFolded ? 'board-left board-folded' : 'board-left'}
      data-side="palette"
      aria-label="Components"
    >
      <div className="board-left-body">{children(isFolded)}</div>
      <div className="board-left-foot">
        <Button
          look="icon"
          className="board-fold"
          aria-expanded={!isFolded}
          aria-label={isFolded ? 'Unfold the components' : 'Fold the components'}
          title={isFolded ? 'Unfold the components (; P)' : 'Fold the components'}
          onClick={toggle}
        >
          <Icon name={isFolded ? 'right' : 'left'} />
        </Button>
      </div>
    </aside>
  )
}

export interface Tab {
  readonly id: string
  readonly name: string
  readonly body: ReactNode
}

interface RightPanelProps {
  tabs: readonly [Tab, ...Tab[]]
  isReadonly: boolean
  /** Shown until somebody chooses another one; absent: the first. */
  usual?: string
  /** It begins unfolded, however narrow the window is. */
  isOpened?: boolean
}

/** What one reads and fills in, right of the canvas, by tabs. */
export function RightPanel({ tabs, isReadonly, usual, isOpened }: RightPanelProps) {
  const { isFolded, toggle } = useFold(RIGHT_FOLDS_BELOW_PX, isOpened)
  const [chosen, setChosen] = useState<string | null>(null)
  const panel = useRef<HTMLElement>(null)
  const settled = useSettled(usual, panel)
  const id = useId()
  const called = (name: string | null | undefined) => tabs.find((tab) => tab.id === name)
  const current = called(chosen) ?? called(settled) ?? tabs[0]
  const fold = (
    <Button
      look="icon"
      className="board-fold"
      aria-expanded={!isFolded}
      aria-label={isFolded ? 'Unfold the panel' : 'Fold the panel'}
      title={isFolded ? 'Unfold the panel (; I)' : 'Fold the panel'}
      onClick={toggle}
    >
      <Icon name={isFolded ? 'left' : 'right'} />
    </Button>
  )
  if (isFolded) {
    return (
      <aside className="board-right board-folded" data-side="inspector" aria-label="Properties">
        {fold}
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            className="board-tab-upright"
            data-tab={tab.id}
            onClick={() => {
              setChosen(tab.id)
              toggle()
            }}
          >
            {tab.name}
          </button>
        ))}
      </aside>
    )
  }
  return (
    <aside ref={panel} className="board-right" data-side="inspector" aria-label="Properties">
      <div className="board-tabs">
        <TabList id={id} tabs={tabs} chosen={current.id} onChoose={setChosen} />
        {fold}
      </div>
      <div
        className="board-tab-body"
        id={`${id}-body`}
        role="tabpanel"
        aria-labelledby={`${id}-${current.id}`}
        // With nothing in it to fill in, it is scrolled by key only if it takes the focus itself.
        tabIndex={isReadonly ? 0 : undefined}
      >
        {current.body}
      </div>
    </aside>
  )
}

/** What is usual now, once nobody works in the panel: a tab is not changed under their hands. */
function useSettled(usual: string | undefined, panel: RefObject<HTMLElement | null>): string | undefined {
  const [settled, setSettled] = useState(usual)
  useEffect(() => {
    const isFree = () => !panel.current?.contains(document.activeElement)
    const settle = () => isFree() && setSettled(usual)
    settle()
    document.addEventListener('focusin', settle)
    return () => document.removeEventListener('focusin', settle)
  }, [usual, panel])
  return settled
}

interface TabListProps {
  id: string
  tabs: readonly Tab[]
  chosen: string
  onChoose: (id: string) => void
}

function TabList({ id, tabs, chosen, onChoose }: TabListProps) {
  return (
    <div className="board-tab-list" role="tablist">
      {tabs.map((tab, index) => (
        <button
          key={tab.id}
          id={`${id}-${tab.id}`}
          type="button"
          role="tab"
          data-tab={tab.id}
          aria-selected={tab.id === chosen}
          aria-controls={`${id}-body`}
          tabIndex={tab.id === chosen ? 0 : -1}
          onClick={() => onChoose(tab.id)}
          onKeyDown={(event) => {
            const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
            const next = tabs.at((index + step + tabs.length) % tabs.length)
            if (step === 0 || !next) return
            onChoose(next.id)
            document.getElementById(`${id}-${next.id}`)?.focus()
          }}
        >
          {tab.name}
        </button>
      ))}
    </div>
  )
}
