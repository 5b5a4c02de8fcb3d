import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../domain/actor.ts'
import { CONSENT_PURPOSES, CONSENT_VERSIONS, type ConsentPurpose } from '../domain/consent.ts'
import { type ConsentRow, listConsents } from '../store/consent-store.ts'

export type { ConsentRow } from '../store/consent-store.ts'

export interface ConsentView {
  readonly purpose: ConsentPurpose
  /** The text in force. */
  readonly textVersion: string
  /** What counts; null: nothing was said of the text in force. */
  readonly given: boolean | null
  readonly decidedAt: Instant | null
}

/** What the actor agreed to, and every word of it. */
export async function readConsents(
  platform: Platform,
  actor: Actor,
): Promise<Result<{ consents: ConsentView[]; ledger: ConsentRow[] }>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const ledger = await listConsents(platform.db, actor.personId)
  const consents = CONSENT_PURPOSES.map((purpose): ConsentView => {
    const textVersion = CONSENT_VERSIONS[purpose]
    const newest = ledger.find((row) => row.purpose === purpose)
    // An agreement to an older text is none to this one; a withdrawal holds whatever the text.
    const counts = newest !== undefined && (newest.textVersion === textVersion || !newest.given)
    return {
      purpose,
      textVersion,
      given: counts ? newest.given : null,
      decidedAt: counts ? newest.decidedAt : null,
    }
  })
  return ok({ consents, ledger })
}
