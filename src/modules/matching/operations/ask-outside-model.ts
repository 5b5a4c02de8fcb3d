import { z } from 'zod'
import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { appendJournal } from '../../../platform/journal.ts'
import { type RemoteLimits, askRemoteModel } from '../../../platform/remote-model.ts'
import { profileTexts } from '../domain/match-party.ts'
import { outsideText, storeOutsideVector } from '../domain/outside-vector.ts'
import {
  type UnjudgedProfile,
  findUnjudgedProfiles,
  loadOutsideVectors,
  saveOutsideVectors,
} from '../store/outside-vector-store.ts'

export interface OutsideJudgement {
  readonly model: string
  /** By profile. */
  readonly vectors: ReadonlyMap<Id, string>
}

/** Profiles of one question to the service. */
const BATCH = 32

/** A thousand dimensions of 32 profiles are written out in under 1 MB; models with more need room. */
const LIMITS: RemoteLimits = { timeoutMs: 60_000, maxBytes: 8_000_000 }

/**
 * Has the installation's embedding service judge the published profiles it has not seen as they are now; their text
 * leaves the server, and the journal says so before it does. Null where no service is set up, and when it fails: a
 * ranking in which it judged only some would not be fair to the others.
 */
export async function askOutsideModel(
  platform: Platform,
  programmeId: Id,
  runId: Id,
  signal?: AbortSignal,
): Promise<OutsideJudgement | null> {
  const service = platform.config.embedding
  if (service === null) return null
  const { db } = platform
  const unjudged = await findUnjudgedProfiles(db, programmeId, service.model)
  const note = (action: string, after: object) =>
    appendJournal(db, {
      at: platform.clock.now(),
      programmeId,
      actorKind: 'system',
      actorId: null,
      action,
      subjectKind: 'match-run',
      subjectId: runId,
      after: { host: new URL(service.url).host, model: service.model, ...after },
    })
  if (unjudged.length > 0) await note('outside-model.sent', { profiles: unjudged.length })
  for (let from = 0; from < unjudged.length; from += BATCH) {
    signal?.throwIfAborted()
    const batch = unjudged.slice(from, from + BATCH)
    const vectors = await vectorsOf(service, batch)
    if (vectors === null) {
      await note('outside-model.failed', { profiles: unjudged.length - from })
      return null
    }
    await saveOutsideVectors(db, programmeId, service.model, vectors)
  }
  return { model: service.model, vectors: await loadOutsideVectors(db, programmeId, service.model) }
}

const embeddings = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()).max(8192) })),
})

/** Null when the service gives nothing that can be used for every profile. */
async function vectorsOf(service: NonNullable<Platform['config']['embedding']>, batch: readonly UnjudgedProfile[]) {
  const input = batch.map((profile) => outsideText(profileTexts(profile)))
  const answer = await askRemoteModel(service, '/embeddings', { input }, LIMITS)
  const read = embeddings.safeParse(answer.ok ? answer.value : null)
  if (!read.success) return null
  const byIndex = new Map(read.data.data.map(({ index, embedding }) => [index, storeOutsideVector(embedding)]))
  const vectors = batch.flatMap(({ id, revision }, at) => {
    const vector = byIndex.get(at)
    return vector ? [{ profileId: id, revision, vector }] : []
  })
  return vectors.length === batch.length ? vectors : null
}
