import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { Actor } from '../../accounts/index.ts'
import type { SigningMethod } from '../domain/agreement.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { type SigningFacts, decideSignature } from '../domain/signing.ts'
import { messages } from '../messages.ts'
import { type AgreementRecord, findLinkedAgreement, lockAgreement } from '../store/agreement-store.ts'
import { insertSignature, saveDocument } from '../store/signing-store.ts'
import { agreementEntry } from './entry.ts'
import {
  type SignatureStep,
  type SignedDocument,
  type StampFacts,
  keepDocument,
  preparedFor,
  signDocument,
} from './sign-document.ts'

const { translate } = createTranslators({ agreements: messages })

export const signingFacts = (agreement: AgreementRecord): SigningFacts => ({
  status: agreement.status,
  mode: agreement.content.mode,
  signingOrder: agreement.content.signingOrder,
  contentHash: agreement.contentHash,
  sentAt: agreement.sentAt,
  expiresAt: agreement.expiresAt,
  slots: agreement.parties.map(({ id, position, signatory }) => ({
    partyId: id,
    position,
    signedAt:
      agreement.signatures.find(({ partyId, voidedAt }) => partyId === id && voidedAt === null)?.signedAt ?? null,
    authorityFrom: signatory?.authorityFrom ?? null,
    authorityUntil: signatory?.authorityUntil ?? null,
  })),
})

export interface SignatureCommand {
  readonly agreementId: Id
  readonly partyId: Id
  /** What the signatory has read; null: whatever the agreement says now. */
  readonly contentHash: string | null
  readonly method: SigningMethod
}

/** What is added to the document when the signature counts: the party's own, and with the last one the seal. */
interface DecidedSignature {
  readonly steps: readonly SignatureStep[]
  readonly complete: boolean
  readonly contentHash: string
  readonly party: AgreementRecord['parties'][number]
}

function decide(agreement: AgreementRecord, command: SignatureCommand, now: Instant): Result<DecidedSignature> {
  const facts = signingFacts(agreement)
  const contentHash = command.contentHash ?? agreement.contentHash
  const { method, partyId } = command
  const mode = method === 'ceremony' ? 'ceremony' : 'remote'
  const decided = decideSignature(facts, { partyId, contentHash, mode }, now)
  if (!decided.ok) return decided
  const complete = facts.slots.filter(({ signedAt }) => signedAt === null).length === 1
  const party = agreement.parties.find(({ id }) => id === partyId)!
  const reason = words(agreement, method, { party: party.legalName, witness: agreement.witness ?? '–' })
  const own = { name: party.signatory?.name ?? party.legalName, reason }
  const seal = { name: 'Naru', reason: words(agreement, 'seal', { hash: contentHash! }) }
  return ok({ steps: complete ? [own, seal] : [own], complete, contentHash: contentHash!, party })
}

/** The signature as it will be added if nobody else is faster; null when it would be refused. */
export async function prepareSignature(platform: Platform, command: SignatureCommand): Promise<SignedDocument | null> {
  const agreement = await findLinkedAgreement(platform.db, command.agreementId)
  const now = platform.clock.now()
  const decided = agreement && decide(agreement, command, now)
  return agreement && decided?.ok ? signDocument(platform, agreement, decided.value.steps, now) : null
}

/**
 * Writes one signature: its row, its revision of the document, and with the last one the seal. To be called inside a
 * transaction. The agreement is locked first, and the slot is a unique index: of a hundred at the same instant one is
 * written. `prepared` was made before the lock (`withStamps`).
 */
export async function saveSignature(
  platform: Platform,
  actor: Actor,
  command: SignatureCommand,
  prepared: SignedDocument | null,
): Promise<Result<{ complete: boolean }>> {
  const trx = platform.db
  const agreement = await lockAgreement(trx, command.agreementId)
  if (!agreement) return refuseAgreement('absent', 'absent')
  const now = platform.clock.now()
  const decided = decide(agreement, command, now)
  if (!decided.ok) return decided
  const { steps, complete, contentHash, party } = decided.value
  const { method } = command
  const document = await preparedFor(platform, agreement, steps, { prepared, now })
  const fileId = await keepDocument(platform, agreement, document)
  const { signedAt } = document
  const stamp = document.stamps[0] ?? NO_STAMP
  const key = { programmeId: agreement.programmeId, agreementId: agreement.id }
  const change = { after: { partyId: party.id, position: party.position, method, contentHash, ...stamp } }
  const entry = agreementEntry(platform, actor, key, 'agreement.signature-recorded', change)
  const { position } = party
  const row = { id: platform.newId(), ...key, partyId: party.id, position, contentHash, method, ...stamp }
  if (!(await insertSignature(trx, { ...row, signatoryName: steps[0]!.name, signedAt, fileId }, entry))) {
    return refuseAgreement('conflict', 'already-signed')
  }
  const signed = agreementEntry(platform, actor, key, 'agreement.signed', { after: { status: 'signed', contentHash } })
  const moments = complete ? { signedAt, sealedAt: signedAt } : { signedAt: null, sealedAt: null }
  await saveDocument(trx, agreement.id, { fileId, ...moments }, complete ? [signed] : [])
  return ok({ complete })
}

const NO_STAMP: StampFacts = { stampedAt: null, stampProblem: null }

/** In the language that prevails, because the document has one place for it. */
const words = ({ content }: AgreementRecord, key: string, values: Record<string, string>): string =>
  translate(content.prevailing ?? content.languages[0] ?? 'en', `agreements.signature.${key}`, values)

/** The sentence of a seal over a scan. */
export const scanWords = (agreement: AgreementRecord, sha256: string): string =>
  words(agreement, 'scan', { hash: sha256 })
