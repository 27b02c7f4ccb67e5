import type { Problem } from '../../../templates/problems/problem.ts'
import { problemPath } from '../../rooms/address.ts'
import { Practise } from './Practise.tsx'

const LEVEL = { easier: 'Easier', medium: 'Medium', harder: 'Harder' } as const
const DEPTH = { full: 'full brief', compact: 'short brief' } as const

interface ProblemEntryProps {
  problem: Problem
  isOpen: boolean
  /** A run here has solved it. */
  isDone: boolean
}

/** One problem: what is read out and what it is about; open, also how to practise it. */
export function ProblemEntry({ problem, isOpen, isDone }: ProblemEntryProps) {
  const { id, code, title, prompt, level, depth, tags } = problem
  return (
    <article id={id} className="problem" aria-labelledby={`${id}-title`} data-open={isOpen || undefined}>
      <span className="problem-code mono">{code}</span>
      <div className="problem-words">
        <header>
          <h2 id={`${id}-title`}>
            <a href={problemPath(isOpen ? '' : id)} aria-expanded={isOpen}>
              {title}
            </a>
          </h2>
          <span className="problem-level">
            {LEVEL[level]}, {DEPTH[depth]}
            {isDone && ', done here'}
          </span>
        </header>
        <p className="problem-prompt">{prompt}</p>
        <p className="problem-tags">{tags.join(', ')}</p>
        {isOpen && <Practise problem={problem} />}
      </div>
    </article>
  )
}
