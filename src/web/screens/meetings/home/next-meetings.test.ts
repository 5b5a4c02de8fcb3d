import { expect, test } from 'vitest'
import { type Agenda, nextMeetings } from './next-meetings.ts'

const entry = (requestId: string, hour: string, cancelled = false) => ({
  requestId,
  startsAt: `2020-10-26T${hour}:00:00.000Z`,
  endsAt: `2020-10-26T${hour}:25:00.000Z`,
  cancelled,
})
const agendas = [
  { interpreterId: null, entries: [entry('late', '09'), entry('over', '06'), entry('off', '08', true)] },
  { interpreterId: 'i', entries: [entry('running', '07')] },
] as unknown as Agenda[]

test('what is not over yet, soonest first', () => {
  const { meetings, isOver } = nextMeetings(agendas, '2020-10-26T07:10:00.000Z', 5)
  expect(isOver).toBe(false)
  expect(meetings.map(({ requestId, asInterpreter }) => [requestId, asInterpreter])).toEqual([
    ['running', true],
    ['late', false],
  ])
  expect(nextMeetings(agendas, '2020-10-26T07:10:00.000Z', 1).meetings).toHaveLength(1)
})

test('when all are over, the last ones', () => {
  const { meetings, isOver } = nextMeetings(agendas, '2021-01-01T00:00:00.000Z', 2)
  expect([isOver, meetings.map(({ requestId }) => requestId)]).toEqual([true, ['running', 'late']])
  expect(nextMeetings([], '2021-01-01T00:00:00.000Z', 2)).toEqual({ meetings: [], isOver: false })
})
