import type { Role } from './api.ts'

const ROLES: ReadonlySet<unknown> = new Set<Role>(['owner', 'editor', 'observer', 'interviewer', 'candidate'])

/**
 * The role that a link's token (a JWT) claims: what to show while the server does not answer. Only the server
 * can tell whether the claim is true; null where there is none.
 */
export function roleInToken(token: string): Role | null {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
    const { role } = JSON.parse(atob(payload)) as { role?: unknown }
    return ROLES.has(role) ? (role as Role) : null
  } catch {
    return null
  }
}
