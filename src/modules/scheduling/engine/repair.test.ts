import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Disturbance, repair, type ScheduleProblem, type ScheduleSolution, solve, verify } from './index.ts'
import { buildProblem } from './testing/build-problem.ts'

const clock = { elapsedMs: () => 0 }
const solved = (problem: ScheduleProblem): ScheduleSolution =>
  solve(problem, { seed: 1, iterationLimit: 5_000, ...clock })

const small = (seed: number): ScheduleProblem =>
  buildProblem({
    seed,
    hosts: 5,
    guests: 4,
    requests: 13,
    slots: 5,
    tables: 3,
    namesTables: true,
    interpreters: 2,
    interpreted: 0.4,
  })

function disturbanceOf(problem: ScheduleProblem, solution: ScheduleSolution, dice: number): Disturbance {
  const meeting = solution.meetings[dice % solution.meetings.length]!
  const request = problem.requests.find(({ id }) => id === meeting.request)!
  const kinds: Disturbance[] = [
    { code: 'cancelled', request: meeting.request },
    { code: 'away', participant: request.host, slots: [meeting.slot] },
    { code: 'away', participant: request.guest },
    { code: 'interpreter-lost', interpreter: problem.interpreters[0]!.id, slots: [meeting.slot] },
    { code: 'place-lost', place: problem.places[0]!.id, slots: [meeting.slot] },
    { code: 'longer-meeting', request: meeting.request, slots: [problem.slots[0]!.id] },
    {
      code: 'new-request',
      request: {
        ...request,
        id: 'new',
        host: problem.participants[0]!.id,
        guest: problem.participants.at(-1)!.id,
        languagePair: null,
      },
    },
  ]
  return kinds[(dice * 7 + problem.requests.length) % kinds.length]!
}

/** Fewest moves by trying every schedule: feasible for a handful of meetings only. */
function fewestMovesByTrial(problem: ScheduleProblem, former: ScheduleSolution, kept: readonly string[]): number {
  const requests = kept.map((id) => problem.requests.find((r) => r.id === id)!)
  const slotOf = new Map(former.meetings.map((m) => [m.request, m.slot]))
  const people = new Map(problem.participants.map((p) => [p.id, new Set(p.availableSlots)]))
  const open = (slot: string): number => problem.places.filter((p) => p.availableSlots?.includes(slot) ?? true).length
  const busy = new Set<string>()
  const speaking = new Map<string, string[]>()
  const used = new Map<string, number>()
  let best = Infinity
  const canSpeak = (slot: string, pairs: readonly string[], taken: readonly string[] = []): boolean => {
    if (pairs.length === 0) return true
    return problem.interpreters.some(
      (i) =>
        !taken.includes(i.id) &&
        i.availableSlots.includes(slot) &&
        i.languagePairs.includes(pairs[0]!) &&
        canSpeak(slot, pairs.slice(1), [...taken, i.id]),
    )
  }
  const place = (at: number, moves: number): void => {
    if (moves >= best) return
    if (at === requests.length) {
      best = moves
      return
    }
    const { id, host, guest, languagePair } = requests[at]!
    for (const { id: slot } of problem.slots) {
      const count = used.get(slot) ?? 0
      const spoken = speaking.get(slot) ?? []
      const pairs = languagePair === null ? spoken : [...spoken, languagePair]
      const [a, b] = [`${host} ${slot}`, `${guest} ${slot}`]
      if (!people.get(host)!.has(slot) || !people.get(guest)!.has(slot) || busy.has(a) || busy.has(b)) continue
      if (count >= open(slot) || !canSpeak(slot, pairs)) continue
      busy.add(a).add(b)
      used.set(slot, count + 1)
      speaking.set(slot, pairs)
      place(at + 1, moves + (slotOf.has(id) && slotOf.get(id) !== slot ? 1 : 0))
      busy.delete(a)
      busy.delete(b)
      used.set(slot, count)
      speaking.set(slot, spoken)
    }
  }
  place(0, 0)
  return best
}

