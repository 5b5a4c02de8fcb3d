import { expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import { availableSlots } from '../../../modules/events/domain/availability.ts'
import { availabilityOfSlots, readSpans, slotsWithin, writeSpans } from './availability.ts'

const start = '2020-10-26T06:00:00.000Z'
/** Two blocks of three slots of 25 minutes with 5 between. */
const slots = [0, 1, 2, 3, 4, 5].map((index) => ({
  id: String(index),
  blockId: index < 3 ? 'a' : 'b',
  startsAt: addMinutes(start, index * 30),
  endsAt: addMinutes(start, index * 30 + 25),
}))
const stretch = (first: number, last: number) => ({ startsAt: slots[first]!.startsAt, endsAt: slots[last]!.endsAt })

test('neighbours of a block become one stretch, blocks stay apart', () => {
  expect(availabilityOfSlots(slots, new Set(['0', '1', '3', '4', '5']))).toEqual([stretch(0, 1), stretch(3, 5)])
  expect(availabilityOfSlots(slots, new Set(['1', '2', '3']))).toEqual([stretch(1, 2), stretch(3, 3)])
})

test('all slots mean the whole event', () => {
  expect(availabilityOfSlots(slots, new Set(slots.map(({ id }) => id)))).toEqual([])
  expect(slotsWithin(slots, [])).toEqual(slots)
})

test('every choice comes back, and the server reads it the same', () => {
  for (let bits = 1; bits < 64; bits += 1) {
    const chosen = slots.filter((_, index) => bits & (1 << index))
    const availability = availabilityOfSlots(slots, new Set(chosen.map(({ id }) => id)))
    expect(slotsWithin(slots, availability)).toEqual(chosen)
    expect(availableSlots(slots, availability)).toEqual(chosen)
  }
})

test('typed spans come back as they were written', () => {
  const text = '2020-10-26 15:00-16:25\n2020-10-28 09:30-11:00'
  const read = readSpans(text, 'Asia/Seoul')
  expect(read).toEqual({
    intervals: [
      { startsAt: '2020-10-26T06:00:00.000Z', endsAt: '2020-10-26T07:25:00.000Z' },
      { startsAt: '2020-10-28T00:30:00.000Z', endsAt: '2020-10-28T02:00:00.000Z' },
    ],
  })
  expect('intervals' in read && writeSpans(read.intervals, 'Asia/Seoul')).toBe(text)
})

test.each(['tomorrow', '2020-02-30 10:00-11:00', '2020-10-26 18:00-15:00', '2020-10-26 25:00-26:00', '2020-10-26'])(
  'names what it cannot read: %s',
  (wrong) => {
    expect(readSpans(`2020-10-26 15:00-16:00; ${wrong}`, 'UTC')).toEqual({ wrong })
  },
)

test('nothing typed is no interval', () => {
  expect(readSpans(' \n ', 'UTC')).toEqual({ intervals: [] })
})
