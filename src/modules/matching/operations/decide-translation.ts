import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { findVisibleProfile, profileWordsOf, updateProfile } from '../../companies/index.ts'
import { mayTranslate } from '../domain/policy.ts'
import { type TranslatedTexts, withTranslation } from '../domain/translated-texts.ts'
import { decideTranslationDraft, findTranslationDraft } from '../store/translation-store.ts'
import { absent } from './refusals.ts'
import { standingOf } from './standing.ts'

export interface DecideTranslation {
  readonly programmeId: Id
  readonly translationId: Id
  readonly approve: boolean
  /** As the person has corrected them; null: as they were drafted. */
  readonly texts: TranslatedTexts | null
}

/**
 * A person approves a machine's draft, which then becomes part of the profile, or discards it. A draft of older words
 * than the profile has now is refused; what a person wrote meanwhile is never replaced.
 */
export async function decideTranslation(
  platform: Platform,
  actor: Actor,
  { programmeId, translationId, approve, texts }: DecideTranslation,
): Promise<Result<null>> {
  const who = journalActor(actor)
  if (!who.actorId || !mayTranslate(standingOf(actor, programmeId))) return absent()
  const decidedBy = who.actorId
  return transaction(platform.db, async (trx): Promise<Result<null>> => {
    const inside = within(platform, trx)
    const draft = await findTranslationDraft(trx, programmeId, translationId)
    if (!draft) return absent()
    const { profileId, targetLocale } = draft
    const status = approve ? 'approved' : 'discarded'
    const now = platform.clock.now()
    const decided = await decideTranslationDraft(trx, translationId, status, decidedBy, now, {
      at: now,
      programmeId,
      ...who,
      action: `translation.${status}`,
      subjectKind: 'profile',
      subjectId: profileId,
      after: { translationId, to: targetLocale },
    })
    if (!decided) return absent()
    if (!approve) return ok(null)
    const profile = await findVisibleProfile(inside, actor, programmeId, profileId)
    if (!profile.ok) return absent()
    const { revision } = profile.value
    if (revision !== draft.profileRevision) return refuse('conflict', 'matching.translation-outdated')
    const words = withTranslation(profileWordsOf(profile.value), targetLocale, texts ?? draft.texts)
    const updated = await updateProfile(inside, actor, { programmeId, profileId, revision, ...words })
    return updated.ok ? ok(null) : updated
  })
}
