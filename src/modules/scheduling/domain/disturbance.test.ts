import { expect, test } from 'vitest'
import { buildFacts } from '../testing/build-facts.ts'
import { decideDisturbance } from './disturbance.ts'

const facts = buildFacts()
const [first, second] = facts.timeslots
const MORNING = '2020-10-26T00:00:00.000Z'

function missed(until: string, participantId = 'g1') {
  const decided = decideDisturbance(facts, { code: 'late-arrival', participantId, until }, MORNING)
  return decided.ok ? decided.value.outages : decided.refusal.code
}

const minutesInto = (slot: typeof first, minutes: number) =>
  new Date(Date.parse(slot!.startsAt) + minutes * 60_000).toISOString()
const minutesOf = (slot: typeof first) => (Date.parse(slot!.endsAt) - Date.parse(slot!.startsAt)) / 60_000

test('who comes within a third of a meeting still holds it', () => {
  const third = Math.floor(minutesOf(second) / 3)
  const firstOnly = [{ holder: 'participant', holderId: 'g1', timeslotIds: [first!.id] }]
  expect(missed(second!.startsAt)).toEqual(firstOnly)
  expect(missed(minutesInto(second, third))).toEqual(firstOnly)
  expect(missed(minutesInto(second, third + 1))).toEqual([{ ...firstOnly[0], timeslotIds: [first!.id, second!.id] }])
})

test('a few minutes into the first meeting nothing is lost, and somebody of another event does not exist', () => {
  expect(missed(minutesInto(first, 3))).toBe('scheduling.nothing-lost')
  expect(missed(second!.startsAt, 'somebody else')).toBe('scheduling.absent')
})
