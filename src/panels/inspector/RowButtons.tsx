import type { ReactNode } from 'react'

interface RowButtonProps {
  /** Says what it acts on, e.g. “Remove Ranking”. */
  label: string
  isDisabled?: boolean
  /** Whether it is the one that is chosen. */
  isPressed?: boolean
  onPress: () => void
  children: ReactNode
}

/** A small button of a row in a list. */
export function RowButton({ label, isDisabled, isPressed, onPress, children }: RowButtonProps) {
  return (
    <button
      type="button"
      className="row-button"
      aria-label={label}
      title={label}
      aria-pressed={isPressed}
      disabled={isDisabled}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

export function AddButton({ onPress, children }: { onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className="add-button" onClick={onPress}>
      + {children}
    </button>
  )
}
