import { afterEach, expect, test, vi } from 'vitest'
import { createRoom, readRoom } from '../../src/rooms/api.ts'

afterEach(() => vi.unstubAllGlobals())

const answer = (text: string, status: number) =>
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(text, { status })))

test('a refusal has the server’s own sentence', async () => {
  answer('{"error":"No board is here."}', 404)
  await expect(readRoom({ room: 'a', token: 't' })).rejects.toMatchObject({
    status: 404,
    message: 'No board is here.',
  })
})

test('a page of somebody else’s in the server’s place is no answer', async () => {
  answer('<h1>Sign in to this network</h1>', 200)
  await expect(createRoom({ template: 'blank' })).rejects.toMatchObject({
    name: 'ServerError',
    message: expect.stringMatching(/does not answer/),
  })
})
