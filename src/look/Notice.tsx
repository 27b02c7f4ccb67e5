import type { ReactNode } from 'react'
import { Logo } from './Logo.tsx'
import './notice.css'

interface NoticeProps {
  title: string
  children: ReactNode
  /** What helps, before the way home. */
  actions?: ReactNode
}

/** A whole page that says one thing, with a way home. */
export function Notice({ title, children, actions }: NoticeProps) {
  return (
    <main className="notice">
      <Logo size={32} />
      <h1>{title}</h1>
      <p>{children}</p>
      <div className="notice-actions">
        {actions}
        <a className="button" href="/">
          Go to the start page
        </a>
      </div>
    </main>
  )
}
