import { describe, expect, test } from 'vitest'
import { type CommitmentStatus, fulfilmentOf, reminderDue, statusAfter, statusAt } from './commitment.ts'

const due = (status: CommitmentStatus, dueOn: string | null, timeZone = 'Asia/Seoul') => ({ status, dueOn, timeZone })

test('overdue the day after, by the clock of the owner', () => {
  const justBefore = '2020-11-30T14:59:59.999Z'
  const midnight = '2020-11-30T15:00:00.000Z'
  expect([statusAt(due('open', '2020-11-30'), justBefore), statusAt(due('open', '2020-11-30'), midnight)]).toEqual([
    'open',
    'overdue',
  ])
  expect(statusAt(due('open', '2020-11-30', 'Europe/Moscow'), midnight)).toBe('open')
  const later = '2021-01-01T00:00:00.000Z'
  expect(
    (
      ['objected', 'evidence-given', 'accepted', 'fulfilled', 'suspended-by-law', 'withdrawn', 'not-followed'] as const
    ).map((status) => statusAt(due(status, '2020-11-30'), later)),
  ).toEqual(['overdue', 'evidence-given', 'accepted', 'fulfilled', 'suspended-by-law', 'withdrawn', 'not-followed'])
  expect(statusAt(due('open', null), later)).toBe('open')
})

test('one objection counts; all others have to accept', () => {
  const parties = ['a', 'b', 'c']
  const accept = (partyId: string) => ({ partyId, verdict: 'accept' as const })
  expect([
    statusAfter([], parties, 'a'),
    statusAfter([accept('b')], parties, 'a'),
    statusAfter([accept('b'), accept('c')], parties, 'a'),
    statusAfter([accept('b'), { partyId: 'c', verdict: 'object' }], parties, 'a'),
  ]).toEqual(['evidence-given', 'accepted', 'fulfilled', 'objected'])
})

test('reminders at 30, 7 and 1 days, none lost when a day was missed', () => {
  const on = (today: string) => reminderDue('2020-11-30', today)
  expect([
    on('2020-10-30'),
    on('2020-10-31'),
    on('2020-11-02'),
    on('2020-11-23'),
    on('2020-11-30'),
    on('2020-12-01'),
  ]).toEqual([
    null,
    { reminder: 30, daysLeft: 30 },
    { reminder: 30, daysLeft: 28 },
    { reminder: 7, daysLeft: 7 },
    { reminder: 1, daysLeft: 0 },
    null,
  ])
})

describe('rate', () => {
  const now = '2021-06-01T00:00:00.000Z'
  test('what is not due, suspended, withdrawn or not followed says nothing', () => {
    const rows = [
      due('fulfilled', '2021-12-31'),
      due('fulfilled', null),
      due('open', '2021-01-01'),
      due('open', '2021-12-31'),
      due('suspended-by-law', '2021-01-01'),
      due('withdrawn', '2021-01-01'),
      due('not-followed', '2021-01-01'),
    ]
    expect(fulfilmentOf(rows, now)).toEqual({ fulfilled: 2, due: 3, rate: 2 / 3 })
  })
  test('no rate of nothing', () => {
    expect(fulfilmentOf([due('open', null)], now)).toEqual({ fulfilled: 0, due: 0, rate: null })
  })
})
