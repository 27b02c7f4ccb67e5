import type { Role } from '../../rooms/api.ts'

export interface RoleWords {
  readonly role: Role
  readonly name: string
  readonly allows: string
}

/** The roles in the order in which links are offered. */
export const ROLE_WORDS: readonly RoleWords[] = [
  { role: 'editor', name: 'Editor', allows: 'Draws with you and may share the board on.' },
  { role: 'observer', name: 'Observer', allows: 'Sees everything live and points at it, changes nothing.' },
  { role: 'interviewer', name: 'Interviewer', allows: 'Draws, and sees the brief, hints and notes.' },
  { role: 'candidate', name: 'Candidate', allows: 'Draws, sees prompt and clock.' },
  { role: 'owner', name: 'Owner', allows: 'Everything, as you. For your own other devices.' },
]
