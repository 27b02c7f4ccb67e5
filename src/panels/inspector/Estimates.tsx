import { useMemo, useState } from 'react'
import { type TLShape, useEditor } from 'tldraw'
import { namedParts } from '../../../shapes/namedParts.ts'
import { useDesign } from '../../canvas/useDesign.ts'
import type { Design } from '../../domain/design.ts'
import {
  type BoardFigures,
  figuresAt,
  figuresOfBoard,
  figuresOfLink,
  type ShownFigure,
  type Wanted,
} from '../../domain/estimate/boardFigures.ts'
import { estimate } from '../../domain/estimate/estimate.ts'
import type { Estimate } from '../../domain/estimate/estimator.ts'
import { addsCard, canGoToFigure, goToFigure, missingText } from './goToFigure.ts'

/** More things to write down are shown when they are asked for. */
const MOST_WANTED = 8
/** More inputs are counted. */
const MOST_INPUTS = 12

/**
 * What follows from the board for the shape that is selected or, where none is, for the whole. Worked out anew
 * only when the board means something else, so not while shapes or the pointer move.
 */
export function Estimates({ shape }: { shape: TLShape | null }) {
  const design = useDesign()
  const estimates = useMemo(() => (design ? estimate(namedParts(design)) : []), [design])
  const { figures, wanted } = useMemo(
    () => figuresFor(shape?.id ?? null, design, estimates),
    [shape?.id, design, estimates],
  )
  if (figures.length === 0 && wanted.length === 0) return null
  return (
    <section className="estimates" aria-label="Follows from the board">
      <h2>Follows from the board</h2>
      {figures.length > 0 && (
        <dl>
          {figures.map((figure) => (
            <Figure key={figure.key} figure={figure} />
          ))}
        </dl>
      )}
      {wanted.length > 0 && <ToWrite wanted={wanted} />}
    </section>
  )
}

function figuresFor(id: string | null, design: Design | null, estimates: readonly Estimate[]): BoardFigures {
  if (id === null) return figuresOfBoard(estimates)
  const link = design?.links.find((one) => one.id === id)
  return link ? figuresOfLink(estimates, link) : figuresAt(estimates, id)
}

function Figure({ figure: { words, text, from, assumed, isOver } }: { figure: ShownFigure }) {
  const more = from.length - MOST_INPUTS
  const inputs = [...from.slice(0, MOST_INPUTS), ...(more > 0 ? [`and ${more} more`] : [])]
  return (
    <div className="estimate">
      <dt>{words}</dt>
      <dd>
        <b className={`estimate-figure mono${isOver ? ' estimate-over' : ''}`}>{text}</b>
        {inputs.length > 0 && <p className="estimate-from mono">{inputs.join(' · ')}</p>}
        {assumed.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </dd>
    </div>
  )
}

/** What is missing, each to be pressed: it leads to where that is written. */
function ToWrite({ wanted }: { wanted: readonly Wanted[] }) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? wanted : wanted.slice(0, MOST_WANTED)
  const more = wanted.length - shown.length
  return (
    <div className="estimates-wanted">
      <h3>Missing</h3>
      <ul>
        {shown.map((missing) => (
          <ToWriteOne key={missing.why} missing={missing} />
        ))}
      </ul>
      {more > 0 && (
        <button type="button" onClick={() => setIsWhole(true)}>
          Show {more} more
        </button>
      )}
    </div>
  )
}

function ToWriteOne({ missing }: { missing: Wanted }) {
  const editor = useEditor()
  const text = missingText(editor, missing)
  return (
    <li>
      {canGoToFigure(editor, missing) ? (
        <button type="button" onClick={() => goToFigure(editor, missing)}>
          {text}
        </button>
      ) : (
        <span>{text}</span>
      )}
      <p>
        For: {missing.waiting.join(', ')}.{addsCard(editor, missing) && ' This adds a requirement card.'}
      </p>
    </li>
  )
}
