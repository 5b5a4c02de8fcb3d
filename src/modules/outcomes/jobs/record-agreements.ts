import type { Id } from '../../../kernel/id.ts'
import { textIn } from '../../../kernel/locale.ts'
import type { Platform } from '../../../platform/context.ts'
import type { JournalEntry } from '../../../platform/journal.ts'
import { systemActor } from '../../accounts/index.ts'
import type { Currency } from '../../../kernel/money.ts'
import type { OutcomeKind } from '../domain/outcome.ts'
import { saveMove } from '../operations/change-outcome.ts'
import { askGate } from '../operations/ask-gate.ts'
import { entryOf, recordedFacts } from '../operations/entry.ts'
import {
  type FulfilledPayment,
  type OutcomeRow,
  type SignedAgreement,
  findFulfilledPayments,
  findPaymentsOf,
  findByReference,
  findSignedAgreementIds,
  findSignedAgreements,
  insertOutcome,
  isWithdrawn,
} from '../store/outcome-store.ts'

const KIND_OF: Readonly<Record<string, OutcomeKind>> = {
  mou: 'memorandum',
  'joint-development': 'joint-development',
  investment: 'investment',
  'commercial-with-technical-assistance': 'contract',
  licence: 'licence',
  supply: 'supply',
}

/**
 * An agreement that is signed is an outcome, once, whatever its languages and however often it is changed and signed
 * again; a promised payment that was made is another, on the basis `paid`. Secrecy agreements are no result.
 */
export const recordAgreements = {
  reader: 'outcomes.record-agreements',
  async handle(platform: Platform, entries: readonly JournalEntry[]): Promise<void> {
    const subjects = (kind: string) => [
      ...new Set(entries.filter(({ subjectKind }) => subjectKind === kind).map(({ subjectId }) => subjectId)),
    ]
    const agreements = subjects('agreement')
    const commitments = subjects('commitment')
    if (agreements.length > 0) await recordSignedAgreements(platform, agreements)
    // What was held at the gate is counted once its parties are cleared.
    const cleared = entries.filter(({ subjectKind }) => subjectKind === 'screening' || subjectKind === 'watch-list')
    for (const programmeId of new Set(cleared.flatMap((entry) => entry.programmeId ?? []))) {
      await recordAgreementsOf(platform, programmeId)
      for (const payment of await findPaymentsOf(platform.db, programmeId)) await recordPaid(platform, payment)
    }
    if (commitments.length > 0) {
      for (const payment of await findFulfilledPayments(platform.db, commitments)) await recordPaid(platform, payment)
    }
  },
}

/** What is signed in a programme becomes an outcome now, without waiting for the journal. */
export async function recordAgreementsOf(platform: Platform, programmeId: Id): Promise<void> {
  await recordSignedAgreements(platform, await findSignedAgreementIds(platform.db, programmeId))
}

async function recordSignedAgreements(platform: Platform, agreementIds: readonly Id[]): Promise<void> {
  for (const agreement of await findSignedAgreements(platform.db, agreementIds)) await recordSigned(platform, agreement)
}

type Attributed = Pick<
  OutcomeRow,
  'programmeId' | 'reference' | 'kind' | 'title' | 'parties' | 'basis' | 'grade' | 'happenedOn'
> &
  Partial<OutcomeRow>

async function record(platform: Platform, facts: Attributed): Promise<void> {
  const row: OutcomeRow = {
    id: platform.newId(),
    revision: 1,
    amountMinor: null,
    currency: null,
    eventId: null,
    requestId: null,
    agreementId: null,
    commitmentId: null,
    evidence: null,
    conversions: [],
    announcements: [],
    confirmedBy: [],
    status: 'recorded',
    reason: null,
    recordedBy: null,
    validFrom: platform.clock.now(),
    ...facts,
  }
  // Whatever is heard of an agreement later does not bring back what an operator has taken out.
  if (await isWithdrawn(platform.db, row)) return
  const gate = await askGate(platform, systemActor('outcomes'), row.programmeId, row.parties)
  if (!gate.ok) {
    platform.log.warn({ reference: row.reference, code: gate.refusal.code }, 'outcome held at the screening gate')
    return
  }
  const entry = entryOf(platform, systemActor('outcomes'), row.programmeId, {
    action: 'outcome.recorded',
    subjectKind: 'outcome',
    subjectId: row.id,
    after: recordedFacts(row),
  })
  if (await insertOutcome(platform.db, row, entry)) return
  const known = await findByReference(platform.db, row)
  // Changed and signed again it is still the same one, now with another amount.
  if (!known || (known.amountMinor === row.amountMinor && known.currency === row.currency)) return
  await saveMove(platform, systemActor('outcomes'), known, { ...row, id: known.id }, 'outcome.changed')
}

async function recordSigned(platform: Platform, agreement: SignedAgreement): Promise<void> {
  const kind = KIND_OF[agreement.type]
  if (!kind) return
  const { id, programmeId, amountMinor, currency, source, signedOn } = agreement
  await record(platform, {
    programmeId,
    reference: `agreement/${id}`,
    kind,
    title: textIn(agreement.subject, 'en') ? agreement.subject : agreement.title,
    parties: agreement.parties,
    basis: 'signed',
    amountMinor,
    currency,
    // Signed here there is a document; what was only entered is what somebody published.
    grade: agreement.origin === 'drafted' ? 'document' : 'claimed',
    happenedOn: signedOn,
    agreementId: id,
    evidence: source ?? agreement.number,
    conversions: publishedAs(agreement),
  })
}

const publishedAs = ({ announcedMinor, announcedCurrency }: SignedAgreement): OutcomeRow['conversions'] =>
  announcedMinor === null || announcedCurrency === null
    ? []
    : [
        {
          amount: { minor: announcedMinor, currency: announcedCurrency satisfies Currency },
          rate: null,
          roundedTo: 1,
          origin: 'published',
          departure: null,
        },
      ]

const recordPaid = (platform: Platform, payment: FulfilledPayment): Promise<void> =>
  record(platform, {
    programmeId: payment.programmeId,
    reference: `commitment/${payment.id}`,
    kind: 'payment',
    title: payment.what,
    parties: payment.parties,
    basis: 'paid',
    amountMinor: payment.amountMinor,
    currency: payment.currency,
    grade: 'document',
    happenedOn: payment.paidOn,
    agreementId: payment.agreementId,
    commitmentId: payment.id,
  })
