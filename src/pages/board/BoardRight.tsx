import { Suspense } from 'react'
import { type Editor, useValue } from 'tldraw'
import { WithEditor } from '../../canvas/WithEditor.tsx'
import { later } from '../../look/later.tsx'
import { RightPanel, type Tab } from '../../look/SidePanel.tsx'
import { Inspector } from '../../panels/inspector/Inspector.tsx'
import type { RoomInfo } from '../../rooms/api.ts'
import type { RunHere } from '../../rooms/runHere.ts'
import { hasSteps } from './BoardRun.tsx'

// Most boards are drawn without a clock.
const PromptsPanel = later(
  () => import('../../panels/prompts/PromptsPanel.tsx').then((file) => file.PromptsPanel),
  NotLoaded,
)

function NotLoaded() {
  return <p className="run-not-loaded">The prompts did not load. Reload this page to try again.</p>
}

interface BoardRightProps {
  editor: Editor | null
  here: RunHere | null
  info: RoomInfo | null
  isReadonly: boolean
}

/** The right panel: while a run is on it begins with what the step asks, else with the selection. */
export function BoardRight({ editor, here, info, isReadonly }: BoardRightProps) {
  const clock = useValue('clock', () => here?.run.get()?.clock ?? null, [here])
  const isStarted = clock !== null && clock.startedAt !== null
  const inspector: Tab = {
    id: 'inspector',
    name: 'Inspector',
    body: (
      <WithEditor editor={editor}>
        <Inspector />
      </WithEditor>
    ),
  }
  const hasPrompts = here !== null && (isStarted || (info !== null && hasSteps(info)))
  const tabs: readonly [Tab, ...Tab[]] = hasPrompts
    ? [promptsTab(editor, here, info), inspector]
    : [inspector]
  const usual = isStarted && clock.finishedAt === null ? 'prompts' : 'inspector'
  return <RightPanel tabs={tabs} usual={usual} isReadonly={isReadonly} />
}

function promptsTab(editor: Editor | null, here: RunHere, info: RoomInfo | null): Tab {
  const body = (
    <WithEditor editor={editor}>
      <Suspense fallback={null}>
        <PromptsPanel
          here={here}
          framework={info?.framework ?? null}
          hasProblem={info !== null && info.problem !== null}
        />
      </Suspense>
    </WithEditor>
  )
  return { id: 'prompts', name: 'Prompts', body }
}
