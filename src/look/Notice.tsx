import type { ReactNode } from 'react'
import { Logo } from './Logo.tsx'
import './notice.css'

/** A whole page that says one thing, with a way home. */
export function Notice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="notice">
      <Logo size={32} />
      <h1>{title}</h1>
      <p>{children}</p>
      <a className="button" href="/">
        Go to the start page
      </a>
    </main>
  )
}
