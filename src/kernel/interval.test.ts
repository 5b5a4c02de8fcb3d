import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInstant } from './instant.ts'
import { contains, overlaps, union } from './interval.ts'

const at = (minute: number) => toInstant(Date.UTC(2020, 9, 26) + minute * 60_000)
const span = (from: number, to: number) => ({ startsAt: at(from), endsAt: at(to) })

test('touching intervals do not overlap', () => {
  expect([overlaps(span(0, 20), span(20, 40)), overlaps(span(0, 21), span(20, 40))]).toEqual([false, true])
  expect([contains(span(0, 20), span(0, 20)), contains(span(0, 20), span(5, 21))]).toEqual([true, false])
})

test('a union joins what overlaps or touches and drops what is empty', () => {
  expect(union([span(30, 40), span(0, 10), span(10, 20), span(15, 18), span(50, 50)])).toEqual([
    span(0, 20),
    span(30, 40),
  ])
})

test('a union covers exactly the minutes of its parts, whatever their order', () => {
  const spans = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })).map(([a, b]) => span(a, b)),
  )
  fc.assert(
    fc.property(spans, (parts) => {
      const covered = (list: typeof parts) =>
        Array.from({ length: 60 }, (_, minute) => list.some((part) => contains(part, span(minute, minute + 1))))
      const joined = union(parts)
      expect(covered(joined)).toEqual(covered(parts))
      expect(union(parts.toReversed())).toEqual(joined)
    }),
  )
})
