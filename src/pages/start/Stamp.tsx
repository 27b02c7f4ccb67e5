import { OUTLINE_IDS, outlines } from '../../../shapes/shared/outlines.ts'
import { STAMP, type Thumbnail, type ThumbnailBox } from '../../rooms/visited.ts'

/** A board as a small picture in the page's own colours. */
export function Stamp({ thumbnail }: { thumbnail: Thumbnail | null }) {
  const isEmpty = !thumbnail || thumbnail.boxes.length + thumbnail.lines.length === 0
  return (
    <svg viewBox={`0 0 ${STAMP.w} ${STAMP.h}`} aria-hidden="true">
      {isEmpty ? (
        <path className="stamp-empty" d="M60 26H140L124 50H76ZM80 54H120L112 76H88Z" />
      ) : (
        <Drawing thumbnail={thumbnail} />
      )}
    </svg>
  )
}

function Drawing({ thumbnail: { scale, boxes, lines } }: { thumbnail: Thumbnail }) {
  const [frames, things] = [boxes.filter((box) => box.isFrame), boxes.filter((box) => !box.isFrame)]
  const links = lines.map(([x1, y1, x2, y2]) => `M${x1} ${y1}L${x2} ${y2}`).join('')
  return (
    <>
      {frames.map(({ x, y, w, h }) => (
        <rect key={`${x},${y}`} className="stamp-frame" x={x} y={y} width={w} height={h} rx="2" />
      ))}
      <path className="stamp-line" d={links} />
      {things.map((box) => (
        <Thing key={`${box.x},${box.y},${box.w},${box.h},${box.outline}`} box={box} scale={scale} />
      ))}
    </>
  )
}

function Thing({ box, scale }: { box: ThumbnailBox; scale: number }) {
  const { x, y, w, h, group } = box
  const colour = group ? `var(--g-${group})` : 'var(--ink-3)'
  const style = { stroke: colour, fill: `color-mix(in oklab, ${colour} var(--mix), var(--panel))` }
  const outline = OUTLINE_IDS.find((id) => id === box.outline)
  if (!outline) return <rect className="stamp-box" x={x} y={y} width={w} height={h} rx="1.5" style={style} />
  const { body, lines, offsetX } = outlines[outline].draw(w / scale, h / scale, 0)
  return (
    <g transform={`translate(${x} ${y}) scale(${scale}) translate(${offsetX} 0)`}>
      <path className="stamp-box" d={body.d} style={style} />
      {lines && <path className="stamp-box" d={lines} style={{ stroke: colour, fill: 'none' }} />}
    </g>
  )
}
