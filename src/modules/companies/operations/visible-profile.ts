import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { maySeeCompany, maySeeInside } from '../domain/policy.ts'
import { type ProfileRow, findProfile } from '../store/profile-store.ts'
import { absent } from './refusals.ts'
import { standingOf } from './standing.ts'

/** A profile that the actor may know of: published ones, and drafts of the own company. */
export async function findVisibleProfile(
  platform: Platform,
  actor: Actor,
  programmeId: Id,
  profileId: Id,
): Promise<Result<ProfileRow>> {
  const standing = standingOf(actor, programmeId)
  const profile = await findProfile(platform.db, programmeId, profileId)
  if (!profile) return absent()
  const visible =
    maySeeInside(standing, profile.companyId) ||
    (profile.status === 'published' && maySeeCompany(standing, profile.companyId))
  return visible ? ok(profile) : absent()
}
