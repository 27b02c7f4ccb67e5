import type { UsualLink } from '../../../shapes/catalog/kind.ts'
import { findInsertable } from '../../canvas/insertables.ts'
import { LinkSample } from '../../canvas/LinkSample.tsx'
import { LINK_MODES, type LinkMode } from '../../domain/kinds.ts'

const VERBS: Readonly<Record<LinkMode, string>> = {
  sync: 'calls',
  stream: 'streams to',
  batch: 'copies to',
  control: 'controls',
}

/** What a shape usually links to: a line for each mode. */
export function UsualLinks({ links }: { links: readonly UsualLink[] }) {
  const known = links.flatMap((link) => {
    const target = findInsertable(link.to)
    return target ? [{ ...link, name: target.name }] : []
  })
  return LINK_MODES.filter((mode) => known.some((link) => link.mode === mode)).map((mode) => (
    <div key={mode} className="shape-links">
      <h4>
        <span>Usually {VERBS[mode]}</span>
        <LinkSample mode={mode} />
        <span className="mono">{mode}</span>
      </h4>
      <ul>
        {known
          .filter((link) => link.mode === mode)
          .map(({ to, name, label }) => (
            <li key={to}>
              <a href={`/shapes#${to}`}>{name}</a> {label}
            </li>
          ))}
      </ul>
    </div>
  ))
}
