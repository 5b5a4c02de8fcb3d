import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayActForCompany } from '../domain/policy.ts'
import { putOnShortlist, takeOffShortlist } from '../store/shortlist-store.ts'
import { absent } from './refusals.ts'
import { standingOf } from './standing.ts'

export interface OfPair {
  readonly programmeId: Id
  readonly companyId: Id
  readonly partnerId: Id
}

/** Puts a partner on a company's shortlist, or changes the note there. Needs a person: the entry says who added it. */
export async function shortlistPartner(
  platform: Platform,
  actor: Actor,
  command: OfPair & { readonly note: string | null },
): Promise<Result<null>> {
  const { programmeId, companyId, partnerId, note } = command
  const who = journalActor(actor)
  if (!who.actorId || !mayActForCompany(standingOf(actor, programmeId), companyId)) return absent()
  if (companyId === partnerId) return refuse('invalid', 'matching.own-company')
  const createdAt = platform.clock.now()
  const found = await putOnShortlist(
    platform.db,
    { programmeId, companyId, partnerId, note, addedBy: who.actorId, createdAt },
    {
      at: createdAt,
      programmeId,
      ...who,
      action: 'match.shortlisted',
      subjectKind: 'company',
      subjectId: companyId,
      after: { partnerId },
    },
  )
  return found ? ok(null) : absent()
}

/** Takes a partner off; one who is not on it is off it already. */
export async function unlistPartner(platform: Platform, actor: Actor, command: OfPair): Promise<Result<null>> {
  const { programmeId, companyId, partnerId } = command
  if (!mayActForCompany(standingOf(actor, programmeId), companyId)) return absent()
  await takeOffShortlist(platform.db, command, {
    at: platform.clock.now(),
    programmeId,
    ...journalActor(actor),
    action: 'match.unlisted',
    subjectKind: 'company',
    subjectId: companyId,
    before: { partnerId },
  })
  return ok(null)
}
