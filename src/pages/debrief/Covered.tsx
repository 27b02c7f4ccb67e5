import type { Debrief, DebriefPart } from '../../domain/debrief/debrief.ts'
import { SECTIONS } from '../../domain/debrief/debriefMarkdown.ts'
import { Icon } from '../../look/Icon.tsx'

/** Per step: what of the checklist was ticked, and what of its artefacts is on the board. */
export function Covered({ debrief: { parts } }: { debrief: Debrief }) {
  const steps = parts.filter(({ prompts, artefacts }) => prompts.length + artefacts.length > 0)
  return (
    <section aria-labelledby="debrief-covered">
      <h2 id="debrief-covered">What was covered</h2>
      {steps.length === 0 && <p>The steps of this run ask for nothing that could be looked up here.</p>}
      <ul className="debrief-steps">
        {steps.map((part) => (
          <CoveredStep key={part.place} part={part} />
        ))}
      </ul>
    </section>
  )
}

function CoveredStep({ part: { place, name, prompts, artefacts } }: { part: DebriefPart }) {
  const open = prompts.filter(({ isTicked }) => !isTicked)
  const done = prompts.length - open.length
  return (
    <li>
      <b className="debrief-number">{place}</b>
      <div>
        <h3>{name}</h3>
        <ul className="debrief-artefacts" aria-label={`${SECTIONS.board}: ${name}`}>
          {artefacts.map(({ name: artefact, state }) => (
            <li key={artefact} className={`artefact-${state}`}>
              {state === 'present' ? <Icon name="check" size={12} /> : <span className="artefact-mark" />}
              {artefact}
              {state !== 'present' && <em>{state === 'empty' ? 'there, but empty' : 'missing'}</em>}
            </li>
          ))}
        </ul>
        {prompts.length > 0 && (
          <details>
            <summary>
              {SECTIONS.checklist}: {done} of {prompts.length}
            </summary>
            <ul className="debrief-prompts">
              {prompts.map(({ id, ask, isTicked }) => (
                <li key={id} className={isTicked ? 'is-ticked' : ''}>
                  {isTicked ? <Icon name="check" size={12} /> : <span className="artefact-mark" />}
                  <span>
                    {ask}
                    <span className="hidden-text">{isTicked ? ' Ticked.' : ' Open.'}</span>
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  )
}
