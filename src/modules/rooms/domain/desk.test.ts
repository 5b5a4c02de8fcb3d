import { expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import type { PartyAttendance } from './attendance.ts'
import { deskPartiesOf, deskPhaseOf } from './desk.ts'

const START = '2020-10-26T06:00:00.000Z'
const at = (minutes: number) => addMinutes(START, minutes)
const times = { startsAt: START, cancelled: false, opening: { softEndAt: at(20) } }

const side = (party: 'host' | 'guest', facts: Partial<PartyAttendance> = {}): PartyAttendance => ({
  party,
  attended: null,
  basis: 'unknown',
  wasDisputed: false,
  presentSeconds: 0,
  lateMinutes: null,
  ...facts,
})

test('a meeting is later, next, now and over', () => {
  const phases = [-46, -45, 0, 19, 20].map((minutes) => deskPhaseOf(times, at(minutes)))
  expect(phases).toEqual(['later', 'next', 'now', 'now', 'over'])
  expect(deskPhaseOf({ ...times, cancelled: true }, at(5))).toBe('over')
})

test('who is awaited is late by the minute, who came keeps the minutes', () => {
  const attendance = [side('host', { lateMinutes: 2, attended: true }), side('guest')]
  const parties = deskPartiesOf(START, 'now', attendance, [{ role: 'host' }], at(7))
  expect(parties).toEqual([
    { party: 'host', inside: true, lateMinutes: 2, absent: false },
    { party: 'guest', inside: false, lateMinutes: 7, absent: false },
  ])
})

test('nobody is late before the start, and a side that was declared absent is not awaited', () => {
  expect(deskPartiesOf(START, 'next', [side('host')], [], at(-5))[0]?.lateMinutes).toBeNull()
  const absent = side('guest', { attended: false, basis: 'decided' })
  expect(deskPartiesOf(START, 'now', [absent], [], at(9))[0]).toMatchObject({ absent: true, lateMinutes: null })
})
