import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayEditCompany } from '../domain/policy.ts'
import { moveProfile } from '../store/profile-store.ts'
import type { NamedProfile } from './publish-profile.ts'
import { changedMeanwhile, forbidden } from './refusals.ts'
import { standingOf } from './standing.ts'
import { findVisibleProfile } from './visible-profile.ts'

/** Takes a profile back; who has seen it has seen it. Withdrawing a withdrawn one changes nothing. */
export async function withdrawProfile(
  platform: Platform,
  actor: Actor,
  { programmeId, profileId }: NamedProfile,
): Promise<Result<void>> {
  const found = await findVisibleProfile(platform, actor, programmeId, profileId)
  if (!found.ok) return found
  const profile = found.value
  if (!mayEditCompany(standingOf(actor, programmeId), profile.companyId)) return forbidden()
  if (profile.status === 'withdrawn') return ok(undefined)
  const now = platform.clock.now()
  const to = { status: 'withdrawn' as const, publishedAt: profile.publishedAt, now }
  const moved = await moveProfile(platform.db, profile, to, {
    at: now,
    programmeId,
    ...journalActor(actor),
    action: 'profile.withdrawn',
    subjectKind: 'profile',
    subjectId: profileId,
    before: { status: profile.status },
    after: { status: 'withdrawn', companyId: profile.companyId },
  })
  return moved ? ok(undefined) : changedMeanwhile()
}
