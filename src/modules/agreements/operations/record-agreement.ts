import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { AgreementType, Party } from '../domain/agreement.ts'
import type { AnnouncedAmount, Money } from '../domain/money.ts'
import { mayManage } from '../domain/policy.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { NO_TERMS } from '../domain/terms.ts'
import { insertAgreement } from '../store/agreement-store.ts'
import { unlessNumberTaken } from './create-agreement.ts'
import { actorId, agreementEntry } from './entry.ts'
import { prepareContent } from './prepare-content.ts'

export interface RecordAgreement {
  readonly programmeId: Id
  readonly number: string
  readonly type: AgreementType
  readonly title: LocalizedText
  readonly parties: readonly Omit<Party, 'signatory'>[]
  readonly subject: LocalizedText
  readonly amount: Money | null
  readonly announcedAs: AnnouncedAmount | null
  readonly signedOn: string
  readonly source: string
  readonly note: LocalizedText
}

/**
 * An agreement that was concluded elsewhere, with what is known of it and no more: no text, no signatories, and no
 * signature of ours. It counts as signed on the word of its source.
 */
export async function recordAgreement(
  platform: Platform,
  actor: Actor,
  { programmeId, signedOn, source, note, subject, amount, announcedAs, ...facts }: RecordAgreement,
): Promise<Result<{ id: Id; partyIds: Id[] }>> {
  if (!mayManage(actor, programmeId)) return refuseAgreement('absent', 'absent')
  const prepared = await prepareContent(platform, programmeId, {
    ...facts,
    parties: facts.parties.map((party) => ({ ...party, signatory: null })),
    languages: [],
    prevailing: null,
    terms: { ...NO_TERMS, subject, amount, announcedAs, exportControl: false, electronicExecution: false },
    clauses: [],
    mode: 'ceremony',
    signingOrder: 'parallel',
  })
  if (!prepared.ok) return prepared
  const id = platform.newId()
  const { content, parties } = prepared.value
  const entry = agreementEntry(platform, actor, { programmeId, agreementId: id }, 'agreement.recorded', {
    after: { number: content.number, type: content.type, signedOn },
  })
  const save = { id, programmeId, origin: 'recorded' as const, content, parties, signedOn, source, note }
  return unlessNumberTaken(content.number, async () => {
    await insertAgreement(platform.db, { ...save, createdBy: actorId(actor), now: platform.clock.now() }, entry)
    return ok({ id, partyIds: parties.map((party) => party.id) })
  })
}
