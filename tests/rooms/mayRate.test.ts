import { expect, it } from 'vitest'
import { MODES, mayPost, ROLES_OF_MODE } from '../../server/roles.ts'
import { mayRate } from '../../src/rooms/api.ts'

it('offers the rating to those from whom the server takes it', () => {
  for (const mode of MODES)
    for (const role of ROLES_OF_MODE[mode])
      expect([mode, role, mayRate(role, mode)]).toEqual([mode, role, mayPost(role, mode, 'rate')])
})
