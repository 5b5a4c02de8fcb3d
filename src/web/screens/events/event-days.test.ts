import { expect, test } from 'vitest'
import { daysOfSlots, hourMarks, placeOnAxis, spanOnAxis } from './event-days.ts'

const slot = (from: string, to: string) => ({ startsAt: `2020-10-${from}:00.000Z`, endsAt: `2020-10-${to}:00.000Z` })
const early = slot('26T06:10', '26T06:35')
const late = slot('26T15:30', '26T15:55')

test('a day is a calendar day of the zone that leads', () => {
  expect(daysOfSlots([late, early], 'Asia/Seoul').map(({ date, slots }) => [date, slots])).toEqual([
    ['2020-10-26', [early]],
    ['2020-10-27', [late]],
  ])
  expect(daysOfSlots([late, early], 'Europe/Moscow').map(({ date }) => date)).toEqual(['2020-10-26'])
})

test('the axis runs from full hour to full hour', () => {
  const [day] = daysOfSlots([early], 'Asia/Seoul')
  expect(day).toMatchObject(slot('26T06:00', '26T07:00'))
  expect(placeOnAxis(day!, early.startsAt)).toBeCloseTo(16.67)
  expect(spanOnAxis(slot('26T06:00', '26T07:00'), slot('26T06:15', '26T06:30'))).toEqual({ left: '25%', width: '25%' })
})

test('labels thin out on long days', () => {
  expect(hourMarks(slot('26T06:00', '26T09:00'))).toHaveLength(3)
  expect(hourMarks(slot('26T00:00', '26T09:00'))).toHaveLength(5)
  expect(hourMarks(slot('26T00:00', '27T00:00'))).toHaveLength(6)
})

test('no slot, no day', () => {
  expect(daysOfSlots([], 'UTC')).toEqual([])
})
