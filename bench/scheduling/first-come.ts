import {
  assess,
  type ScheduledMeeting,
  type ScheduleProblem,
  type ScheduleValue,
} from '../../src/modules/scheduling/engine/index.ts'

/**
 * What most booking tools do: requests in the order they came, each into the earliest slot that is free for both
 * sides, a place and an interpreter; nothing ever moves. Pins are booked first.
 */
export function bookFirstCome(problem: ScheduleProblem): ScheduleValue {
  const available = new Map(problem.participants.map((p) => [p.id, new Set(p.availableSlots)]))
  const capacity = new Map(problem.capacities?.map((c) => [c.slot, c.table ?? Infinity]))
  const taken = new Set<string>()
  const used = new Map<string, number>()
  const meetings: ScheduledMeeting[] = []
  const freeInterpreter = (pair: string, slot: string): string | undefined =>
    problem.interpreters.find(
      (i) => i.languagePairs.includes(pair) && i.availableSlots.includes(slot) && !taken.has(`${i.id} ${slot}`),
    )?.id
  const book = (
    { id, host, guest, languagePair }: ScheduleProblem['requests'][number],
    slots: readonly string[],
  ): void => {
    for (const slot of slots) {
      if (!available.get(host)!.has(slot) || !available.get(guest)!.has(slot)) continue
      if (taken.has(`${host} ${slot}`) || taken.has(`${guest} ${slot}`)) continue
      if ((used.get(slot) ?? 0) >= (capacity.get(slot) ?? Infinity)) continue
      const interpreter = languagePair === null ? null : freeInterpreter(languagePair, slot)
      if (interpreter === undefined) continue
      for (const who of [host, guest, interpreter]) taken.add(`${who} ${slot}`)
      used.set(slot, (used.get(slot) ?? 0) + 1)
      meetings.push({ request: id, slot, interpreter, place: null, hostDelegate: 0, guestDelegate: 0 })
      return
    }
  }
  const inTime = problem.slots.map((slot) => slot.id)
  for (const request of problem.requests) if (request.pinned !== undefined) book(request, [request.pinned.slot])
  for (const request of problem.requests) if (request.pinned === undefined) book(request, inTime)
  return assess(problem, meetings).report.value
}
