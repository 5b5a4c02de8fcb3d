import { expect, test } from 'vitest'
import { asOfInstant } from './as-of.ts'

test('a day is over at midnight of the side; one that is not over counts as now', () => {
  const now = Date.parse('2020-10-27T12:00:00Z')
  expect([
    asOfInstant('2020-10-26', 'Asia/Seoul', now),
    asOfInstant('2020-10-27', 'Asia/Seoul', now),
    asOfInstant(undefined, 'Asia/Seoul', now),
  ]).toEqual(['2020-10-26T15:00:00.000Z', null, null])
})
