import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, findProver } from '../../accounts/index.ts'
import { type Signatory, statusAt } from '../domain/agreement.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { type AgreementRecord, type StoredParty, findLinkedAgreement } from '../store/agreement-store.ts'
import { returnTry, takeTry } from '../store/signing-store.ts'
import { codeHash, isSame, isTrueLink, readLink } from './signing-link.ts'

/** What a true link leads to. */
export interface LinkedParty {
  readonly agreement: AgreementRecord
  readonly party: StoredParty & { readonly signatory: Signatory }
  readonly contentHash: string
  readonly now: Instant
}

/** Null for any link that is not the newest of an agreement sent for signature by mail, whatever the cause. */
export async function findLinkedParty(platform: Platform, link: string): Promise<LinkedParty | null> {
  const ids = readLink(link)
  const agreement = ids && (await findLinkedAgreement(platform.db, ids.agreementId))
  const party = agreement?.parties.find(({ id }) => id === ids?.partyId)
  if (!agreement || !party?.signatory || agreement.content.mode !== 'remote') return null
  const { contentHash, sentAt } = agreement
  if (!contentHash || !sentAt) return null
  const facts = { agreementId: agreement.id, partyId: party.id, contentHash, sentAt }
  if (!isTrueLink(platform.config.secret, link, facts)) return null
  return { agreement, party: { ...party, signatory: party.signatory }, contentHash, now: platform.clock.now() }
}

/**
 * What a link opens together with a right code. A link alone, a wrong, used or old code, and a code of another party
 * or text are all refused in the same words. Works outside of any transaction: a try counts even when all else fails.
 */
export async function openWithCode(
  platform: Platform,
  link: string,
  code: string,
): Promise<Result<LinkedParty & { readonly codeId: string }>> {
  const linked = await findLinkedParty(platform, link)
  if (!linked) return refuseAgreement('forbidden', 'code-wrong')
  const { agreement, party, contentHash, now } = linked
  const status = statusAt(agreement, now)
  const tried = await takeTry(platform.db, { partyId: party.id, contentHash, now })
  const expected = tried && codeHash(platform.config.secret, tried.id, contentHash, party.signatory.email, code)
  if (!tried || !expected || !isSame(expected, tried.codeHash)) return refuseAgreement('forbidden', 'code-wrong')
  await returnTry(platform.db, tried.id)
  if (!['sent', 'signed'].includes(status)) return refuseAgreement('conflict', 'not-in-state', { status })
  return ok({ ...linked, codeId: tried.id })
}

/** Whether the actor is signed in with the very address that the code of this party goes to. */
export async function isSignatory(platform: Platform, actor: Actor, { party }: LinkedParty) {
  const prover = await findProver(platform, actor)
  const is = prover?.email.toLowerCase() === party.signatory.email.toLowerCase()
  return { is, hasPasskey: is && prover !== null && prover.hasPasskey }
}

/** What a link opens to its signatory who is signed in here; to everybody else it is a link without a code. */
export async function openAsSignatory(platform: Platform, actor: Actor, link: string): Promise<Result<LinkedParty>> {
  const linked = await findLinkedParty(platform, link)
  if (!linked || !(await isSignatory(platform, actor, linked)).is) return refuseAgreement('forbidden', 'code-wrong')
  const status = statusAt(linked.agreement, linked.now)
  if (!['sent', 'signed'].includes(status)) return refuseAgreement('conflict', 'not-in-state', { status })
  return ok(linked)
}

export interface OpenLink {
  readonly link: string
  /** Null: the signatory is signed in. */
  readonly code: string | null
}

export const openLink = (platform: Platform, actor: Actor, { link, code }: OpenLink): Promise<Result<LinkedParty>> =>
  code === null ? openAsSignatory(platform, actor, link) : openWithCode(platform, link, code)
