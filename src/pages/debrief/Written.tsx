import type { ReactNode } from 'react'
import type { Debrief } from '../../domain/debrief/debrief.ts'
import { SECTIONS } from '../../domain/debrief/debriefMarkdown.ts'
import type { Moment } from '../../domain/debrief/moments.ts'
import type { ComparedOptions } from '../../domain/debrief/optionsCards.ts'
import type { StatedNumber } from '../../domain/debrief/statedNumbers.ts'
import { clockText } from '../../domain/pace/clockText.ts'

/** What was chosen and agreed on, what was asked for, and what was noted. */
export function Written({ debrief: { options, numbers, moments, parts } }: { debrief: Debrief }) {
  const said = moments.filter(({ kind }) => kind !== 'pause')
  const noted = parts.filter(({ note }) => note !== '')
  return (
    <div className="debrief-written">
      <Part
        title={SECTIONS.options}
        isEmpty={options.length === 0}
        otherwise="No options were compared on a card."
      >
        {options.map((card) => (
          <Options key={card.id} card={card} />
        ))}
      </Part>
      <Part
        title={SECTIONS.numbers}
        isEmpty={numbers.length === 0}
        otherwise="No number was written on a requirement or capacity card."
      >
        {numbers.map((number) => (
          <Stated key={`${number.label} ${number.text}`} number={number} />
        ))}
      </Part>
      <Part title={SECTIONS.hints} isEmpty={said.length === 0} otherwise="None.">
        {said.map((moment, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same hint may be shown twice at once
          <Said key={n} moment={moment} />
        ))}
      </Part>
      {noted.length > 0 && (
        <Part title={SECTIONS.notes} isEmpty={false} otherwise="">
          {noted.map(({ place, name, note }) => (
            <li key={place}>
              <b>{name}</b>
              <p className="debrief-note">{note}</p>
            </li>
          ))}
        </Part>
      )}
    </div>
  )
}

interface PartProps {
  title: string
  isEmpty: boolean
  /** What is said where there is nothing. */
  otherwise: string
  children: ReactNode
}

function Part({ title, isEmpty, otherwise, children }: PartProps) {
  const id = `debrief-${title.toLowerCase().replaceAll(' ', '-')}`
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {isEmpty ? <p>{otherwise}</p> : <ul className="debrief-list">{children}</ul>}
    </section>
  )
}

function Options({ card: { title, options, chosen, because } }: { card: ComparedOptions }) {
  return (
    <li>
      {title && <b>{title}: </b>}
      {options.join(', ')}
      <p className={chosen === null ? 'debrief-lacks' : ''}>
        {chosen === null ? 'None is chosen.' : `Chosen: ${chosen}.`}
      </p>
      {because === null ? (
        <p className="debrief-lacks">No reason is written.</p>
      ) : (
        <p className="debrief-said">because {because}</p>
      )}
    </li>
  )
}

function Stated({ number: { label, text, usedIn } }: { number: StatedNumber }) {
  return (
    <li className="debrief-stated">
      <span>{label}</span>
      <span className="mono">{text}</span>
      <p className={usedIn === null ? 'debrief-lacks' : ''}>
        {usedIn === null ? 'Never used later.' : `Used in ${usedIn}.`}
      </p>
    </li>
  )
}

function Said({ moment: { label, atMs, text } }: { moment: Moment }) {
  return (
    <li>
      {label.charAt(0).toUpperCase() + label.slice(1)} at <span className="mono">{clockText(atMs)}</span>
      {text && <p className="debrief-said">{text}</p>}
    </li>
  )
}
