import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction, uniqueViolation } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { assessPlan } from '../domain/assessment.ts'
import { differences, nextVersion } from '../domain/differences.ts'
import type { ScheduleFacts } from '../domain/facts.ts'
import { loadFacts } from '../store/facts-store.ts'
import { insertRelease } from '../store/schedule-store.ts'
import { meetingsHeld } from './meetings-held.ts'

export interface ReleaseSchedule {
  readonly programmeId: Id
  readonly eventId: Id
  /** Of the draft whose differences were confirmed. */
  readonly revision: number
  readonly note: string | null
}

export interface ReleasedVersion {
  readonly number: number
  /** Requests whose meetings stay in the draft, because a company of theirs is not cleared by screening. */
  readonly heldBack: Id[]
}

/**
 * Freezes the draft as the next version. Whoever's day changes learns of it from the journal entry, so a
 * server that dies after this has still told nobody twice and nobody never.
 */
export async function releaseSchedule(
  platform: Platform,
  actor: Actor,
  command: ReleaseSchedule,
): Promise<Result<ReleasedVersion>> {
  const { programmeId, eventId, revision, note } = command
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return refuse('absent', 'scheduling.absent')
  if (facts.solving) return refuse('conflict', 'scheduling.solving')
  if (facts.draft.scheduleId === null) return refuse('conflict', 'scheduling.no-draft')
  if (facts.draft.revision !== revision) return refuse('conflict', 'scheduling.draft-changed')
  const assessed = assessPlan(facts, facts.draft.meetings)
  if (!assessed.ok) return assessed

  const held = await meetingsHeld(platform, facts, facts.draft.meetings)
  try {
    const saved = await transaction(platform.db, (trx) => freezeDraft(within(platform, trx), actor, facts, held, note))
    if (saved.ok) platform.live.publish(`schedule:${eventId}`, saved.value.number)
    return saved
  } catch (error) {
    // Somebody else's release took the number: decide again, so the loser hears what coming second hears.
    if (uniqueViolation(error) === 'schedule_number_once') return releaseSchedule(platform, actor, command)
    throw error
  }
}

/**
 * The draft of `facts` as the next version, without the meetings that are `held`, inside the caller's transaction. Throws `schedule_number_once` when
 * another release took the number meanwhile.
 */
export async function freezeDraft(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId, draft, released }: ScheduleFacts,
  held: ReadonlySet<Id>,
  note: string | null,
): Promise<Result<ReleasedVersion>> {
  const { actorId, ...who } = journalActor(actor)
  const id = platform.newId()
  const number = (released?.number ?? 0) + 1
  const before = released?.meetings ?? []
  const meetings = draft.meetings.filter(({ requestId }) => !held.has(requestId))
  const heldBack = [...held].toSorted()
  const changes = differences(
    before.filter(({ status }) => status === 'planned'),
    meetings,
  )
  if (changes.length === 0 && heldBack.length > 0) {
    return refuse('conflict', 'scheduling.all-held-back', { count: heldBack.length })
  }
  if (released && changes.length === 0) return refuse('conflict', 'scheduling.nothing-to-release')
  const frozen = await insertRelease(
    platform.db,
    {
      id,
      programmeId,
      eventId,
      revision: draft.revision,
      number,
      note,
      releasedBy: actorId,
      now: platform.clock.now(),
    },
    nextVersion(before, meetings),
    {
      programmeId,
      ...who,
      actorId,
      action: 'schedule.released',
      subjectKind: 'event',
      subjectId: eventId,
      before: { number: number - 1 },
      after: { number, scheduleId: id, changes, ...(heldBack.length > 0 ? { heldBack } : {}) },
    },
  )
  return frozen ? ok({ number, heldBack }) : refuse('conflict', 'scheduling.draft-changed')
}
