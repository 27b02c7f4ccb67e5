import { Logo } from './Logo.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import './pageHead.css'

/** What stands above every page but a board: the way home, the other pages, the theme. */
export function PageHead({ current }: { current?: 'shapes' | 'problems' | 'drills' | 'progress' }) {
  return (
    <header className="page-head">
      <a className="page-home" href="/">
        <Logo />
        Drillboard
      </a>
      <nav aria-label="Pages">
        <a href="/shapes" aria-current={current === 'shapes' ? 'page' : undefined}>
          Shapes
        </a>
        <a href="/problems" aria-current={current === 'problems' ? 'page' : undefined}>
          Problems
        </a>
        <a href="/drill" aria-current={current === 'drills' ? 'page' : undefined}>
          Drills
        </a>
        <a href="/progress" aria-current={current === 'progress' ? 'page' : undefined}>
          Progress
        </a>
      </nav>
      <ThemeSwitch />
    </header>
  )
}
