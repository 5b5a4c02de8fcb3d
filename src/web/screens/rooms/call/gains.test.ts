import { expect, test } from 'vitest'
import { heardBy } from './gains.ts'

const host = { peerId: 'host', role: 'host', channel: 'floor' } as const
const guest = { peerId: 'guest', role: 'guest', channel: 'floor' } as const
const intoRussian = { peerId: 'one', role: 'interpreter', channel: 'ru' } as const
const second = { peerId: 'two', role: 'interpreter', channel: 'ru' } as const
const live = { interpretation: 'simultaneous', activeInterpreter: 'one' } as const
const gains = (...[self, voices, room, listening]: Parameters<typeof heardBy>) =>
  Object.fromEntries(
    [...heardBy(self, voices, room, listening)].map(([peerId, { gain }]) => [peerId, Math.round(gain * 100) / 100]),
  )
const russian = (balance: number) => ({ language: 'ru', balance })

test('the guest chooses original, interpretation or both', () => {
  const others = [host, intoRussian]
  expect(gains(guest, others, live, russian(0))).toEqual({ host: 1, one: 0 })
  expect(gains(guest, others, live, russian(1))).toEqual({ host: 0, one: 1 })
  expect(gains(guest, others, live, russian(0.5))).toEqual({ host: 0.71, one: 0.71 })
  expect(heardBy(guest, others, live, russian(1)).get('one')?.bus).toBe('interpretation')
})

test('who listens to the other language hears the original and no interpreter', () => {
  expect(gains(host, [guest, intoRussian], live, { language: 'ko', balance: 1 })).toEqual({ guest: 1, one: 0 })
})

test('an interpreter hears both sides in full and no colleague', () => {
  expect(gains(second, [host, guest, intoRussian], live, russian(1))).toEqual({ host: 1, guest: 1, one: 0 })
})

test('the second interpreter is silent until the channel is handed on', () => {
  expect(gains(guest, [host, intoRussian, second], live, russian(1))).toEqual({ host: 0, one: 1, two: 0 })
  const handedOn = { ...live, activeInterpreter: 'two' }
  expect(gains(guest, [host, intoRussian, second], handedOn, russian(1))).toEqual({ host: 0, one: 0, two: 1 })
})

test('an interpreter who speaks to everybody is heard by everybody', () => {
  const toAll = { ...intoRussian, channel: 'floor' }
  expect(gains(host, [guest, toAll], live, { language: 'ko', balance: 1 })).toEqual({ guest: 1, one: 1 })
})

test('one after the other everybody hears everybody', () => {
  const consecutive = { ...live, interpretation: 'consecutive' } as const
  expect(gains(guest, [host, intoRussian], consecutive, russian(0))).toEqual({ host: 1, one: 1 })
})

test('nobody interprets: the slider takes nothing away', () => {
  expect(gains(guest, [host], { ...live, activeInterpreter: null }, russian(1))).toEqual({ host: 1 })
})
