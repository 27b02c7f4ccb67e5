import { expect, it } from 'vitest'
import { createRate } from '../../server/rate.ts'

it('counts an address by itself, and anew with each window', () => {
  let now = 0
  const rate = createRate(2, 1_000, () => now)
  const tries = (address: string) => [1, 2, 3].map(() => rate.allows(address))
  expect(tries('192.0.2.1')).toEqual([true, true, false])
  expect(tries('192.0.2.2')).toEqual([true, true, false])
  now = 1_000
  expect(tries('192.0.2.1')).toEqual([true, true, false])
})

it('counts all addresses of an IPv6 network of 64 bits as one, however they are written', () => {
  const rate = createRate(3, 1_000, () => 0)
  const same = ['2001:db8::1', '2001:db8:0:0:1:2:3:4', '2001:0DB8::ffff:1']
  expect(same.map(rate.allows)).toEqual([true, true, true])
  expect(rate.allows('2001:db8::2')).toBe(false)
  expect(rate.allows('2001:db8:0:1::1')).toBe(true)
  expect(rate.allows('::1')).toBe(true)
})
