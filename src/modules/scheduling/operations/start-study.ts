import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction, uniqueViolation } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayEditSchedule } from '../domain/policy.ts'
import { type StudyQuestion, variantsOf } from '../domain/what-if.ts'
import { studySchedule } from '../jobs/study-schedule.ts'
import { loadFacts } from '../store/facts-store.ts'
import { type StudyRow, insertStudy } from '../store/study-store.ts'

export interface StartStudy {
  readonly programmeId: Id
  readonly eventId: Id
  readonly question: StudyQuestion
}

/** Asks "what if": solved point by point in the background, one question of an event at a time. */
export async function startStudy(platform: Platform, actor: Actor, command: StartStudy): Promise<Result<StudyRow>> {
  const { programmeId, eventId, question } = command
  if (!mayEditSchedule(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return refuse('absent', 'scheduling.absent')
  if (facts.draft.scheduleId === null) return refuse('conflict', 'scheduling.nothing-to-repair')
  const variants = variantsOf(facts, question)
  if (!variants.ok) return variants
  const who = journalActor(actor)
  const [id, createdAt] = [platform.newId(), platform.clock.now()]
  const pointsTotal = variants.value.length
  try {
    await transaction(platform.db, async (trx) => {
      await insertStudy(
        trx,
        { id, programmeId, eventId, question, pointsTotal, requestedBy: who.actorId, createdAt },
        {
          programmeId,
          ...who,
          action: 'schedule-study.started',
          subjectKind: 'event',
          subjectId: eventId,
          after: { studyId: id, question },
        },
      )
      await platform.jobs.send(studySchedule, { studyId: id, programmeId, eventId }, { db: trx })
    })
  } catch (error) {
    if (uniqueViolation(error) === 'schedule_study_live') return refuse('conflict', 'scheduling.already-studying')
    throw error
  }
  return ok({ id, status: 'queued', question, points: [], pointsTotal, createdAt, finishedAt: null })
}
