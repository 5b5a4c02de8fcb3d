import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../domain/actor.ts'
import { CONSENT_VERSIONS, type ConsentPurpose } from '../domain/consent.ts'
import { insertConsent } from '../store/consent-store.ts'

export interface DecideConsent {
  readonly purpose: ConsentPurpose
  /** Of the text that was on the screen, and its language. */
  readonly textVersion: string
  readonly locale: Locale
  readonly given: boolean
}

/**
 * Gives or withdraws the actor's own consent. Refuses with `accounts.consent-outdated` when another text is in force by
 * now: nobody agrees to what they have not read. A withdrawal is always taken.
 */
export async function decideConsent(platform: Platform, actor: Actor, command: DecideConsent): Promise<Result<void>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const { purpose, textVersion, locale, given } = command
  if (given && textVersion !== CONSENT_VERSIONS[purpose]) return refuse('conflict', 'accounts.consent-outdated')
  const { personId } = actor
  const decidedAt = platform.clock.now()
  await insertConsent(
    platform.db,
    { id: platform.newId(), personId, purpose, textVersion, locale, given, decidedAt },
    {
      at: decidedAt,
      programmeId: null,
      ...journalActor(actor),
      action: given ? 'consent.given' : 'consent.withdrawn',
      subjectKind: 'person',
      subjectId: personId,
      after: { purpose, textVersion, locale },
    },
  )
  return ok(undefined)
}
