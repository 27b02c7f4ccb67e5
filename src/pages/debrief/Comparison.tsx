import type { TLRecord } from '@tldraw/tlschema'
import { useMemo } from 'react'
import { placeDesign } from '../../../templates/design/placeDesign.ts'
import type { DifferenceGroup } from '../../domain/debrief/groupDifferences.ts'
import type { Run } from '../../domain/pace/run.ts'
import { Button } from '../../look/Button.tsx'
import type { WholeBrief } from '../../rooms/brief.ts'
import { BoardPicture } from './BoardPicture.tsx'
import { BriefAnswers } from './BriefAnswers.tsx'
import type { Compared } from './useReference.ts'

interface ComparisonProps {
  whole: WholeBrief
  records: readonly TLRecord[]
  compared: Compared
  run: Run
}

/** One's own board and the reference side by side, what differs, and the problem's answers. */
export function Comparison({ whole, records, compared, run }: ComparisonProps) {
  const theirs = useMemo(() => placeDesign(whole.reference).records, [whole])
  return (
    <div className="comparison">
      <div className="comparison-boards">
        <figure>
          <figcaption>Yours</figcaption>
          <BoardPicture records={records} label="Your board" />
        </figure>
        <figure>
          <figcaption>The reference</figcaption>
          <BoardPicture records={theirs} label="The reference" />
        </figure>
      </div>
      {compared.problem !== null && <p>{compared.problem}</p>}
      {compared.differences && <Differences groups={compared.differences} />}
      {compared.isOld && (
        <p>
          The board was changed since it was compared. <Button onClick={compared.again}>Compare again</Button>
        </p>
      )}
      <BriefAnswers brief={whole.brief} run={run} />
    </div>
  )
}

function Differences({ groups }: { groups: readonly DifferenceGroup[] }) {
  if (groups.length === 0) return <p>The two designs say the same.</p>
  return (
    <>
      <p>The reference is one good answer, not the only one. “Theirs” is the reference.</p>
      <div className="comparison-groups">
        {groups.map(({ id, name, differences }) => (
          <section key={id} aria-labelledby={`comparison-${id}`}>
            <h3 id={`comparison-${id}`}>
              {name} <span className="mono">{differences.length}</span>
            </h3>
            <ul className="debrief-list">
              {differences.map(({ what, text, mine, theirs }) => (
                <li key={[what, text, ...mine.at, ...theirs.at].join(' ')}>{text}</li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}
