import type { IncomingMessage } from 'node:http'
import { expect, it } from 'vitest'
import { addressOf, isLocalOnly, reachableUrls } from '../../server/addresses.ts'

const request = (remoteAddress: string, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage

it('believes X-Forwarded-For from a trusted proxy alone, and only what that proxy wrote', () => {
  const trusted = ['127.0.0.1', '10.0.0.1']
  expect(addressOf(request('5.5.5.5', '1.1.1.1'), trusted)).toBe('5.5.5.5')
  expect(addressOf(request('127.0.0.1', '6.6.6.6, 1.1.1.1'), trusted)).toBe('1.1.1.1')
  expect(addressOf(request('::ffff:127.0.0.1', '1.1.1.1, 10.0.0.1'), trusted)).toBe('1.1.1.1')
  expect(addressOf(request('127.0.0.1'), trusted)).toBe('127.0.0.1')
})

it('knows when only this machine can connect', () => {
  expect(['127.0.0.1', 'localhost', '::1'].map(isLocalOnly)).toEqual([true, true, true])
  expect(isLocalOnly('0.0.0.0')).toBe(false)
  expect(reachableUrls('127.0.0.1', 3000)).toEqual([])
  expect(reachableUrls('192.168.1.5', 3000)).toEqual(['http://192.168.1.5:3000'])
  expect(reachableUrls('fd00::1', 80)).toEqual(['http://[fd00::1]:80'])
})
