import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { indexProfile } from '../domain/company.ts'
import { mayEditCompany, maySeeCompany } from '../domain/policy.ts'
import { type ProfileWords, storableWords } from '../domain/profile-facts.ts'
import { profileProblems } from '../domain/profile-rules.ts'
import { findCompany } from '../store/company-store.ts'
import { insertProfile } from '../store/profile-store.ts'
import { cleanInput } from './clean-input.ts'
import { loadKnownKeywords } from './known-keywords.ts'
import { absent, forbidden, invalid, unlessTaken } from './refusals.ts'
import { standingOf } from './standing.ts'

export type CreateProfile = ProfileWords & { readonly programmeId: Id; readonly companyId: Id }

/** Drafts a profile of a company. */
export async function createProfile(
  platform: Platform,
  actor: Actor,
  { programmeId, companyId, ...said }: CreateProfile,
): Promise<Result<{ id: Id }>> {
  const standing = standingOf(actor, programmeId)
  const company = maySeeCompany(standing, companyId) ? await findCompany(platform.db, programmeId, companyId) : null
  if (!company) return absent()
  if (!mayEditCompany(standing, companyId)) return forbidden()
  const words = storableWords(cleanInput(said))
  const [problem] = profileProblems(words, await loadKnownKeywords(platform, actor, programmeId))
  if (problem) return invalid(problem)
  if (!words.code) return invalid({ code: 'code-missing', field: 'code', values: {} })
  const id = platform.newId()
  const now = platform.clock.now()
  const state = { status: 'draft' as const, revision: 1, createdAt: now, updatedAt: now, publishedAt: null }
  const inserted = await unlessTaken(() =>
    insertProfile(
      platform.db,
      { id, programmeId, companyId, ...words, ...indexProfile(words), ...state },
      {
        at: now,
        programmeId,
        ...journalActor(actor),
        action: 'profile.drafted',
        subjectKind: 'profile',
        subjectId: id,
        after: { companyId, code: words.code, type: words.type, title: words.title },
      },
    ),
  )
  return inserted.ok ? ok({ id }) : inserted
}
