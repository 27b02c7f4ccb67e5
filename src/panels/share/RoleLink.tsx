import { useEffect, useRef, useState } from 'react'
import { Button } from '../../look/Button.tsx'
import { copyText } from './copyText.ts'
import { type Change, LinkChange } from './LinkChange.tsx'
import type { RoleWords } from './roles.ts'
import { noLinkWords, untilWords } from './untilWords.ts'
import type { LinksHere } from './useLinks.ts'

interface RoleLinkProps {
  words: RoleWords
  /** null: the role has none. */
  link: string | null
  /** Until when it opens, ms since 1970; 0: it was taken back. */
  until: number | undefined
  /** How to change it; null for those who may not. */
  change: Pick<LinksHere, 'replace' | 'takeBack'> | null
  /** What was done with it just now. */
  said: string
  onSaid: (text: string) => void
}

/** A role, what it allows and its link, to copy and, for the owner, to change. */
export function RoleLink({ words, link, until, change, said, onSaid }: RoleLinkProps) {
  const { role, name, allows } = words
  const [asked, setAsked] = useState<Change | null>(null)
  const item = useRef<HTMLLIElement>(null)
  const next = useRef<string | null>(null)
  // The button that had the focus is gone: the one that takes its place gets it.
  useEffect(() => {
    if (asked !== null || next.current === null) return
    item.current?.querySelector<HTMLElement>(next.current)?.focus()
    next.current = null
  })

  function end(focus: string, text = '') {
    next.current = focus
    onSaid(text)
    setAsked(null)
  }
  async function carryOut(what: Change, days: number | null) {
    if (what === 'take back') await change?.takeBack(role)
    else await change?.replace(role, days)
    if (what === 'take back') end('[data-change]', 'It stopped just now.')
    else end('.share-copy', role === 'owner' ? DONE_OWN : DONE)
  }

  return (
    <li ref={item}>
      <div className="share-role">
        <div>
          <h3>{name}</h3>
          <p>{allows}</p>
        </div>
        {change && !asked && <Changes words={words} hasLink={link !== null} onAsk={setAsked} />}
      </div>
      {link ? (
        <CopyLink key={link} name={name} link={link} />
      ) : (
        <p className="share-none">{noLinkWords(until ?? 0, Date.now())}</p>
      )}
      <p className="share-said">
        {link && until !== undefined && `Opens until ${untilWords(until, Date.now())}. `}
        <span role="status">{said}</span>
      </p>
      {asked && (
        <LinkChange
          name={name}
          what={asked}
          onCancel={() => end(`[data-change="${asked}"]`)}
          onDone={(days) => carryOut(asked, days)}
        />
      )}
    </li>
  )
}

const DONE_OWN = 'This is the new link, and this browser goes on with it.'
const DONE = 'This is the new link. Send it to those who should be in.'

function CopyLink({ name, link }: { name: string; link: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'by hand'>('ready')
  const field = useRef<HTMLInputElement>(null)

  async function copy() {
    const isCopied = await copyText(link)
    setState(isCopied ? 'copied' : 'by hand')
    if (!isCopied) field.current?.select()
  }

  return (
    <>
      <div className="share-link">
        <input
          ref={field}
          className="mono"
          readOnly
          value={link}
          aria-label={`${name} link`}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button className="share-copy" onClick={copy} aria-label={`Copy the ${name.toLowerCase()} link`}>
          {state === 'copied' ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p className="share-said" role="status">
        {state === 'by hand' && 'The browser refused to copy. The link is selected: copy it with Ctrl C.'}
      </p>
    </>
  )
}

interface ChangesProps {
  words: RoleWords
  hasLink: boolean
  onAsk: (change: Change) => void
}

function Changes({ words: { role, name }, hasLink, onAsk }: ChangesProps) {
  const what = name.toLowerCase()
  if (!hasLink) {
    return (
      <Button data-change="make" aria-label={`Make a link for the ${what}`} onClick={() => onAsk('make')}>
        Make a link
      </Button>
    )
  }
  return (
    <div className="share-changes">
      <Button
        look="quiet"
        data-change="replace"
        aria-label={`Replace link of the ${what}`}
        onClick={() => onAsk('replace')}
      >
        Replace link
      </Button>
      {role !== 'owner' && (
        <Button
          look="quiet"
          data-change="take back"
          aria-label={`Take back the ${what} link`}
          onClick={() => onAsk('take back')}
        >
          Take back
        </Button>
      )}
    </div>
  )
}
