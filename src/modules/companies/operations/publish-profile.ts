import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { checkGate } from '../../compliance/index.ts'
import { publicationProblems } from '../domain/profile-rules.ts'
import { gatePartiesOf } from '../queries/gate-parties.ts'
import { moveProfile } from '../store/profile-store.ts'
import { changedMeanwhile, forbidden, invalid } from './refusals.ts'
import { standingOf } from './standing.ts'
import { findVisibleProfile } from './visible-profile.ts'

export interface NamedProfile {
  readonly programmeId: Id
  readonly profileId: Id
}

/** Shows a profile to the other companies. Publishing a published one changes nothing. */
export async function publishProfile(
  platform: Platform,
  actor: Actor,
  { programmeId, profileId }: NamedProfile,
): Promise<Result<void>> {
  const found = await findVisibleProfile(platform, actor, programmeId, profileId)
  if (!found.ok) return found
  if (!standingOf(actor, programmeId).operator) return forbidden()
  const profile = found.value
  if (profile.status === 'published') return ok(undefined)
  const [problem] = publicationProblems(profile)
  if (problem) return invalid(problem)
  const gate = await checkGate(platform, {
    programmeId,
    gate: 'profile-publication',
    parties: () => gatePartiesOf(platform, programmeId, [profile.companyId]),
    actor,
  })
  if (!gate.ok) return gate
  const now = platform.clock.now()
  const to = { status: 'published' as const, publishedAt: now, now }
  const moved = await moveProfile(platform.db, profile, to, {
    at: now,
    programmeId,
    ...journalActor(actor),
    action: 'profile.published',
    subjectKind: 'profile',
    subjectId: profileId,
    before: { status: profile.status },
    after: { status: 'published', companyId: profile.companyId },
  })
  return moved ? ok(undefined) : changedMeanwhile()
}
