import type { Problem, Variant } from '../../../templates/problems/problem.ts'

const CHANGES = { scale: 'Another scale', constraint: 'Another constraint' } as const

interface VariantChoiceProps {
  problem: Problem
  /** Null: the problem as it is. */
  chosen: Variant | null
  onChoose: (variant: Variant | null) => void
}

/** The problem as it is, or one of its variants, each with what is read out then. */
export function VariantChoice({ problem, chosen, onChoose }: VariantChoiceProps) {
  const name = `${problem.id}-variant`
  return (
    <fieldset className="practise-variants">
      <legend>Variant</legend>
      <label>
        <input type="radio" name={name} checked={chosen === null} onChange={() => onChoose(null)} />
        <span>As above</span>
      </label>
      {problem.variants.map((variant) => (
        <label key={variant.id}>
          <input type="radio" name={name} checked={chosen === variant} onChange={() => onChoose(variant)} />
          <span>
            {CHANGES[variant.changes]}: {variant.title}
            <q>{variant.prompt}</q>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
