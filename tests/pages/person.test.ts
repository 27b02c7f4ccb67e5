import { expect, test } from 'vitest'
import { changeMe, initials, makeUpPerson, me, readPerson } from '../../src/panels/people/person.ts'
import { PERSON_COLORS } from '../../src/sync/person.ts'

test('a made-up person has two words, a colour of the six and an id', () => {
  for (let at = 0; at < 1; at += 0.01) {
    const { id, name, color } = makeUpPerson(() => at)
    expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
    expect(PERSON_COLORS).toContain(color)
    expect(id).toMatch(/^[a-z0-9]{12}$/)
  }
})

test('two people have two ids', () => {
  expect(makeUpPerson().id).not.toBe(makeUpPerson().id)
})

test('a changed name is who this browser is from then on', () => {
  const { id, color } = me.get()
  changeMe({ name: 'Mira K' })
  expect(me.get()).toEqual({ id, color, name: 'Mira K' })
  expect(readPerson(localStorage.getItem('drillboard.person'))).toEqual({ id, color, name: 'Mira K' })
})

test.each([
  null,
  '',
  '{',
  '{}',
  '{"id":"a","name":"","color":"#94560a"}',
  '{"id":"a","name":"B","color":"red"}',
])('what is no person, %j, is not taken for one', (stored) => {
  expect(readPerson(stored)).toBeNull()
})

test.each([
  ['Calm Heron', 'CH'],
  ['mira', 'M'],
  ['Ada King Lovelace', 'AL'],
  ['  élan  vital ', 'ÉV'],
  ['𝒳 y', '𝒳Y'],
])('the initials of %j are %j', (name, expected) => {
  expect(initials(name)).toBe(expected)
})
