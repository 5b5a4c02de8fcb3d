import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes } from '../../../kernel/instant.ts'
import { cutTimeslots, decideBlock } from '../../../modules/events/domain/block.ts'
import { faultOfBlock, previewTimeslots } from './block-cut.ts'

const start = '2020-10-26T06:00:00.000Z'
const block = (length: number, slotMinutes: number, bufferMinutes: number) => ({
  startsAt: start,
  endsAt: addMinutes(start, length),
  slotMinutes,
  bufferMinutes,
})
const minutes = (min: number, max: number) => fc.integer({ min, max })

test('the preview is what the server will cut', () => {
  fc.assert(
    fc.property(minutes(1, 1440), minutes(5, 240), minutes(0, 120), (length, slot, buffer) => {
      expect(previewTimeslots(block(length, slot, buffer))).toEqual(cutTimeslots(block(length, slot, buffer)))
    }),
  )
})

test('the form objects where the server would', () => {
  const existing = [{ startsAt: addMinutes(start, 300), endsAt: addMinutes(start, 360) }]
  fc.assert(
    fc.property(minutes(-60, 2000), minutes(5, 240), minutes(0, 120), (length, slot, buffer) => {
      const decided = decideBlock(existing, block(length, slot, buffer))
      const code = decided.ok ? null : decided.refusal.code
      const fault = faultOfBlock(existing, block(length, slot, buffer))
      expect(fault && `events.block-${fault}`).toBe(code)
    }),
  )
})

test('fields still empty yield nothing', () => {
  expect(previewTimeslots(block(60, Number.NaN, 0))).toEqual([])
})
