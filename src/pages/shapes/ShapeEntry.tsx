import { typicalText } from '../../../shapes/component/typicalText.ts'
import { InsertableSymbol } from '../../canvas/InsertableSymbol.tsx'
import type { Insertable } from '../../canvas/insertables.ts'
import type { Match } from '../../canvas/search.ts'
import { Underlined } from '../../canvas/Underlined.tsx'
import { BoardDrawing } from './BoardDrawing.tsx'
import { propertyRows } from './propertyRows.ts'
import { UsualLinks } from './UsualLinks.tsx'
import { WatchOut } from './WatchOut.tsx'

interface ShapeEntryProps {
  match: Match<Insertable>
  /** It is the one that the address names. */
  isTarget: boolean
}

/** One shape: in the margin as lists show it, then as the board shows it, then all there is to know. */
export function ShapeEntry({ match, isTarget }: ShapeEntryProps) {
  const { item, synonym, ranges } = match
  const isWide = !item.kind && !item.frame
  return (
    <article
      id={item.id}
      className={isWide ? 'shape shape-wide' : 'shape'}
      aria-labelledby={`${item.id}-name`}
      data-target={isTarget || undefined}
    >
      <div className="shape-margin">
        <InsertableSymbol insertable={item} />
        <span className="mono" title={`Type ${item.code} in quick insert`}>
          {item.code}
        </span>
      </div>
      <div className="shape-drawing">
        <BoardDrawing insertable={item} />
      </div>
      <div className="shape-words">
        <header>
          <h3 id={`${item.id}-name`}>
            <a href={`/shapes#${item.id}`}>
              {synonym === null ? <Underlined text={item.name} ranges={ranges} /> : item.name}
            </a>
          </h3>
          {item.zone && <span className="shape-zone mono">{item.zone}</span>}
        </header>
        <p className="shape-synonyms">
          {'also: '}
          {item.synonyms.map((word, i) => (
            <span key={word}>
              {i > 0 && ', '}
              {word === synonym ? <Underlined text={word} ranges={ranges} /> : word}
            </span>
          ))}
        </p>
        <p className="shape-purpose">{item.purpose.replace(/\.?$/, '.')}</p>
        <Properties insertable={item} />
        <UsualLinks links={item.usualLinks} />
        <WatchOut kind={item.kind ?? item} />
      </div>
    </article>
  )
}

function Properties({ insertable }: { insertable: Insertable }) {
  const rows = propertyRows(insertable)
  if (rows.length === 0) return null
  return (
    <dl className="shape-properties">
      {rows.map(({ id, label, unit, choices, typical }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd className="shape-unit mono">{unit}</dd>
          <dd>
            {choices.join(', ') + (choices.length > 0 && typical ? '; ' : '')}
            {typical && (
              <>
                {typicalText(typical.text)} <small>({typical.source})</small>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
