/** A funnel over a plumb line: the mark of Drillboard. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" fill="none">
      <g stroke="currentColor" strokeWidth="2" strokeLinejoin="round">
        <path d="M3 5H21L16.2 13H7.8Z" />
        <path d="M8.5 13H15.5V20H8.5Z" />
      </g>
      <path d="M12 5V13" stroke="var(--accent)" strokeWidth="2" />
    </svg>
  )
}
