import { isDeepStrictEqual } from 'node:util'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { askTimeStamp } from '../../../platform/documents/ask-time-stamp.ts'
import { signPdf } from '../../../platform/documents/sign-pdf.ts'
import { signingIdentity } from '../../../platform/documents/signing-identity.ts'
import type { StampProblem } from '../domain/agreement.ts'
import type { AgreementRecord } from '../store/agreement-store.ts'

/** What an authority said of a signature: when it was there, or why nothing can be said; both null: nobody was asked. */
export interface StampFacts {
  readonly stampedAt: Instant | null
  readonly stampProblem: StampProblem | null
}

/** One signature or seal: whose, and the sentence it carries. */
export interface SignatureStep {
  readonly name: string
  readonly reason: string
}

/** A document with further signatures that is not kept yet. */
export interface SignedDocument {
  /** The file they were added to, and what was added. */
  readonly onto: Id | null
  readonly steps: readonly SignatureStep[]
  readonly contents: Uint8Array
  readonly stamps: readonly StampFacts[]
  readonly signedAt: Instant
}

/**
 * Adds signatures to the document of an agreement, one revision each, time-stamped where an authority is configured. One
 * that fails once is not waited for again; the signatures are made without a stamp.
 */
export async function signDocument(
  platform: Platform,
  agreement: AgreementRecord,
  steps: readonly SignatureStep[],
  signedAt: Instant,
): Promise<SignedDocument> {
  const { dataDir, timeStampUrl } = platform.config
  const identity = await signingIdentity(dataDir, signedAt)
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
  let contents: Uint8Array = await readDocument(platform, agreement)
  for (const { name, reason } of steps) {
    contents = await signPdf(contents, identity, { name, reason, location: 'Naru', signedAt }, stamper)
  }
  return { onto: agreement.documentFileId, steps, contents, stamps, signedAt }
}

/** Stores it and gives the file's id. `platform` is inside the transaction that holds the lock. */
export async function keepDocument(
  platform: Platform,
  agreement: AgreementRecord,
  { contents }: SignedDocument,
): Promise<Id> {
  const name = `${agreement.content.number}.pdf`
  const stored = await platform.files.store(platform.db, { name, mediaType: 'application/pdf', contents })
  if (!stored.ok) throw new Error(`The document of agreement ${agreement.id} cannot be kept: ${stored.refusal.code}`)
  return stored.value.id
}

/** Throws when there is none: to be asked only of what is frozen. */
export async function readDocument(
  platform: Platform,
  { id, documentFileId }: Pick<AgreementRecord, 'id' | 'documentFileId'>,
): Promise<Uint8Array> {
  const file = documentFileId && (await platform.files.find(platform.db, documentFileId))
  if (!file) throw new Error(`Agreement ${id} has no document`)
  return platform.files.read(file)
}

/** Somebody else has added to the document meanwhile: what was made before the lock does not continue it. */
class DocumentMoved extends Error {
  override readonly name = 'DocumentMoved'
}

/** As often as two parties sign in the same seconds. */
const ATTEMPTS = 4

/**
 * Signs and asks for time stamps before the agreement is locked, because an authority may take seconds; `save` then
 * locks it and keeps what was made, by `preparedFor`. When the document has moved on meanwhile all of it is done again,
 * and after some times under the lock. Without an authority nothing is made before: signing alone takes milliseconds.
 */
export async function withStamps<T>(
  platform: Platform,
  prepare: () => Promise<SignedDocument | null>,
  save: (prepared: SignedDocument | null) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (platform.config.timeStampUrl === null) return save(null)
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const prepared = await prepare()
    try {
      return await save(prepared)
    } catch (error) {
      if (!(error instanceof DocumentMoved)) throw error
    }
  }
  return save(null)
}

/** What was made before the lock, if it continues the document as it is under the lock; made now when nothing was. */
export async function preparedFor(
  platform: Platform,
  agreement: AgreementRecord,
  steps: readonly SignatureStep[],
  { prepared, now }: { readonly prepared: SignedDocument | null; readonly now: Instant },
): Promise<SignedDocument> {
  if (prepared === null) return signDocument(platform, agreement, steps, now)
  if (prepared.onto === agreement.documentFileId && isDeepStrictEqual(prepared.steps, steps)) return prepared
  throw new DocumentMoved('The document has been added to')
}
