import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import type { Actor } from '../../accounts/index.ts'
import { isTooLarge, recogniseFile } from '../domain/picture.ts'
import { mayManage } from '../domain/policy.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { type AgreementKey, type AgreementRecord, findAgreement, lockAgreement } from '../store/agreement-store.ts'
import { insertCeremonyFile, saveDocument } from '../store/signing-store.ts'
import { askGate } from './ask-gate.ts'
import { agreementEntry } from './entry.ts'
import { prepareSignature, saveSignature, scanWords } from './save-signature.ts'
import {
  type SignatureStep,
  type SignedDocument,
  keepDocument,
  preparedFor,
  signDocument,
  withStamps,
} from './sign-document.ts'

export interface RecordCeremonySignature extends AgreementKey {
  readonly partyId: Id
}

/** The operator records that a party has signed the paper, in the order of the ceremony. */
export async function recordCeremonySignature(
  platform: Platform,
  actor: Actor,
  { programmeId, agreementId, partyId }: RecordCeremonySignature,
): Promise<Result<{ complete: boolean }>> {
  if (!mayManage(actor, programmeId)) return refuseAgreement('absent', 'absent')
  const gate = await askGate(platform, actor, 'agreement-signature', { programmeId, agreementId })
  if (!gate.ok) return gate
  const agreement = await findAgreement(platform.db, { programmeId, agreementId })
  if (!agreement) return refuseAgreement('absent', 'absent')
  const command = { agreementId, partyId, contentHash: null, method: 'ceremony' } as const
  return withStamps(
    platform,
    () => prepareSignature(platform, command),
    (prepared) => transaction(platform.db, (trx) => saveSignature(within(platform, trx), actor, command, prepared)),
  )
}

export interface AddCeremonyFile extends AgreementKey {
  readonly kind: 'scan' | 'photograph'
  readonly file: File
}

const MEDIA_TYPES = { pdf: 'application/pdf', png: 'image/png', jpeg: 'image/jpeg' } as const

/**
 * Keeps a photograph of the signing, or the scan of the signed paper: the scan's hash is sealed into the document of a
 * signed agreement. What a file is says its contents, not its name.
 */
export async function addCeremonyFile(
  platform: Platform,
  actor: Actor,
  { kind, file, ...key }: AddCeremonyFile,
): Promise<Result<{ id: Id; sha256: string }>> {
  if (!mayManage(actor, key.programmeId)) return refuseAgreement('absent', 'absent')
  const contents = new Uint8Array(await file.arrayBuffer())
  const found = recogniseFile(contents)
  if (!found || (kind === 'photograph' && found.kind === 'pdf')) return refuseAgreement('invalid', 'file-kind')
  if (isTooLarge(found)) return refuseAgreement('invalid', 'picture-too-large')
  const kept = { kind, contents, name: file.name, mediaType: MEDIA_TYPES[found.kind], sha256: sha256Hex(contents) }
  return withStamps(
    platform,
    () => prepareSeal(platform, key, kept),
    (prepared) =>
      transaction(platform.db, (trx) => keepCeremonyFile(within(platform, trx), actor, key, kept, prepared)),
  )
}

interface FileToKeep {
  readonly kind: AddCeremonyFile['kind']
  readonly contents: Uint8Array
  readonly name: string
  readonly mediaType: string
  readonly sha256: string
}

/** The seal over a scan as it will be added; null where none is. */
async function prepareSeal(
  platform: Platform,
  key: AgreementKey,
  { kind, sha256 }: FileToKeep,
): Promise<SignedDocument | null> {
  const agreement = await findAgreement(platform.db, key)
  if (kind !== 'scan' || agreement?.status !== 'signed' || agreement.documentFileId === null) return null
  return signDocument(platform, agreement, [sealOf(agreement, sha256)], platform.clock.now())
}

const sealOf = (agreement: AgreementRecord, sha256: string): SignatureStep => ({
  name: 'Naru',
  reason: scanWords(agreement, sha256),
})

/** `platform` is inside the transaction. */
async function keepCeremonyFile(
  platform: Platform,
  actor: Actor,
  key: AgreementKey,
  { kind, contents, name, mediaType, sha256 }: FileToKeep,
  prepared: SignedDocument | null,
): Promise<Result<{ id: Id; sha256: string }>> {
  const trx = platform.db
  const agreement = await lockAgreement(trx, key.agreementId)
  if (!agreement || agreement.programmeId !== key.programmeId) return refuseAgreement('absent', 'absent')
  const { status, content, documentFileId } = agreement
  if (content.mode !== 'ceremony') return refuseAgreement('conflict', 'not-ceremony')
  if (status !== 'signed') return refuseAgreement('conflict', 'not-in-state', { status })
  const stored = await platform.files.store(trx, { name, mediaType, contents })
  if (!stored.ok) return stored
  const id = platform.newId()
  const now = platform.clock.now()
  const entry = agreementEntry(platform, actor, key, 'ceremony-file.added', { after: { kind, sha256 } })
  const row = { id, agreementId: key.agreementId, kind, fileId: stored.value.id, sha256, addedAt: now }
  await insertCeremonyFile(trx, row, entry)
  if (kind === 'scan' && documentFileId) {
    const document = await preparedFor(platform, agreement, [sealOf(agreement, sha256)], { prepared, now })
    const fileId = await keepDocument(platform, agreement, document)
    await saveDocument(trx, agreement.id, { fileId, signedAt: null, sealedAt: document.signedAt }, [])
  }
  return ok({ id, sha256 })
}
