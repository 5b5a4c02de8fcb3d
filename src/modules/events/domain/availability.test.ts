import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import { union } from '../../../kernel/interval.ts'
import { formatAvailability, parseAvailability } from './availability-text.ts'
import { availableSlots, decideAvailability } from './availability.ts'

const at = (time: string) => `2020-10-26T${time}:00.000Z`
const span = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to) })
const slots = [span('06:00', '06:30'), span('06:30', '07:00'), span('07:00', '07:30')]

test('without an interval somebody is there all the time', () => {
  expect(availableSlots(slots, [])).toEqual(slots)
})

test('a slot counts only when somebody is there from beginning to end', () => {
  expect(availableSlots(slots, [span('06:00', '06:59')])).toEqual([slots[0]])
})

test('intervals that touch count as one', () => {
  expect(availableSlots(slots, [span('06:40', '07:30'), span('06:20', '06:40')])).toEqual([slots[1], slots[2]])
})

test('availability is stored sorted and joined; an interval that ends before it starts is refused', () => {
  expect(decideAvailability([span('07:00', '08:00'), span('06:00', '07:00')])).toEqual({
    ok: true,
    value: [span('06:00', '08:00')],
  })
  expect(decideAvailability([span('07:00', '06:00')])).toEqual({
    ok: false,
    refusal: { kind: 'invalid', code: 'events.availability-ends-before-it-starts' },
  })
})

test.each([
  ['2020-10-26 15:00-18:00; 2020-10-28 15:00-16:30'],
  ['2020.10.26 15:00 ~ 18:00\n2020/10/28 15:00–16:30'],
  ['26.10.2020 15:00-18:00, 28.10.2020 15:00 — 16:30;'],
  ['2020-10-26 15:00-17:00; 2020-10-26 16:00-18:00; 2020-10-28 15:00-16:30'],
])('%j is read on a clock of the zone', (cell) => {
  expect(parseAvailability(cell, 'Asia/Seoul')).toEqual({
    ok: true,
    intervals: [
      { startsAt: '2020-10-26T06:00:00.000Z', endsAt: '2020-10-26T09:00:00.000Z' },
      { startsAt: '2020-10-28T06:00:00.000Z', endsAt: '2020-10-28T07:30:00.000Z' },
    ],
  })
})

test('an empty cell is the whole event', () => {
  expect(parseAvailability(' ', 'Asia/Seoul')).toEqual({ ok: true, intervals: [] })
})

test.each(['2020-10-26 18:00-15:00', '2020-02-31 15:00-18:00', '2020-10-26 25:00-26:00', 'afternoon', '2020-10-26'])(
  '%j is named as unreadable',
  (part) => {
    expect(parseAvailability(`2020-10-25 10:00-11:00; ${part}`, 'Asia/Seoul')).toEqual({ ok: false, part })
  },
)

test('a cell across midnight is written day by day', () => {
  const night = { startsAt: '2020-10-26T13:00:00.000Z', endsAt: '2020-10-26T17:00:00.000Z' }
  expect(formatAvailability([night], 'Asia/Seoul')).toBe('2020-10-26 22:00-24:00; 2020-10-27 00:00-02:00')
})

test('what is written is read back the same, in zones with and without changing clocks', () => {
  const zone = fc.constantFrom('Asia/Seoul', 'Europe/Moscow', 'Asia/Vladivostok', 'UTC')
  const part = fc.tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 3000 }))
  fc.assert(
    fc.property(zone, fc.array(part, { maxLength: 6 }), (timeZone, parts) => {
      const intervals = union(
        parts.map(([from, length]) => {
          const startsAt = addMinutes(at('00:00'), from)
          return { startsAt, endsAt: addMinutes(startsAt, length) }
        }),
      )
      expect(parseAvailability(formatAvailability(intervals, timeZone), timeZone)).toEqual({ ok: true, intervals })
    }),
    { numRuns: 60 },
  )
})
