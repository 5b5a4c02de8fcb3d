import { expect, test } from 'vitest'
import { type AttendanceWord, type Presence, attendanceOf, resultOf } from './attendance.ts'
import type { RoomRole } from './room.ts'

const at = (clock: string) => `2020-10-26T${clock}:00.000Z`
const times = { startsAt: at('06:00'), endsAt: at('06:30'), opensAt: at('05:50'), closesAt: at('06:40') }
const was = (role: RoomRole, from: string, until: string): Presence => ({ role, from: at(from), until: at(until) })
const word = (saidBy: AttendanceWord['saidBy'], party: 'host' | 'guest', attended: boolean): AttendanceWord => ({
  saidBy,
  party,
  attended,
})
const both = [was('host', '05:55', '06:30'), was('guest', '06:07', '06:30')]

test('presence tells who came, how late and for how long', () => {
  const attendance = attendanceOf(times, both, [])
  expect(attendance).toEqual([
    { party: 'host', attended: true, basis: 'presence', wasDisputed: false, presentSeconds: 35 * 60, lateMinutes: 0 },
    { party: 'guest', attended: true, basis: 'presence', wasDisputed: false, presentSeconds: 23 * 60, lateMinutes: 7 },
  ])
  expect(resultOf(attendance)).toBe('held')
})

test('two people of one company count once, and a reconnect adds up', () => {
  const [host] = attendanceOf(
    times,
    [was('host', '06:00', '06:10'), was('host', '06:05', '06:15'), was('host', '06:20', '06:25')],
    [],
  )
  expect(host?.presentSeconds).toBe(20 * 60)
})

test('a rehearsal the day before is no attendance', () => {
  const early: Presence[] = [{ role: 'host', from: '2020-10-25T06:00:00.000Z', until: '2020-10-25T06:30:00.000Z' }]
  expect(attendanceOf(times, early, []).map(({ attended }) => attended)).toEqual([null, null])
})

test('somebody waited and the other did not come: a no-show', () => {
  const attendance = attendanceOf(times, [was('host', '06:00', '06:30'), was('interpreter', '06:00', '06:30')], [])
  expect(attendance.map(({ attended }) => attended)).toEqual([true, false])
  expect(resultOf(attendance)).toBe('no-show')
})

test('nobody in the room: not known, because they may have met elsewhere', () => {
  expect(resultOf(attendanceOf(times, [], []))).toBeNull()
})

test('one side corrects, and the other may contradict', () => {
  const alone = [was('host', '06:00', '06:30')]
  const corrected = attendanceOf(times, alone, [word('guest', 'guest', true)])
  expect(corrected[1]).toMatchObject({ attended: true, basis: 'corrected', wasDisputed: false })
  expect(resultOf(corrected)).toBe('held')
  const disputed = attendanceOf(times, alone, [word('guest', 'guest', true), word('host', 'guest', false)])
  expect(disputed[1]).toMatchObject({ attended: false, basis: 'disputed', wasDisputed: true })
  expect(resultOf(disputed)).toBeNull()
})

test('the operator decides a dispute, and that there was one stays', () => {
  const words = [word('guest', 'guest', true), word('host', 'guest', false), word('operator', 'guest', false)]
  const decided = attendanceOf(times, [was('host', '06:00', '06:30')], words)
  expect(decided[1]).toMatchObject({ attended: false, basis: 'decided', wasDisputed: true })
  expect(resultOf(decided)).toBe('no-show')
})

test('the newest word of a side counts', () => {
  const words = [word('host', 'guest', false), word('guest', 'guest', true), word('host', 'guest', true)]
  expect(attendanceOf(times, both, words)[1]).toMatchObject({ attended: true, basis: 'presence', wasDisputed: false })
})
