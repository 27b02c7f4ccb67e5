import type { KeyboardEvent } from 'react'
import { problems } from '../../../templates/problems/index.ts'
import { type Problem, TAGS } from '../../../templates/problems/problem.ts'
import { Button } from '../../look/Button.tsx'
import { type Filter, findProblems, type Tag } from './findProblems.ts'

interface ProblemFilterProps {
  filter: Filter
  shown: readonly Problem[]
  onChange: (filter: Filter) => void
  onSurprise: () => void
}

/** Beside the list: what to search for, which tags to keep, and the way to leave it to chance. */
export function ProblemFilter({ filter, shown, onChange, onSurprise }: ProblemFilterProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onChange({ ...filter, text: '' })
  }
  return (
    <aside className="list-margin" aria-label="Filter">
      <input
        type="search"
        className="list-search"
        aria-label="Find a problem"
        placeholder="Find a problem"
        autoComplete="off"
        spellCheck={false}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.target.value })}
        onKeyDown={onKeyDown}
      />
      <p role="status" className="list-count">
        {countText(shown.length)}
      </p>
      <Button disabled={shown.length === 0} onClick={onSurprise}>
        Surprise me
      </Button>
      <h2 id="problems-tags">Tags</h2>
      <ul className="list-ways" aria-labelledby="problems-tags">
        {TAGS.map((tag) => (
          <li key={tag}>
            <TagButton tag={tag} filter={filter} onChange={onChange} />
          </li>
        ))}
      </ul>
    </aside>
  )
}

function countText(count: number): string {
  if (count === problems.length) return `${count} problems`
  return count === 0 ? 'No problem is like that.' : `${count} of ${problems.length} problems`
}

interface TagButtonProps {
  tag: Tag
  filter: Filter
  onChange: (filter: Filter) => void
}

function TagButton({ tag, filter, onChange }: TagButtonProps) {
  const { text, tags } = filter
  const isChosen = tags.includes(tag)
  const others = tags.filter((other) => other !== tag)
  const withTag = { text, tags: [...others, tag] }
  const count = findProblems(problems, withTag).length
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      disabled={count === 0 && !isChosen}
      title={count === 0 ? 'No problem of those listed has it.' : undefined}
      onClick={() => onChange(isChosen ? { text, tags: others } : withTag)}
    >
      {tag}
      <span className="mono">{count}</span>
    </button>
  )
}
