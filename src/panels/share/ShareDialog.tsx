import { useState } from 'react'
import { Dialog } from '../../look/Dialog.tsx'
import type { Role, RoomKey, RoomLinks } from '../../rooms/api.ts'
import { forOthers } from './forOthers.ts'
import { Reach } from './Reach.tsx'
import { RoleLink } from './RoleLink.tsx'
import { ROLE_WORDS } from './roles.ts'
import { type LinksHere, useLinks } from './useLinks.ts'
import './share.css'

interface ShareDialogProps {
  board: RoomKey
  role: Role
  /** Takes a new link for this tab. */
  goOnWith: (obtain: () => Promise<string>) => Promise<void>
  onClose: () => void
}

/**
 * The links to a board, one for each role that this person may pass on, and how far they reach. Its owner also
 * replaces them and takes them back.
 */
export function ShareDialog({ board, role, goOnWith, onClose }: ShareDialogProps) {
  const here = useLinks(board, role, goOnWith)
  return (
    <Dialog title="Share this board" onClose={onClose} className="share">
      {here.error && <p role="alert">{here.error}</p>}
      {!here.error && here.links && <Links here={here} links={here.links} isOwner={role === 'owner'} />}
    </Dialog>
  )
}

function Links({ here, links, isOwner }: { here: LinksHere; links: RoomLinks; isOwner: boolean }) {
  const { until, reach } = links
  const [said, setSaid] = useState<{ role: Role; text: string } | null>(null)
  const rows = ROLE_WORDS.filter(({ role }) => links.links[role] || (isOwner && until[role] !== undefined))
  return (
    <>
      <p className="share-intro">
        Whoever has a link is in, without an account. Send one of these, not the address of your own page:
        that one lets others in as you.
      </p>
      <ul className="share-links">
        {rows.map((words) => {
          const link = links.links[words.role]
          return (
            <RoleLink
              key={words.role}
              words={words}
              link={link ? forOthers(link, reach) : null}
              until={until[words.role]}
              change={isOwner ? here : null}
              said={said?.role === words.role ? said.text : ''}
              onSaid={(text) => setSaid({ role: words.role, text })}
            />
          )
        })}
      </ul>
      <Reach reach={reach} />
    </>
  )
}
