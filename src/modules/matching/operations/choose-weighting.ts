import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { uniqueViolation } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayRank } from '../domain/policy.ts'
import type { Weighting } from '../domain/weighting.ts'
import { chooseWeightingRow, dropWeightingChoice, insertWeighting } from '../store/weighting-store.ts'
import { absent } from './refusals.ts'
import { standingOf } from './standing.ts'

/** Keeps a weighting as the next version of the programme. It changes nothing until it is chosen. */
export async function saveWeighting(
  platform: Platform,
  actor: Actor,
  {
    programmeId,
    note,
    topic,
    wording,
    embedding,
  }: Weighting & { readonly programmeId: Id; readonly note: string | null },
): Promise<Result<{ id: Id; number: number }>> {
  if (!mayRank(standingOf(actor, programmeId))) return absent()
  if (topic + wording + embedding <= 0) return refuse('invalid', 'matching.weighting-empty')
  const who = journalActor(actor)
  const [id, createdAt] = [platform.newId(), platform.clock.now()]
  try {
    const number = await insertWeighting(
      platform.db,
      { id, programmeId, topic, wording, embedding, note, createdBy: who.actorId, createdAt },
      {
        at: createdAt,
        programmeId,
        ...who,
        action: 'weighting.saved',
        subjectKind: 'weighting',
        subjectId: id,
        after: { topic, wording, embedding },
      },
    )
    return ok({ id, number })
  } catch (error) {
    if (uniqueViolation(error) === 'match_weighting_programme_id_number_key') {
      return refuse('conflict', 'matching.weighting-meanwhile')
    }
    throw error
  }
}

/**
 * Decides with which weighting the next ranking is made; null goes back to the engine's own. The ranking that is shown
 * stays until somebody ranks again.
 */
export async function chooseWeighting(
  platform: Platform,
  actor: Actor,
  { programmeId, weightingId }: { readonly programmeId: Id; readonly weightingId: Id | null },
): Promise<Result<null>> {
  if (!mayRank(standingOf(actor, programmeId))) return absent()
  const entry = {
    at: platform.clock.now(),
    programmeId,
    ...journalActor(actor),
    action: 'weighting.chosen',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { weightingId },
  }
  if (weightingId === null) {
    await dropWeightingChoice(platform.db, programmeId, entry)
    return ok(null)
  }
  return (await chooseWeightingRow(platform.db, programmeId, weightingId, entry)) ? ok(null) : absent()
}
