import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toInstant } from './instant.ts'
import { fromWallClock, isTimeZone, offsetMinutes, wallClock } from './time-zone.ts'

test('both shores read the same moment on their own clocks', () => {
  const instant = '2020-10-26T06:00:00.000Z'
  expect([wallClock(instant, 'Asia/Seoul'), wallClock(instant, 'Europe/Moscow')]).toEqual([
    { date: '2020-10-26', time: '15:00' },
    { date: '2020-10-26', time: '09:00' },
  ])
  expect([offsetMinutes(instant, 'Asia/Seoul'), offsetMinutes(instant, 'America/St_Johns')]).toEqual([540, -150])
})

describe('a wall clock that the zone jumps over or shows twice', () => {
  test('in the gap of spring: as far after the gap', () => {
    expect(fromWallClock({ date: '2020-03-29', time: '02:30' }, 'Europe/Berlin')).toBe('2020-03-29T01:30:00.000Z')
  })
  test('in the fold of autumn: the earlier', () => {
    expect(fromWallClock({ date: '2020-10-25', time: '02:30' }, 'Europe/Berlin')).toBe('2020-10-25T00:30:00.000Z')
  })
  test('what is no date is refused', () => {
    expect(() => fromWallClock({ date: '2020-13-01', time: '10:00' }, 'Asia/Seoul')).toThrow(RangeError)
  })
})

test('a moment read off a clock and put back is the same moment, outside folds', () => {
  const zones = ['Asia/Seoul', 'Europe/Moscow', 'Asia/Yekaterinburg', 'Asia/Kolkata', 'UTC']
  const minutes = fc.integer({ min: Date.parse('2015-01-01') / 60_000, max: Date.parse('2035-01-01') / 60_000 })
  fc.assert(
    fc.property(minutes, fc.constantFrom(...zones), (minute, zone) => {
      const instant = toInstant(minute * 60_000)
      expect(fromWallClock(wallClock(instant, zone), zone)).toBe(instant)
    }),
  )
})

test('zones are known by their names', () => {
  expect(['Asia/Seoul', 'Mars/Olympus', ''].map(isTimeZone)).toEqual([true, false, false])
})
