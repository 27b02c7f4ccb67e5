import type { Thumbnail, ThumbnailBox } from '../../rooms/visited.ts'

/** A board as a small picture in the page's own colours. */
export function Stamp({ thumbnail }: { thumbnail: Thumbnail | null }) {
  const isEmpty = !thumbnail || thumbnail.boxes.length + thumbnail.lines.length === 0
  return (
    <svg viewBox="0 0 200 100" aria-hidden="true">
      {isEmpty ? (
        <path className="stamp-empty" d="M60 26H140L124 50H76ZM80 54H120L112 76H88Z" />
      ) : (
        <>
          {thumbnail.lines.map(([x1, y1, x2, y2]) => (
            <path key={`${x1},${y1},${x2},${y2}`} className="stamp-line" d={`M${x1} ${y1}L${x2} ${y2}`} />
          ))}
          {thumbnail.boxes.map((box) => (
            <Box key={`${box.x},${box.y},${box.w},${box.h},${box.group}`} box={box} />
          ))}
        </>
      )}
    </svg>
  )
}

function Box({ box: { x, y, w, h, group, path, isFrame } }: { box: ThumbnailBox }) {
  if (isFrame) return <rect className="stamp-frame" x={x} y={y} width={w} height={h} rx="2" />
  const colour = group ? `var(--g-${group})` : 'var(--ink-3)'
  const style = { stroke: colour, fill: `color-mix(in oklab, ${colour} var(--mix), var(--panel))` }
  if (path) return <path className="stamp-box" d={path} style={style} />
  return <rect className="stamp-box" x={x} y={y} width={w} height={h} rx="1.5" style={style} />
}
