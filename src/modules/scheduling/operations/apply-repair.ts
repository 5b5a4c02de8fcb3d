import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { exclusionViolation, transaction, uniqueViolation } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { cancelMeetingRequest } from '../../meetings/index.ts'
import { assessPlan } from '../domain/assessment.ts'
import {
  type DecidedDisturbance,
  type EventDisturbance,
  decideDisturbance,
  frozenTimeslots,
} from '../domain/disturbance.ts'
import type { PlannedMeeting } from '../domain/facts.ts'
import type { Outcome } from '../domain/outcome.ts'
import { mayEditSchedule } from '../domain/policy.ts'
import { type RepairChange, decideRepair } from '../domain/repair.ts'
import { loadFacts } from '../store/facts-store.ts'
import { insertOutages } from '../store/outage-store.ts'
import { changeMeetings, takeDraft } from '../store/schedule-store.ts'
import { meetingsHeld } from './meetings-held.ts'
import { freezeDraft } from './release-schedule.ts'

export interface ApplyRepair {
  readonly programmeId: Id
  readonly eventId: Id
  readonly disturbance: EventDisturbance
  readonly frozenMinutes: number
  /** Of the proposal: a draft changed since then refuses the repair. */
  readonly revision: number
  /** `changes` of the choice. */
  readonly changes: readonly RepairChange[]
  /** Release at once what the draft then is; false: it waits in the draft. */
  readonly release: boolean
  readonly note: string | null
}

export interface AppliedRepair {
  readonly revision: number
  /** Of the version that was released; null when none was. */
  readonly version: number | null
  /** Requests whose new meetings wait in the draft, because a company of theirs is not cleared by screening. */
  readonly heldBack: Id[]
}

const UNCHANGED: ReadonlySet<string> = new Set(['scheduling.nothing-to-release', 'scheduling.all-held-back'])

/**
 * Makes one choice of `proposeRepair` true: what happened is recorded (a cancelled request through the meetings
 * stage), the draft is changed, and, if asked, released as the next version, all in one transaction. The plan goes
 * through the independent verifier like every other; pins and near timeslots are checked again at this moment. Of
 * two who apply a repair at once, the second hears `scheduling.draft-changed`.
 */
export async function applyRepair(
  platform: Platform,
  actor: Actor,
  command: ApplyRepair,
): Promise<Result<AppliedRepair>> {
  const { programmeId, eventId, revision } = command
  if (!mayEditSchedule(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return refuse('absent', 'scheduling.absent')
  if (facts.solving) return refuse('conflict', 'scheduling.solving')
  if (facts.draft.scheduleId === null) return refuse('conflict', 'scheduling.nothing-to-repair')
  if (facts.draft.revision !== revision) return refuse('conflict', 'scheduling.draft-changed')
  const now = platform.clock.now()
  const disturbed = decideDisturbance(facts, command.disturbance, now)
  if (!disturbed.ok) return disturbed
  const after = disturbed.value.facts
  const plan = decideRepair(after, command.changes, frozenTimeslots(facts, now, command.frozenMinutes))
  if (!plan.ok) return plan
  const outcome = assessPlan(after, plan.value)
  if (!outcome.ok) return outcome
  const held = command.release ? await meetingsHeld(platform, after, plan.value) : new Set<Id>()
  try {
    const saved = await transaction(platform.db, (trx) =>
      saveRepair(within(platform, trx), actor, command, disturbed.value, plan.value, outcome.value, held),
    )
    if (saved.ok) {
      platform.live.publish(`board:${eventId}`, saved.value.revision)
      if (saved.value.version !== null) platform.live.publish(`schedule:${eventId}`, saved.value.version)
    }
    return saved
  } catch (error) {
    if (exclusionViolation(error) === 'booking_once') return refuse('conflict', 'scheduling.double-booking')
    // A release of the same moment took the number: it has seen another draft than this one.
    if (uniqueViolation(error) === 'schedule_number_once') return refuse('conflict', 'scheduling.draft-changed')
    throw error
  }
}

/** `platform` is inside the transaction. */
async function saveRepair(
  platform: Platform,
  actor: Actor,
  command: ApplyRepair,
  { outages, cancelledId, facts }: DecidedDisturbance,
  plan: readonly PlannedMeeting[],
  outcome: Outcome,
  held: ReadonlySet<Id>,
): Promise<Result<AppliedRepair>> {
  const { programmeId, eventId, revision, disturbance, changes } = command
  const who = journalActor(actor)
  const now = platform.clock.now()
  const draft = await takeDraft(
    platform.db,
    { programmeId, eventId, newScheduleId: platform.newId(), revision, outcome, now },
    {
      programmeId,
      ...who,
      action: 'schedule.repaired',
      subjectKind: 'event',
      subjectId: eventId,
      before: { revision },
      after: { disturbance, changes: changes.length, released: command.release },
    },
  )
  if (!draft) return refuse('conflict', 'scheduling.draft-changed')
  if (cancelledId !== null) {
    const cancelled = await cancelMeetingRequest(platform, actor, { programmeId, eventId, requestId: cancelledId })
    if (!cancelled.ok) return cancelled
  }
  await insertOutages(
    platform.db,
    command,
    outages.map((outage) => ({ ...outage, id: platform.newId() })),
    { cause: disturbance.code, recordedBy: who.actorId, now },
  )
  const planned = new Map(plan.map((meeting) => [meeting.requestId, meeting]))
  await changeMeetings(
    platform.db,
    draft.id,
    programmeId,
    changes.map(({ requestId }) => ({ requestId, after: planned.get(requestId) ?? null })),
  )
  const { revision: next } = draft
  if (!command.release) return ok({ revision: next, version: null, heldBack: [] })
  const repaired = { ...facts, draft: { ...facts.draft, revision: draft.revision, meetings: plan, outcome } }
  const released = await freezeDraft(platform, actor, repaired, held, command.note)
  const heldBack = [...held].toSorted()
  if (released.ok) return ok({ revision: next, version: released.value.number, heldBack })
  // Nobody's day changes: there is nothing to tell, but what happened is recorded all the same.
  if (UNCHANGED.has(released.refusal.code)) return ok({ revision: next, version: null, heldBack })
  return released
}
