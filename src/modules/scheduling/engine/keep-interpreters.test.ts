import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ScheduleProblem, ScheduleSolution } from './index.ts'
import { solve, verify } from './index.ts'

const slots = Array.from({ length: 8 }, (_, n) => ({ id: `s${n}`, day: n < 4 ? 'one' : 'two' }))
const everywhere = slots.map(({ id }) => id)

/** Five a side who all want several meetings, three interpreters with a rest, named online places. */
const consultation = (wanted: readonly (readonly [number, number])[]): ScheduleProblem => ({
  format: 'naru-schedule-problem/1',
  slots,
  places: ['p1', 'p2', 'p3', 'p4'].map((id) => ({ id, kind: 'online' })),
  participants: ['g', 'r'].flatMap((side) =>
    Array.from({ length: 5 }, (_, n) => ({ id: `${side}${n}`, side, availableSlots: everywhere })),
  ),
  interpreters: ['kim', 'lee', 'park'].map((id) => ({
    id,
    languagePairs: ['ko-ru'],
    availableSlots: everywhere,
    maxConsecutiveSlots: 3,
  })),
  requests: wanted.map(([g, r], n) => ({
    id: `q${String(n).padStart(2, '0')}`,
    host: `g${g}`,
    guest: `r${r}`,
    wish: 'want',
    weight: 10,
    languagePair: 'ko-ru',
    place: 'online',
  })),
})

const published = (problem: ScheduleProblem, { meetings }: ScheduleSolution): ScheduleProblem => ({
  ...problem,
  requests: problem.requests.map((request) => {
    const told = meetings.find((meeting) => meeting.request === request.id)
    if (!told) return request
    return {
      ...request,
      published: { slot: told.slot, interpreter: told.interpreter, ...(told.place ? { place: told.place } : {}) },
    }
  }),
})

const pairs = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
  minLength: 5,
  maxLength: 18,
  selector: ([g, r]) => `${g}-${r}`,
})

test('solving a released event again changes nobody’s day, interpreter or place', () => {
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 1000 }), (wanted, seed) => {
      const problem = consultation(wanted)
      const limits = { iterationLimit: 20_000, elapsedMs: () => 0 }
      const first = solve(problem, { ...limits, seed })
      const again = published(problem, first)
      const second = solve(again, { ...limits, seed: seed + 1, warmStart: first })
      expect(verify(again, second).violations).toEqual([])
      if (second.value.moved === 0) expect(second.meetings).toEqual(first.meetings)
      const slotOf = new Map(first.meetings.map((meeting) => [meeting.request, meeting.slot]))
      const stayed = second.meetings.filter(({ request, slot }) => slotOf.get(request) === slot)
      expect(stayed.length).toBeGreaterThanOrEqual(Math.ceil(first.meetings.length * 0.8))
    }),
    { numRuns: 25 },
  )
})
