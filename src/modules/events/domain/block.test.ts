import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes, minutesBetween } from '../../../kernel/instant.ts'
import { overlaps } from '../../../kernel/interval.ts'
import { cutTimeslots, decideBlock } from './block.ts'

const at = (time: string) => `2020-10-26T${time}:00.000Z`
const block = (from: string, to: string, slotMinutes = 30, bufferMinutes = 0) => ({
  startsAt: at(from),
  endsAt: at(to),
  slotMinutes,
  bufferMinutes,
})

test('slots follow one another with the buffer between them, none after the last', () => {
  expect(cutTimeslots(block('06:00', '07:25', 25, 5))).toEqual([
    { startsAt: at('06:00'), endsAt: at('06:25') },
    { startsAt: at('06:30'), endsAt: at('06:55') },
    { startsAt: at('07:00'), endsAt: at('07:25') },
  ])
})

test('a slot that would end after the block is not cut', () => {
  expect(cutTimeslots(block('06:00', '07:24', 25, 5))).toHaveLength(2)
})

test('every cut fits the block, keeps its length and buffer, and leaves no room for another', () => {
  const minutes = (min: number, max: number) => fc.integer({ min, max })
  fc.assert(
    fc.property(minutes(1, 1440), minutes(5, 240), minutes(0, 120), (length, slotMinutes, bufferMinutes) => {
      const whole = { startsAt: at('00:00'), endsAt: addMinutes(at('00:00'), length), slotMinutes, bufferMinutes }
      const slots = cutTimeslots(whole)
      for (const [index, slot] of slots.entries()) {
        expect(minutesBetween(slot.startsAt, slot.endsAt)).toBe(slotMinutes)
        const next = slots[index + 1]
        if (next) expect(minutesBetween(slot.endsAt, next.startsAt)).toBe(bufferMinutes)
      }
      const last = slots.at(-1)
      const rest = last ? minutesBetween(last.endsAt, whole.endsAt) : length
      expect(rest).toBeGreaterThanOrEqual(0)
      expect(rest).toBeLessThan(last ? slotMinutes + bufferMinutes : slotMinutes)
      expect(slots.some((a, i) => slots.some((b, j) => i !== j && overlaps(a, b)))).toBe(false)
    }),
  )
})

test.each([
  ['block-ends-before-it-starts', block('07:00', '06:00')],
  ['block-ends-before-it-starts', block('07:00', '07:00')],
  ['block-overlaps', block('08:30', '10:00')],
  ['block-without-slot', block('06:00', '06:20')],
  ['block-too-long', { ...block('00:00', '00:00'), endsAt: '9999-01-01T00:00:00.000Z' }],
])('%s', (code, bad) => {
  const decided = decideBlock([block('08:00', '09:00')], bad)
  expect(decided.ok ? null : decided.refusal.code).toBe(`events.${code}`)
})

test('a block may begin where another ends', () => {
  expect(decideBlock([block('08:00', '09:00')], block('09:00', '10:00', 60))).toEqual({
    ok: true,
    value: [{ startsAt: at('09:00'), endsAt: at('10:00') }],
  })
})
