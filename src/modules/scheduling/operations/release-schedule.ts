import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction, uniqueViolation } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { assessPlan } from '../domain/assessment.ts'
import { differences, nextVersion } from '../domain/differences.ts'
import { loadFacts } from '../store/facts-store.ts'
import { insertRelease } from '../store/schedule-store.ts'

export interface ReleaseSchedule {
  readonly programmeId: Id
  readonly eventId: Id
  /** Of the draft whose differences were confirmed. */
  readonly revision: number
  readonly note: string | null
}

/**
 * Freezes the draft as the next version. Whoever's day changes learns of it from the journal entry, so a
 * server that dies after this has still told nobody twice and nobody never.
 */
export async function releaseSchedule(
  platform: Platform,
  actor: Actor,
  command: ReleaseSchedule,
): Promise<Result<{ number: number }>> {
  const { programmeId, eventId, revision, note } = command
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return refuse('absent', 'scheduling.absent')
  if (facts.solving) return refuse('conflict', 'scheduling.solving')
  if (facts.draft.scheduleId === null) return refuse('conflict', 'scheduling.no-draft')
  if (facts.draft.revision !== revision) return refuse('conflict', 'scheduling.draft-changed')
  const released = facts.released?.meetings ?? []
  const changes = differences(
    released.filter(({ status }) => status === 'planned'),
    facts.draft.meetings,
  )
  if (facts.released && changes.length === 0) return refuse('conflict', 'scheduling.nothing-to-release')
  const assessed = assessPlan(facts, facts.draft.meetings)
  if (!assessed.ok) return assessed

  const who = journalActor(actor)
  const id = platform.newId()
  const number = (facts.released?.number ?? 0) + 1
  try {
    const saved = await transaction(platform.db, async (trx) => {
      const frozen = await insertRelease(
        trx,
        { id, programmeId, eventId, revision, number, note, releasedBy: who.actorId, now: platform.clock.now() },
        nextVersion(released, facts.draft.meetings),
        {
          programmeId,
          ...who,
          action: 'schedule.released',
          subjectKind: 'event',
          subjectId: eventId,
          before: { number: number - 1 },
          after: { number, scheduleId: id, changes },
        },
      )
      return frozen ? ok({ number }) : refuse('conflict', 'scheduling.draft-changed')
    })
    if (saved.ok) platform.live.publish(`schedule:${eventId}`, number)
    return saved
  } catch (error) {
    // Somebody else's release took the number: decide again, so the loser hears what coming second hears.
    if (uniqueViolation(error) === 'schedule_number_once') return releaseSchedule(platform, actor, command)
    throw error
  }
}
