import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { changedFacts, indexProfile } from '../domain/company.ts'
import { mayEditProfile } from '../domain/policy.ts'
import { type ProfileWords, storableWords, wordsOf } from '../domain/profile-facts.ts'
import { profileProblems, publicationProblems } from '../domain/profile-rules.ts'
import { updateProfileRow } from '../store/profile-store.ts'
import { cleanInput } from './clean-input.ts'
import { loadKnownKeywords } from './known-keywords.ts'
import { changedMeanwhile, forbidden, invalid, unlessTaken } from './refusals.ts'
import { standingOf } from './standing.ts'
import { pick } from './update-company.ts'
import { findVisibleProfile } from './visible-profile.ts'

export type UpdateProfile = ProfileWords & {
  readonly programmeId: Id
  readonly profileId: Id
  /** As it was read; another one means that somebody else changed it meanwhile. */
  readonly revision: number
}

/** Changes the words of a profile; one that is published stays fit to be. Saving what is stored changes nothing. */
export async function updateProfile(
  platform: Platform,
  actor: Actor,
  { programmeId, profileId, revision, ...said }: UpdateProfile,
): Promise<Result<{ revision: number }>> {
  const found = await findVisibleProfile(platform, actor, programmeId, profileId)
  if (!found.ok) return found
  const stored = found.value
  if (!mayEditProfile(standingOf(actor, programmeId), stored.companyId, stored.status)) return forbidden()
  if (stored.revision !== revision) return changedMeanwhile()
  const words = storableWords(cleanInput(said))
  const [problem] = [
    ...profileProblems(words, await loadKnownKeywords(platform, actor, programmeId)),
    ...(stored.status === 'published' ? publicationProblems(words) : []),
    ...(words.code ? [] : [{ code: 'code-missing', field: 'code', values: {} }]),
  ]
  if (problem) return invalid(problem)
  const before = wordsOf(stored)
  const changed = changedFacts<ProfileWords>(before, words)
  if (changed.length === 0) return ok({ revision })
  const now = platform.clock.now()
  const updated = await unlessTaken(() =>
    updateProfileRow(
      platform.db,
      { ...stored, ...words, ...indexProfile(words), revision: revision + 1, updatedAt: now },
      revision,
      {
        at: now,
        programmeId,
        ...journalActor(actor),
        action: 'profile.changed',
        subjectKind: 'profile',
        subjectId: profileId,
        before: pick(before, changed),
        after: { ...pick(words, changed), companyId: stored.companyId },
      },
    ),
  )
  if (!updated.ok) return updated
  return updated.value ? ok({ revision: revision + 1 }) : changedMeanwhile()
}
