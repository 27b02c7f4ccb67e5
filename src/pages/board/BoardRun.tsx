import { Suspense } from 'react'
import { useEditor, useValue } from 'tldraw'
import { boardDialog, closeDialog, openDialog } from '../../canvas/boardDialog.ts'
import { Button } from '../../look/Button.tsx'
import { Icon } from '../../look/Icon.tsx'
import { later } from '../../look/later.tsx'
import { useSignal } from '../../look/useSignal.ts'
import type { RoomInfo } from '../../rooms/api.ts'
import type { RunHere } from '../../rooms/runHere.ts'

// Most boards are drawn without a clock.
const RunClock = later(
  () => import('../../panels/ribbon/RunClock.tsx').then((file) => file.RunClock),
  NotLoaded,
)
const RunRibbon = later(
  () => import('../../panels/ribbon/RunRibbon.tsx').then((file) => file.RunRibbon),
  NotLoaded,
)
const PlanRibbon = later(
  () => import('../../panels/ribbon/PlanRibbon.tsx').then((file) => file.PlanRibbon),
  NotLoaded,
)
const StartClock = later(
  () => import('../../panels/ribbon/StartClock.tsx').then((file) => file.StartClock),
  NotLoaded,
)

function NotLoaded() {
  return <p className="run-not-loaded">The clock did not load. Reload this page to try again.</p>
}

interface BoardRunProps {
  here: RunHere
  info: RoomInfo | null
}

/** The clock in the header, or the button that starts it. */
export function HeaderClock({ here, info }: BoardRunProps) {
  const editor = useEditor()
  const run = useSignal(here.run)
  const isStarting = useValue('clock is being started', () => boardDialog(editor).get() === 'start-clock', [
    editor,
  ])
  if (run === null) return null
  if (run.clock.startedAt !== null) {
    return (
      <Suspense fallback={null}>
        <RunClock here={here} />
      </Suspense>
    )
  }
  const { post } = here
  if (!post) return null
  return (
    <>
      <Button
        look="quiet"
        className="run-start"
        aria-keyshortcuts="; c"
        title="Start the clock (; C)"
        onClick={() => openDialog(editor, 'start-clock')}
      >
        <Icon name="clock" />
        <span>Start the clock</span>
      </Button>
      {isStarting && (
        <Suspense fallback={null}>
          <StartClock
            madeFor={madeFor(info)}
            onClose={() => closeDialog(editor)}
            onStart={(act) => {
              closeDialog(editor)
              post(act)
            }}
          />
        </Suspense>
      )}
    </>
  )
}

/** The ribbon below the header: of the run, or before it of the steps that the board was made for. */
export function BoardRibbon({ here, info }: BoardRunProps) {
  const run = useSignal(here.run)
  if (run !== null && run.clock.startedAt !== null) {
    return (
      <Suspense fallback={<Place />}>
        <RunRibbon here={here} />
      </Suspense>
    )
  }
  if (info === null || !hasSteps(info)) return null
  const { framework, minutes } = madeFor(info)
  return (
    <Suspense fallback={<Place />}>
      <PlanRibbon framework={framework} minutes={minutes} />
    </Suspense>
  )
}

/** Keeps the canvas where it will be. */
function Place() {
  return <div className="board-ribbon-place" />
}

/** Whether a board was made with the steps of a framework. */
export function hasSteps({ template, framework }: Pick<RoomInfo, 'template' | 'framework'>): boolean {
  return framework !== null || template === 'seven-steps'
}

function madeFor(info: RoomInfo | null) {
  const minutes = Number(info?.slot ?? Number.NaN)
  return {
    framework: info?.framework ?? null,
    minutes: Number.isInteger(minutes) && minutes > 0 ? minutes : null,
    isFixed: info?.mode === 'interview',
    hasFrames: info !== null && hasSteps(info),
    hasCurveBalls: info !== null && info.problem !== null && info.mode !== 'interview',
  }
}
