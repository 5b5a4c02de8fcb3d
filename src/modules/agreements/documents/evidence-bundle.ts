import { sign } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import { type SigningIdentity, pem } from '../../../platform/documents/signing-identity.ts'
import { type ZipFile, writeZip } from '../../../platform/documents/zip.ts'
import type { AgreementContent, AgreementStatus, SigningMethod, StampProblem } from '../domain/agreement.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { chainEntries } from '../domain/journal-chain.ts'

export const BUNDLE_FORMAT = 'naru-evidence/1'

export const BUNDLE_FILES = {
  agreement: 'agreement.json',
  record: 'record.json',
  journal: 'journal.json',
  document: 'documents/agreement.pdf',
  certificate: 'certificates/signer.pem',
  authority: 'certificates/authority.pem',
  manifest: 'manifest.json',
  signature: 'manifest.sig',
} as const

/** What is proven: the text, who signed it and when, and what the journal says of it. */
export interface Evidence {
  readonly agreementId: Id
  readonly content: AgreementContent
  readonly contentHash: string
  readonly record: {
    readonly status: AgreementStatus
    readonly sentAt: Instant | null
    readonly signedAt: Instant | null
    readonly witness: string | null
    readonly signatures: readonly {
      readonly position: number
      readonly signatory: string
      readonly method: SigningMethod
      readonly level: string
      readonly signedAt: Instant
      /** What a time-stamping authority says, or why there is no stamp although one was asked for. */
      readonly stampedAt: Instant | null
      readonly stampProblem: StampProblem | null
    }[]
    readonly scans: readonly string[]
  }
  readonly journal: readonly unknown[]
  readonly document: Uint8Array
  /** Scans of the signed paper, in the order of `record.scans`. */
  readonly scans: readonly { readonly kind: 'pdf' | 'png' | 'jpeg'; readonly contents: Uint8Array }[]
  readonly madeAt: Instant
}

/** An archive that proves an agreement without this installation: `naru verify` checks it offline. */
export function writeBundle(evidence: Evidence, identity: SigningIdentity): Buffer {
  const { agreementId, contentHash, madeAt, scans } = evidence
  const chain = chainEntries(evidence.journal, sha256Hex)
  const files: ZipFile[] = [
    file(BUNDLE_FILES.agreement, canonicalJson(evidence.content)),
    file(BUNDLE_FILES.record, canonicalJson(evidence.record)),
    file(BUNDLE_FILES.journal, canonicalJson(chain)),
    { name: BUNDLE_FILES.document, contents: evidence.document },
    ...scans.map(({ kind, contents }, index) => ({ name: `documents/scan-${index + 1}.${kind}`, contents })),
    file(BUNDLE_FILES.certificate, pem('CERTIFICATE', identity.certificate)),
    file(BUNDLE_FILES.authority, pem('CERTIFICATE', identity.authority)),
  ]
  const manifest = file(
    BUNDLE_FILES.manifest,
    canonicalJson({
      format: BUNDLE_FORMAT,
      agreementId,
      contentHash,
      journalHead: chain.head,
      madeAt,
      files: files.map(({ name, contents }) => ({ name, sizeBytes: contents.length, sha256: sha256Hex(contents) })),
    }),
  )
  const signature = sign('sha256', manifest.contents, identity.key).toString('base64')
  return writeZip([...files, manifest, file(BUNDLE_FILES.signature, signature)])
}

const file = (name: string, text: string): ZipFile => ({ name, contents: Buffer.from(text, 'utf8') })
