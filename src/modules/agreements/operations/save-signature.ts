import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { askTimeStamp } from '../../../platform/documents/ask-time-stamp.ts'
import { signPdf } from '../../../platform/documents/sign-pdf.ts'
import { signingIdentity } from '../../../platform/documents/signing-identity.ts'
import { createTranslators } from '../../../platform/i18n.ts'
import type { Actor } from '../../accounts/index.ts'
import type { SigningMethod, StampProblem } from '../domain/agreement.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { type SigningFacts, decideSignature } from '../domain/signing.ts'
import { messages } from '../messages.ts'
import { type AgreementRecord, lockAgreement } from '../store/agreement-store.ts'
import { insertSignature, saveDocument } from '../store/signing-store.ts'
import { agreementEntry } from './entry.ts'

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

/**
 * Writes one signature: its row, its revision of the document, and with the last one the seal. To be called inside a
 * transaction. The agreement is locked first, and the slot is a unique index: of a hundred at the same instant one is written.
 */
export async function saveSignature(
  platform: Platform,
  actor: Actor,
  command: SignatureCommand,
): Promise<Result<{ complete: boolean }>> {
  const trx = platform.db
  const agreement = await lockAgreement(trx, command.agreementId)
  if (!agreement) return refuseAgreement('absent', 'absent')
  const facts = signingFacts(agreement)
  const now = platform.clock.now()
  const contentHash = command.contentHash ?? agreement.contentHash
  const { method } = command
  const mode = method === 'ceremony' ? 'ceremony' : 'remote'
  const decided = decideSignature(facts, { partyId: command.partyId, contentHash, mode }, now)
  if (!decided.ok) return decided
  const complete = facts.slots.filter(({ signedAt }) => signedAt === null).length === 1
  const party = agreement.parties.find(({ id }) => id === command.partyId)!
  const signatoryName = party.signatory?.name ?? party.legalName
  const reason = words(agreement, method, { party: party.legalName, witness: agreement.witness ?? '–' })
  const steps = [
    { name: signatoryName, reason },
    ...(complete ? [{ name: 'Naru', reason: words(agreement, 'seal', { hash: contentHash! }) }] : []),
  ]
  const { fileId, stamps } = await appendSignatures(platform, agreement, steps, now)
  const stamp = stamps[0] ?? NO_STAMP
  const key = { programmeId: agreement.programmeId, agreementId: agreement.id }
  const change = { after: { partyId: party.id, position: party.position, method, contentHash, ...stamp } }
  const entry = agreementEntry(platform, actor, key, 'agreement.signature-recorded', change)
  const { position } = party
  const row = { id: platform.newId(), ...key, partyId: party.id, position, contentHash: contentHash!, method, ...stamp }
  if (!(await insertSignature(trx, { ...row, signatoryName, signedAt: now, fileId }, entry))) {
    return refuseAgreement('conflict', 'already-signed')
  }
  const signed = agreementEntry(platform, actor, key, 'agreement.signed', { after: { status: 'signed', contentHash } })
  const moments = complete ? { signedAt: now, sealedAt: now } : { signedAt: null, sealedAt: null }
  await saveDocument(trx, agreement.id, { fileId, ...moments }, complete ? [signed] : [])
  return ok({ complete })
}

/** In the language that prevails, because the document has one place for it. */
const words = ({ content }: AgreementRecord, key: string, values: Record<string, string>): string =>
  translate(content.prevailing ?? content.languages[0] ?? 'en', `agreements.signature.${key}`, values)

/** What an authority said of a signature: when it was there, or why nothing can be said; both null: nobody was asked. */
export interface StampFacts {
  readonly stampedAt: Instant | null
  readonly stampProblem: StampProblem | null
}

const NO_STAMP: StampFacts = { stampedAt: null, stampProblem: null }

/**
 * Adds signatures to the document of an agreement, one revision each, and stores it: the file's id, and how each was
 * time-stamped. An authority that fails once is not waited for again; the signatures are kept without a stamp.
 */
export async function appendSignatures(
  platform: Platform,
  agreement: AgreementRecord,
  steps: readonly { readonly name: string; readonly reason: string }[],
  now: Instant,
): Promise<{ fileId: Id; stamps: readonly StampFacts[] }> {
  const { dataDir, timeStampUrl } = platform.config
  const identity = await signingIdentity(dataDir, now)
  const stamps: StampFacts[] = []
  const stamp = async (url: string, imprint: Buffer): Promise<Buffer | null> => {
    const failed = stamps.find(({ stampProblem }) => stampProblem !== null)?.stampProblem
    const answer = failed ? { problem: failed } : await askTimeStamp(url, imprint)
    const isStamped = !('problem' in answer)
    stamps.push(
      isStamped ? { stampedAt: answer.at, stampProblem: null } : { stampedAt: null, stampProblem: answer.problem },
    )
    if (!isStamped) platform.log.warn({ agreementId: agreement.id, problem: answer.problem }, 'no time stamp')
    return isStamped ? answer.token : null
  }
  const stamper = timeStampUrl === null ? undefined : (imprint: Buffer) => stamp(timeStampUrl, imprint)
  let pdf: Uint8Array = await readDocument(platform, agreement)
  for (const { name, reason } of steps) {
    pdf = await signPdf(pdf, identity, { name, reason, location: 'Naru', signedAt: now }, stamper)
  }
  const stored = await platform.files.store(platform.db, {
    name: `${agreement.content.number}.pdf`,
    mediaType: 'application/pdf',
    contents: pdf,
  })
  if (!stored.ok) throw new Error(`The document of agreement ${agreement.id} cannot be kept: ${stored.refusal.code}`)
  return { fileId: stored.value.id, stamps }
}

/** Throws when there is none: to be asked only of what is frozen. */
export async function readDocument(platform: Platform, { id, documentFileId }: AgreementRecord): Promise<Uint8Array> {
  const file = documentFileId && (await platform.files.find(platform.db, documentFileId))
  if (!file) throw new Error(`Agreement ${id} has no document`)
  return platform.files.read(file)
}

/** The sentence of a seal over a scan. */
export const scanWords = (agreement: AgreementRecord, sha256: string): string =>
  words(agreement, 'scan', { hash: sha256 })
