import type { Person } from '../../sync/person.ts'
import { initials } from './person.ts'
import './people.css'

export function Avatar({ person, size = 28 }: { person: Pick<Person, 'name' | 'color'>; size?: number }) {
  return (
    <span
      className="avatar"
      role="img"
      style={{ background: person.color, width: size, height: size }}
      title={person.name}
      aria-label={person.name}
      data-initials={initials(person.name)}
    />
  )
}