describe('repair', () => {
  it('answers a schedule that verifies, whatever happens', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1000), (seed, dice) => {
        const problem = small(seed)
        const before = solved(problem)
        const after = repair(problem, before, disturbanceOf(problem, before, dice), clock)
        expect(verify(after.problem, after.solution).violations).toEqual([])
      }),
      { numRuns: 60 },
    )
  })

  it('moves as few meetings as any schedule that keeps as many', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1000), (seed, dice) => {
        const problem = buildProblem({
          seed,
          hosts: 4,
          guests: 3,
          requests: 9,
          slots: 4,
          tables: 2,
          namesTables: true,
          interpreters: 1,
          interpreted: 0.3,
        })
        const before = solved(problem)
        const after = repair(problem, before, disturbanceOf(problem, before, dice), { ...clock, fillHoles: false })
        const kept = after.solution.meetings.map((meeting) => meeting.request)
        expect(after.provenLeast).toBe(true)
        expect(after.moved.length).toBe(fewestMovesByTrial(after.problem, before, kept))
      }),
      { numRuns: 60 },
    )
  })

  it('offers other schedules that verify, of as many moves or with nothing else moved', () => {
    let offered = 0
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1000), (seed, dice) => {
        const problem = small(seed)
        const before = solved(problem)
        const after = repair(problem, before, disturbanceOf(problem, before, dice), { ...clock, fillHoles: false })
        const all = [after, ...after.alternatives]
        expect(all.length).toBeLessThanOrEqual(4)
        expect(
          new Set(all.map(({ solution }) => JSON.stringify(solution.meetings.map((m) => [m.request, m.slot])))).size,
        ).toBe(all.length)
        for (const other of after.alternatives) {
          offered++
          expect(verify(after.problem, other.solution).violations).toEqual([])
          const isAsGood = other.moved.length === after.moved.length && other.dropped.length === after.dropped.length
          expect(isAsGood || other.moved.length < after.moved.length).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
    expect(offered).toBeGreaterThan(30)
  })

  it('moves nothing for a cancellation and lets a waiting request take the hole', () => {
    const problem = buildProblem({ seed: 3, hosts: 3, guests: 2, requests: 6, slots: 2, tables: 1 })
    const before = solved(problem)
    const after = repair(problem, before, { code: 'cancelled', request: before.meetings[0]!.request }, clock)
    expect(after.moved).toEqual([])
    expect(after.solution.meetings.length).toBe(before.meetings.length)
    expect(after.added.length).toBe(1)
  })

  it('leaves frozen slots and pins alone', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(1000), (seed, dice) => {
        const free = small(seed)
        const first = solved(free)
        const pinned = first.meetings[0]!
        const problem: ScheduleProblem = {
          ...free,
          requests: free.requests.map((r) => (r.id === pinned.request ? { ...r, pinned: { slot: pinned.slot } } : r)),
        }
        const before = solved(problem)
        const frozenSlots = [problem.slots[0]!.id]
        const after = repair(problem, before, disturbanceOf(problem, before, dice), { ...clock, frozenSlots })
        expect(
          after.moved.filter(
            ({ request, from, to }) =>
              request === pinned.request ||
              frozenSlots.includes(to) ||
              (frozenSlots.includes(from) && !isLost(after.problem, request, from)),
          ),
        ).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

/** The meeting could not stay where it was: somebody is away, or its interpreter or place is gone. */
function isLost(problem: ScheduleProblem, id: string, slot: string): boolean {
  const request = problem.requests.find((r) => r.id === id)!
  const away = problem.participants.some(
    (p) => (p.id === request.host || p.id === request.guest) && !p.availableSlots.includes(slot),
  )
  const missing =
    problem.interpreters.some((i) => !i.availableSlots.includes(slot)) ||
    problem.places.some((p) => p.availableSlots !== undefined && !p.availableSlots.includes(slot))
  return away || missing
}
