import { ZONES, type Zone } from '../../domain/kinds.ts'
import { ChoiceField } from './fields.tsx'

const NAMES: Readonly<Record<Zone, string>> = {
  online: 'online: in the request path',
  nearline: 'nearline: seconds to minutes',
  offline: 'offline: batch',
  ops: 'ops: release and watching',
}

interface ZoneFieldProps {
  zone: Zone | null
  /** Where it runs if nobody says otherwise; null: that differs or is not known. */
  usual: Zone | null
  onCommit: (zone: Zone | null) => void
}

export function ZoneField({ zone, usual, onCommit }: ZoneFieldProps) {
  const choices = [
    ['', usual ? `as usual: ${usual}` : 'as usual'] as const,
    ...ZONES.map((id) => [id, NAMES[id]] as const),
  ]
  return (
    <ChoiceField
      label="Runs"
      value={zone ?? ''}
      choices={choices}
      onCommit={(value) => onCommit(ZONES.find((id) => id === value) ?? null)}
    />
  )
}
