import { useState } from 'react'
import { saveFile } from '../../device/saveFile.ts'
import type { Debrief } from '../../domain/debrief/debrief.ts'
import { debriefMarkdown } from '../../domain/debrief/debriefMarkdown.ts'
import type { DifferenceGroup } from '../../domain/debrief/groupDifferences.ts'
import { clockText, plannedText } from '../../domain/pace/clockText.ts'
import { Button } from '../../look/Button.tsx'
import { Logo } from '../../look/Logo.tsx'
import { ThemeSwitch } from '../../look/ThemeSwitch.tsx'
import { copyText } from '../../panels/share/copyText.ts'
import { boardPath } from '../../rooms/address.ts'
import type { RoomKey } from '../../rooms/api.ts'

interface DebriefHeadProps {
  board: RoomKey
  debrief: Debrief
  differences: readonly DifferenceGroup[] | null
}

/** Which run this is, and what can be done with its debrief. */
export function DebriefHead({ board: { room, token }, debrief, differences }: DebriefHeadProps) {
  const [said, setSaid] = useState('')
  const copy = async () => {
    const isCopied = await copyText(debriefMarkdown(debrief, differences))
    setSaid(isCopied ? 'Copied.' : 'This browser did not let it be copied: download it.')
  }
  const download = () => {
    const title = `${debrief.title || 'Untitled board'} debrief`
    saveFile(debriefMarkdown(debrief, differences), { title, ending: 'md', type: 'text/markdown' })
  }
  return (
    <header className="debrief-head">
      <a className="debrief-home" href="/" aria-label="Drillboard, start page">
        <Logo />
      </a>
      <p className="debrief-title">
        <b>{debrief.title || 'Untitled board'}</b>
        <span>{aboutRun(debrief)}</span>
      </p>
      <div className="debrief-actions">
        <span role="status">{said}</span>
        <a className="button button-quiet" href={boardPath(room, token)}>
          Open the board
        </a>
        <Button onClick={copy}>Copy as Markdown</Button>
        <Button onClick={download}>Download Markdown</Button>
        <ThemeSwitch />
      </div>
    </header>
  )
}

const MODES = { free: 'Run', solo: 'Alone', interview: 'Interview' } as const

/** `Alone, 25 Nov 2026, 42:10 of 45 min, Seven steps` */
function aboutRun({ mode, startedAt, elapsedMs, slotMs, framework, isStrict, pausedMs }: Debrief): string {
  const day = new Date(startedAt).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const words = [MODES[mode], day, `${clockText(elapsedMs)} of ${plannedText(slotMs)} min`, framework]
  if (isStrict) words.push('strict')
  if (pausedMs >= 1000) words.push(`paused for ${clockText(pausedMs)}`)
  return words.join(', ')
}
