import { expect, test } from 'vitest'
import { type Landing, boardFacts } from './board-facts.ts'
import { columnAt, landingState, landingsBySlot, stepLanding } from './landings.ts'
import { buildBoard } from './testing.ts'

const facts = boardFacts(buildBoard())
const landing = (timeslotId: string, state: Landing['state']): Landing => ({
  timeslotId,
  state,
  code: null,
  swapWith: [],
})
const landings = landingsBySlot([landing('s1', 'taken'), landing('s2', 'forbidden'), landing('s3', 'free')])

test('arrows step through all timeslots in order of time and stop at the ends', () => {
  const step = (overSlotId: string | null, by: 1 | -1) => stepLanding(facts, { landings, overSlotId }, by)
  expect([step('s1', 1), step('s4', 1), step('s1', -1), step('t2', 1)]).toEqual(['s2', 't1', 's1', 't2'])
})

test('a request without a meeting starts at the first free timeslot', () => {
  expect(stepLanding(facts, { landings, overSlotId: null }, 1)).toBe('s3')
  expect(stepLanding(facts, { landings: null, overSlotId: null }, 1)).toBe('s1')
  expect(stepLanding({ timeslots: [] }, { landings: null, overSlotId: null }, 1)).toBeNull()
})

test('where the meeting stands is its own, whatever the server says of it', () => {
  const state = (requestId: string, slotId: string) => landingState({ requestId, landings }, slotId, facts.meetingOf)
  expect([state('glass-lasers', 's1'), state('chips-seals', 's1'), state('chips-seals', 's3')]).toEqual([
    'own',
    'taken',
    'free',
  ])
  expect(landingState({ requestId: 'chips-seals', landings: null }, 's3', facts.meetingOf)).toBe('unknown')
})

test('the column under a pointer', () => {
  const edges = [100, 150, 200]
  expect([99, 100, 149, 150, 199, 200].map((x) => columnAt(edges, x))).toEqual([null, 0, 0, 1, 1, null])
})
