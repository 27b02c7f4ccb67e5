import { useEffect, useRef, useState } from 'react'
import { Button } from '../../look/Button.tsx'
import { Dialog } from '../../look/Dialog.tsx'
import { type Role, type RoomKey, type RoomLinks, readLinks } from '../../rooms/api.ts'
import { copyText } from './copyText.ts'
import { forOthers } from './forOthers.ts'
import './share.css'

const ROLES: readonly { role: Role; name: string; allows: string }[] = [
  { role: 'editor', name: 'Editor', allows: 'Draws with you and may share the board on.' },
  { role: 'observer', name: 'Observer', allows: 'Sees everything live and points at it, changes nothing.' },
  { role: 'interviewer', name: 'Interviewer', allows: 'Draws, and sees the brief, hints and notes.' },
  { role: 'candidate', name: 'Candidate', allows: 'Draws, sees prompt and clock.' },
  { role: 'owner', name: 'Owner', allows: 'Everything, as you. For your own other devices.' },
]

/** The links to a board, one for each role that this person may pass on, and how far they reach. */
export function ShareDialog({ board, onClose }: { board: RoomKey; onClose: () => void }) {
  const { room, token } = board
  const [answer, setAnswer] = useState<RoomLinks | Error | null>(null)
  useEffect(() => {
    let isCurrent = true
    readLinks({ room, token })
      .then((links) => isCurrent && setAnswer(links))
      .catch((error: Error) => isCurrent && setAnswer(error))
    return () => {
      isCurrent = false
    }
  }, [room, token])
  return (
    <Dialog title="Share this board" onClose={onClose} className="share">
      {answer instanceof Error && <p role="alert">{answer.message}</p>}
      {answer && !(answer instanceof Error) && <Links answer={answer} />}
    </Dialog>
  )
}

function Links({ answer }: { answer: RoomLinks }) {
  const { links, reach } = answer
  return (
    <>
      <p className="share-intro">
        Whoever has a link is in, without an account. Send one of these, not the address of your own page:
        that one lets others in as you.
      </p>
      <ul className="share-links">
        {ROLES.map(({ role, name, allows }) => {
          const link = links[role]
          return link && <RoleLink key={role} name={name} allows={allows} link={forOthers(link, reach)} />
        })}
      </ul>
      <Reach reach={reach} />
    </>
  )
}

function RoleLink({ name, allows, link }: { name: string; allows: string; link: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'by hand'>('ready')
  const field = useRef<HTMLInputElement>(null)

  async function copy() {
    const isCopied = await copyText(link)
    setState(isCopied ? 'copied' : 'by hand')
    if (!isCopied) field.current?.select()
  }

  return (
    <li>
      <div className="share-role">
        <h3>{name}</h3>
        <p>{allows}</p>
      </div>
      <div className="share-link">
        <input
          ref={field}
          className="mono"
          readOnly
          value={link}
          aria-label={`${name} link`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy} aria-label={`Copy the ${name.toLowerCase()} link`}>
          {state === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className="share-said" role="status">
        {state === 'by hand' && 'The browser refused to copy. The link is selected: copy it with Ctrl C.'}
      </p>
    </li>
  )
}

function Reach({ reach }: { reach: RoomLinks['reach'] }) {
  if (reach.localOnly) {
    return (
      <div className="share-reach">
        <h3>These links work on this machine only</h3>
        <p>
          The server listens to this machine alone. To let others in, stop it and start it with{' '}
          <code className="mono">{openStart()}</code>, then share again.
        </p>
        {reach.addresses.length > 0 && (
          <Addresses lead="In your network it will then be" addresses={reach.addresses} />
        )}
      </div>
    )
  }
  if (reach.addresses.length === 0) return null
  return (
    <div className="share-reach">
      <Addresses lead="In your network this server is" addresses={reach.addresses} />
    </div>
  )
}

/** The command that lets others in, on the port that is in use now. */
function openStart(): string {
  const { port } = window.location
  return port === '' || port === '3000' ? 'HOST=0.0.0.0 npm start' : `HOST=0.0.0.0 PORT=${port} npm start`
}

function Addresses({ lead, addresses }: { lead: string; addresses: readonly string[] }) {
  return (
    <p>
      {lead}{' '}
      {addresses.map((address, index) => (
        <span key={address}>
          {index > 0 && ', '}
          <code className="mono">{address}</code>
        </span>
      ))}
      .
    </p>
  )
}
