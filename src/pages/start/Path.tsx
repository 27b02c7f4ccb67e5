import type { ReactNode } from 'react'

const LABEL = { font: '500 14px var(--sans)' }

/** A request on its way through a recommender, and the plays coming back: what boards here look like. */
export function Path() {
  return (
    <svg
      className="start-path"
      viewBox="-4 -4 768 172"
      role="img"
      aria-label="A phone calls a recommendation service, a user tower and an ANN index; plays and skips flow back."
    >
      <g fill="none" stroke="var(--ink)" strokeWidth="2" strokeLinejoin="round">
        <path d="M46 52H102M300 52H366M512 52H580" />
        <path d="M20 122V154a8 8 0 0 0 8 8H666a8 8 0 0 0 8-8V102" strokeDasharray="8 5" />
        <path d="M669 107 674 97l5 10" strokeLinecap="round" />
      </g>
      <path d="M110 52l-10-5v10zM374 52l-10-5v10zM588 52l-10-5v10z" fill="var(--ink)" />
      <Figure
        x={0}
        y={16}
        group="a"
        body="M8 0H32a8 8 0 0 1 8 8V64a8 8 0 0 1-8 8H8a8 8 0 0 1-8-8V8a8 8 0 0 1 8-8z"
      >
        <path d="M12 64h16" />
        <Person at="translate(8 20) scale(2)" />
      </Figure>
      <Figure
        x={112}
        y={16}
        group="a"
        stroke={3.5}
        body="M6 0H178a6 6 0 0 1 6 6V66a6 6 0 0 1-6 6H6a6 6 0 0 1-6-6V6a6 6 0 0 1 6-6z"
      >
        <g transform="translate(16 23) scale(2.17)" strokeWidth=".81">
          <circle cx="6" cy="6" r="1.8" fill="currentColor" stroke="none" />
          <path d="M4.8 4.8 3 3M7.2 4.8 9 3M4.8 7.2 3 9M7.2 7.2 9 9" />
          <circle cx="2" cy="2" r="1.3" />
          <circle cx="10" cy="2" r="1.3" />
          <circle cx="2" cy="10" r="1.3" />
          <circle cx="10" cy="10" r="1.3" />
        </g>
        <Words x={54} y={32} name="Reco service" figure="SLA 200 ms" />
      </Figure>
      <Figure x={368} y={0} group="f" body="M20 0H124L144 104H0z">
        <Person at="translate(59 13) scale(2.17)" />
        <Words x={72} y={64} name="User tower" figure="d 128" anchor="middle" />
      </Figure>
      <Figure x={590} y={12} group="g" body="M0 10A84 10 0 0 1 168 10V70A84 10 0 0 1 0 70z">
        <path d="M0 10A84 10 0 0 0 168 10" />
        <g transform="translate(16 32) scale(2.17)" strokeWidth=".81">
          <circle cx="5.6" cy="6.4" r="3.6" strokeDasharray="1.5 1.3" />
          <path
            d="M5.6 6.4h0M3.9 5h0M7.3 7.9h0M10.8 1.6h0M1 1.4h0M11.2 10.6h0M6.6 .9h0"
            strokeWidth="1.9"
            strokeLinecap="round"
          />
        </g>
        <Words x={54} y={40} name="ANN index" figure="p99 15 ms" />
      </Figure>
      <text className="start-path-link" x="347" y="154" textAnchor="middle">
        plays, skips
      </text>
    </svg>
  )
}

interface FigureProps {
  x: number
  y: number
  group: string
  body: string
  stroke?: number
  children: ReactNode
}

function Figure({ x, y, group, body, stroke = 2, children }: FigureProps) {
  const wash = `color-mix(in oklab, var(--g-${group}) var(--mix), var(--panel))`
  return (
    <g
      transform={`translate(${x} ${y})`}
      style={{ color: `var(--g-${group})` }}
      stroke="currentColor"
      strokeWidth="2"
      strokeLinejoin="round"
      strokeLinecap="round"
      fill="none"
    >
      <path d={body} strokeWidth={stroke} style={{ fill: wash }} />
      {children}
    </g>
  )
}

function Person({ at }: { at: string }) {
  return (
    <g transform={at} strokeWidth=".85">
      <circle cx="6" cy="3.5" r="2.5" />
      <path d="M1.3 11.4c.2-2.9 2-4.5 4.7-4.5s4.5 1.6 4.7 4.5" />
    </g>
  )
}

function Words(props: { x: number; y: number; name: string; figure: string; anchor?: 'middle' }) {
  const { x, y, name, figure, anchor } = props
  return (
    <g stroke="none" textAnchor={anchor}>
      <text x={x} y={y} fill="var(--ink)" style={LABEL}>
        {name}
      </text>
      <text className="start-path-figure" x={x} y={y + 17}>
        {figure}
      </text>
    </g>
  )
}
