import { react } from '@tldraw/state'
import { useEffect, useMemo, useState } from 'react'
import type { Editor } from 'tldraw'
import { boardSays } from '../../../shapes/shared/boardSays.ts'
import { openDialog } from '../../canvas/boardDialog.ts'
import { clockControl } from '../../canvas/clockControl.ts'
import type { RunAct } from '../../domain/pace/runAct.ts'
import { me } from '../../panels/people/person.ts'
import type { Role, RoomInfo, RoomKey } from '../../rooms/api.ts'
import type { RunEvents } from '../../rooms/runEvents.ts'
import type { RunHere } from '../../rooms/runHere.ts'
import type { OpenedRun } from './openedRun.ts'

export interface RunOptions {
  readonly link: RoomKey
  readonly role: Role
  /** Null until the server has said it. */
  readonly info: RoomInfo | null
  readonly editor: Editor | null
  /** The server has closed the board: its clock is only looked at. */
  readonly isClosed: boolean
}

/** The run of a board, followed while the board is shown; null before that. */
export function useRun({ link, role, info, editor, isClosed }: RunOptions): RunHere | null {
  const opened = useOpened(link, role)
  const mode = info?.mode ?? null
  const hasProblem = info !== null && info.problem !== null
  const here = useMemo(
    () => opened && hereOf(opened, { room: link.room, token: link.token }, role, isClosed),
    [opened, link.room, link.token, role, isClosed],
  )
  useEffect(() => {
    return opened && here && editor ? controlClock(editor, here, opened) : undefined
  }, [opened, here, editor])
  useEffect(() => {
    return opened?.events && editor ? sayRefusals(editor, opened.events) : undefined
  }, [opened, editor])
  useEffect(() => {
    return opened && here && editor ? opened.sayDue(editor, here, hasProblem) : undefined
  }, [opened, here, editor, hasProblem])
  useEffect(() => {
    return opened && here && editor ? opened.showActiveStep(editor, here) : undefined
  }, [opened, here, editor])
  const isCandidate = worksThere(role, mode)
  useEffect(() => {
    if (!opened || !here?.post || !editor || !isCandidate) return undefined
    return opened.followEdits(editor, here.run, here.post)
  }, [opened, here, editor, isCandidate])
  useEffect(() => {
    if (!opened || !editor || !info) return undefined
    const title = () => editor.getDocumentSettings().name || info.title
    return opened.keepFinished(opened.run, { info, role, title })
  }, [opened, editor, info, role])
  return here
}

/** Comes after the board: what it is made of would hold the board up. */
function useOpened({ room, token }: RoomKey, role: Role): OpenedRun | null {
  const [opened, setOpened] = useState<OpenedRun | null>(null)
  useEffect(() => {
    let isCurrent = true
    let close = () => {}
    void import('./openedRun.ts').then(
      ({ openedRun }) => {
        if (!isCurrent) return
        const run = openedRun({ room, token }, role)
        close = run.close
        setOpened(run)
      },
      // The board is whole without its clock, which a reload brings.
      () => {},
    )
    return () => {
      isCurrent = false
      close()
    }
  }, [room, token, role])
  return opened
}

function hereOf({ run, events }: OpenedRun, board: RoomKey, role: Role, isClosed: boolean): RunHere {
  const mayPost = events !== null && !isClosed
  return {
    board,
    run: run.run,
    serverNow: run.serverNow,
    waiting: events?.waiting ?? null,
    mayExtend: role !== 'candidate',
    mayHost: role === 'owner' || role === 'interviewer',
    post: mayPost ? (act) => events.post({ ...act, person: personHere() }) : null,
  }
}

function personHere() {
  const { id, name } = me.get()
  return { id, name }
}

/** Whose edits say where the run is: in an interview its candidate's, else everybody's who draws. */
function worksThere(role: Role, mode: RoomInfo['mode'] | null): boolean {
  if (role === 'owner') return mode === 'free' || mode === 'solo'
  return role === 'editor' || role === 'candidate'
}

/** Lets our keys turn the clock. Returns how to stop. */
function controlClock(editor: Editor, here: RunHere, opened: OpenedRun): (() => void) | undefined {
  const { run, post } = here
  if (!post) return undefined
  const control = clockControl(editor)
  control.set({
    turn() {
      const clock = run.get()?.clock
      if (!clock) return
      if (clock.startedAt === null) openDialog(editor, 'start-clock')
      else post({ type: clock.isPaused ? 'resume' : 'pause' })
    },
    hint() {
      void opened.takeHint(here).then((problem) => {
        if (problem !== null) boardSays(editor).set(problem)
      })
    },
    choose(step) {
      const clock = run.get()?.clock
      const isOpen = clock && clock.startedAt !== null && clock.finishedAt === null
      const isThere = clock?.parts.some(({ place }) => place === step)
      if (isOpen && isThere && clock.active !== step) post({ type: 'step', step })
    },
  })
  return () => control.set(null)
}

/** Where an edit was is no wish of anybody's: that it did not count need not be said. */
const UNSAID: ReadonlySet<RunAct['type']> = new Set(['edit'])

function sayRefusals(editor: Editor, { refused }: RunEvents): () => void {
  return react('say what a run refused', () => {
    const last = refused.get()
    if (last && !UNSAID.has(last.event.type as RunAct['type'])) boardSays(editor).set(last.reason)
  })
}
