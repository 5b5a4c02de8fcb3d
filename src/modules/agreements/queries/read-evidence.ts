import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { signingIdentity } from '../../../platform/documents/signing-identity.ts'
import type { Actor } from '../../accounts/index.ts'
import { recogniseFile } from '../domain/picture.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { writeBundle } from '../documents/evidence-bundle.ts'
import { messages } from '../messages.ts'
import { readDocument } from '../operations/sign-document.ts'
import type { AgreementKey, AgreementRecord } from '../store/agreement-store.ts'
import { listJournalOf } from '../store/signing-store.ts'
import { findVisible } from './read-agreement.ts'
import type { DocumentFile } from './read-document.ts'

/** The archive that proves a signed agreement to somebody who has no access here. */
export async function readEvidence(platform: Platform, actor: Actor, key: AgreementKey): Promise<Result<DocumentFile>> {
  const found = await findVisible(platform, actor, key)
  if (!found.ok) return found
  const agreement = found.value
  const { content, contentHash, documentFileId } = agreement
  if (!contentHash || !documentFileId || agreement.signedAt === null) return refuseAgreement('conflict', 'not-signed')
  const now = platform.clock.now()
  const bundle = writeBundle(
    {
      agreementId: agreement.id,
      content,
      contentHash,
      record: recordOf(agreement),
      journal: await listJournalOf(platform.db, agreement.id),
      document: await readDocument(platform, agreement),
      scans: await readScans(platform, agreement),
      madeAt: now,
    },
    await signingIdentity(platform.config.dataDir, now),
  )
  return ok({ name: `${content.number}-evidence.zip`, mediaType: 'application/zip', contents: new Uint8Array(bundle) })
}

const recordOf = (agreement: AgreementRecord) => ({
  status: agreement.status,
  sentAt: agreement.sentAt,
  signedAt: agreement.signedAt,
  witness: agreement.witness,
  signatures: agreement.signatures
    .filter(({ voidedAt }) => voidedAt === null)
    .map(({ position, signatoryName, method, signedAt, stampedAt, stampProblem }) => ({
      position,
      signatory: signatoryName,
      method,
      level: messages.en.levels[method],
      signedAt,
      stampedAt,
      stampProblem,
    })),
  scans: scansOf(agreement).map(({ sha256 }) => sha256),
})

const scansOf = ({ ceremonyFiles }: AgreementRecord) => ceremonyFiles.filter(({ kind }) => kind === 'scan')

const readScans = (platform: Platform, agreement: AgreementRecord) =>
  Promise.all(
    scansOf(agreement).map(async (scan) => {
      const contents = await platform.files.read(scan)
      return { kind: recogniseFile(contents)?.kind ?? 'pdf', contents }
    }),
  )
