import { expect, test } from 'vitest'
import { formatCalendarDay, formatClock, formatDay, offsetLabel, readZones, zoneLabel } from './time-format.ts'

const AFTERNOON = '2020-10-26T06:00:00.000Z'

test('each language writes the clock its own way', () => {
  expect(formatClock(AFTERNOON, 'Asia/Seoul', 'ko')).toBe('오후 3:00')
  expect(formatClock(AFTERNOON, 'Asia/Seoul', 'ru')).toBe('15:00')
  expect(formatClock(AFTERNOON, 'Europe/Moscow', 'en')).toBe('09:00')
  expect(formatClock('2020-10-26T15:00:00.000Z', 'Asia/Seoul', 'ko')).toBe('오전 12:00')
})

test('days', () => {
  expect(formatDay(AFTERNOON, 'Asia/Seoul', 'ko')).toBe('2020년 10월 26일 (월)')
  expect(formatDay(AFTERNOON, 'Asia/Seoul', 'en')).toBe('Mon 26 Oct 2020')
  expect(formatDay(AFTERNOON, 'Asia/Seoul', 'en', true)).toBe('Mon 26 Oct')
  expect(formatCalendarDay('2020-11-30', 'ru')).toBe('пн, 30 нояб. 2020 г.')
})

test('zones are named as people name them', () => {
  expect(
    ['Asia/Seoul', 'Europe/Moscow', 'Asia/Kolkata', 'America/St_Johns'].map((z) => zoneLabel(AFTERNOON, z)),
  ).toEqual(['KST', 'MSK', 'UTC+5:30', 'UTC−2:30'])
  expect(offsetLabel(AFTERNOON, 'Asia/Seoul')).toBe('UTC+9')
})

test('the second zone says its day only when it is another day', () => {
  expect(readZones(AFTERNOON, ['Asia/Seoul', 'Europe/Moscow'], 'en')).toEqual([
    { zone: 'Asia/Seoul', clock: '15:00', label: 'KST', otherDay: null },
    { zone: 'Europe/Moscow', clock: '09:00', label: 'MSK', otherDay: null },
  ])
  expect(readZones('2020-10-26T16:30:00.000Z', ['Asia/Seoul', 'Europe/Moscow'], 'en')[1]).toEqual({
    zone: 'Europe/Moscow',
    clock: '19:30',
    label: 'MSK',
    otherDay: 'Mon 26 Oct',
  })
})
