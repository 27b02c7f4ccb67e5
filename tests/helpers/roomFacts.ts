import type { RoomFacts } from '../../server/log/log.ts'

/** What a log is told of a room, where only its name matters. */
export const roomFacts = (room: string): RoomFacts => ({
  room,
  mode: 'free',
  template: 'blank',
  problem: null,
  framework: null,
  slot: null,
  generations: { owner: 1 },
  createdAt: 5,
})
