import type { LinkMode } from '../domain/kinds.ts'

const LINES: Readonly<Record<LinkMode, { width: number; dash?: string; head: string; isFilled?: boolean }>> =
  {
    sync: { width: 2, head: 'M28 2 38 6 28 10z', isFilled: true },
    stream: { width: 2, dash: '8 5', head: 'M30 2 38 6 30 10' },
    batch: { width: 2.4, dash: '0.1 5.4', head: 'M28.5 2.5 37 6 28.5 9.5z' },
    control: { width: 1.25, head: 'M31 2.5 38 6 31 9.5' },
  }

/** A link of that mode, drawn small, as links on the board are. */
export function LinkSample({ mode, isReversed = false }: { mode: LinkMode; isReversed?: boolean }) {
  const { width, dash, head, isFilled = false } = LINES[mode]
  const colour = mode === 'control' ? 'var(--ink-3)' : 'var(--ink)'
  return (
    <svg
      width="40"
      height="12"
      viewBox="0 0 40 12"
      aria-hidden="true"
      fill="none"
      stroke={colour}
      strokeLinecap="round"
      strokeLinejoin="round"
      style={isReversed ? { transform: 'scaleX(-1)' } : undefined}
    >
      <path
        d={mode === 'stream' || mode === 'control' ? 'M2 6H37' : 'M2 6H28'}
        strokeWidth={width}
        strokeDasharray={dash}
      />
      <path
        d={head}
        strokeWidth={mode === 'control' ? 1.25 : 1.5}
        fill={isFilled ? colour : mode === 'batch' ? 'var(--panel)' : 'none'}
      />
    </svg>
  )
}
