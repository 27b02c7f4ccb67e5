import { findDrill } from '../../../templates/drills/index.ts'
import { SECTIONS } from '../../domain/debrief/debriefMarkdown.ts'
import type { Advice } from '../../domain/debrief/practise.ts'

/** One or two things to do otherwise, and the drill that practises it where there is one. */
export function Practise({ advice }: { advice: readonly Advice[] }) {
  return (
    <section aria-labelledby="debrief-practise">
      <h2 id="debrief-practise">{SECTIONS.practise}</h2>
      <ul className="debrief-advice">
        {advice.map(({ rule, seen, instead, drill }) => (
          <li key={rule}>
            <dl>
              <dt>Seen</dt>
              <dd>{seen}</dd>
              <dt>Instead</dt>
              <dd>{instead}</dd>
            </dl>
            {drill && <Drill id={drill} />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Drill({ id }: { id: string }) {
  const drill = findDrill(id)
  if (!drill) return null
  return (
    <p className="debrief-drill">
      <span>
        <span>Practise</span>
        <b>{drill.title}</b>
      </span>
      <a className="button" href={`/drill/${id}`}>
        Start drill<span className="hidden-text">: {drill.title}</span>
      </a>
    </p>
  )
}
