import type { Id } from '../kernel/id.ts'
import { addMinutes, minutesBetween } from '../kernel/instant.ts'
import { type Result, ok } from '../kernel/result.ts'
import { fromWallClock, wallClock } from '../kernel/time-zone.ts'
import type { Actor } from '../modules/accounts/index.ts'
import { addBlock, createEvent, listEvents, readEvent, setPlaces } from '../modules/events/index.ts'
import { type EventPlan, type EventPlans, readProgramme } from '../modules/programmes/index.ts'
import type { Platform } from '../platform/context.ts'

/** How the stage of events gives and takes the shape of its events, for programmes that begin like others. */
export const eventPlans: EventPlans = { read: readPlans, prepare: prepareEvent }

/** The events of a programme without their days and people, first day first; those without a block stay behind. */
async function readPlans(platform: Platform, actor: Actor, programmeId: Id): Promise<EventPlan[]> {
  const programme = await readProgramme(platform, actor, { programmeId })
  const events = await listEvents(platform, actor, { programmeId })
  if (!programme.ok || !events.ok) return []
  const zone = programme.value.sides[0]!.timeZone
  const plans: EventPlan[] = []
  for (const { id: eventId } of events.value.rows) {
    const event = await readEvent(platform, actor, { programmeId, eventId })
    if (event.ok && event.value.blocks.length > 0) plans.push(planOf(event.value, zone))
  }
  return plans
}

type ReadEvent = Extract<Awaited<ReturnType<typeof readEvent>>, { ok: true }>['value']

function planOf(event: ReadEvent, zone: string): EventPlan {
  const { name, requestMode, requestExpiryHours, maxRequestsPerParticipant, whoMayMeet, blocks, places } = event
  const sorted = blocks.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1))
  const firstDay = wallClock(sorted[0]!.startsAt, zone).date
  return {
    name,
    requestMode,
    requestExpiryHours,
    maxRequestsPerParticipant,
    whoMayMeet,
    blocks: sorted.map(({ startsAt, endsAt, slotMinutes, bufferMinutes }) => {
      const { date, time } = wallClock(startsAt, zone)
      const minutes = minutesBetween(startsAt, endsAt)
      return {
        day: daysBetween(firstDay, date),
        from: time,
        minutes,
        slotMinutes,
        bufferMinutes,
      }
    }),
    tables: places.filter(({ kind }) => kind === 'table').length,
    online: places.filter(({ kind }) => kind === 'online').length,
  }
}

const DAY_MS = 24 * 60 * 60_000

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)

/** An event in setup with its blocks and places, beginning on `firstDay` by the clock of the zone. */
async function prepareEvent(
  platform: Platform,
  actor: Actor,
  {
    programmeId,
    timeZone,
    firstDay,
  }: { readonly programmeId: Id; readonly timeZone: string; readonly firstDay: string },
  { blocks, tables, online, ...rules }: EventPlan,
): Promise<Result<Id>> {
  const created = await createEvent(platform, actor, { programmeId, ...rules })
  if (!created.ok) return created
  const key = { programmeId, eventId: created.value.id }
  for (const { day, from, minutes, slotMinutes, bufferMinutes } of blocks) {
    const startsAt = fromWallClock({ date: dayAfter(firstDay, day), time: from }, timeZone)
    const block = { startsAt, endsAt: addMinutes(startsAt, minutes), slotMinutes, bufferMinutes }
    const added = await addBlock(platform, actor, { ...key, ...block })
    if (!added.ok) return added
  }
  const placed = await setPlaces(platform, actor, { ...key, tables, online })
  return placed.ok ? ok(key.eventId) : placed
}
