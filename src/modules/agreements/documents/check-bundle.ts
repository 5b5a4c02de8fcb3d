import { X509Certificate, verify } from 'node:crypto'
import { z } from 'zod'
import type { CertifiedKey, SignatureLevel } from '../../../platform/documents/cms.ts'
import { checkSignedPdf } from '../../../platform/documents/check-pdf.ts'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import { isIssuedBy } from '../../../platform/documents/signing-identity.ts'
import { type ZipFile, readZip } from '../../../platform/documents/zip.ts'
import { STAMP_PROBLEMS, type StampProblem } from '../domain/agreement.ts'
import { type Chain, firstBrokenLink } from '../domain/journal-chain.ts'
import { BUNDLE_FILES, BUNDLE_FORMAT } from './evidence-bundle.ts'

export type BundleProblemCode =
  | 'not-a-bundle'
  | 'file-missing'
  | 'file-unlisted'
  | 'file-changed'
  | 'manifest-malformed'
  | 'manifest-signature'
  | 'certificate-malformed'
  | 'certificate-not-issued'
  | 'authority-unknown'
  | 'text-hash'
  | 'journal-chain'
  | 'record-malformed'
  | 'document-signature'
  | 'document-signatures-count'
  | 'scan-hash'
  | 'time-stamp-differs'

export interface BundleProblem {
  readonly code: BundleProblemCode
  readonly file: string | null
}

export interface CheckedBundle {
  readonly problems: readonly BundleProblem[]
  /** Whether the authority is one the caller named: without that a bundle only agrees with itself. */
  readonly trusted: boolean
  /** Of the authority in the bundle; null when it cannot be read. */
  readonly fingerprint: string | null
  readonly number: string | null
  readonly signatures: readonly {
    readonly signatory: string
    readonly method: string
    readonly level: string
    readonly signedAt: string
    readonly stampedAt: string | null
    readonly stampProblem: StampProblem | null
  }[]
  /** Of each signature in the document, the seal among them, as the document itself proves it. */
  readonly levels: readonly SignatureLevel[]
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const manifestShape = z.strictObject({
  format: z.literal(BUNDLE_FORMAT),
  agreementId: z.uuid(),
  contentHash: hash,
  journalHead: hash,
  madeAt: z.string(),
  files: z.array(z.strictObject({ name: z.string(), sizeBytes: z.number().int(), sha256: hash })),
})
const recordShape = z.object({
  signatures: z.array(
    z.object({
      signatory: z.string(),
      method: z.string(),
      level: z.string(),
      signedAt: z.string(),
      stampedAt: z.string().nullable().default(null),
      stampProblem: z.enum(STAMP_PROBLEMS).nullable().default(null),
    }),
  ),
  scans: z.array(hash),
})
const chainShape = z.object({ entries: z.array(z.object({ entry: z.unknown(), hash })), head: hash })

/**
 * Checks an evidence bundle by itself. `trusted`: fingerprints of authorities the caller knows by other means; a bundle
 * made with any other key, whatever name stands in its certificate, is not accepted (`authority-unknown`). Every byte
 * of the archive is covered: by its one allowed form, by the signed list of hashes, or by that signature itself.
 */
export function checkBundle(bytes: Uint8Array, trusted: readonly string[]): CheckedBundle {
  const files = readZip(bytes)
  if (!files) return failed('not-a-bundle', null)
  const byName = new Map(files.map((file) => [file.name, file]))
  const absent = Object.values(BUNDLE_FILES).find((name) => !byName.has(name))
  if (absent) return failed('file-missing', absent)
  const textOf = (name: string) => Buffer.from(byName.get(name)!.contents).toString('utf8')
  const certificates = readCertificates(textOf(BUNDLE_FILES.certificate), textOf(BUNDLE_FILES.authority))
  if (!certificates) return failed('certificate-malformed', BUNDLE_FILES.certificate)
  const fingerprint = sha256Hex(certificates.authority)
  const isTrusted = trusted.includes(fingerprint)
  const trust: BundleProblem[] = [
    ...(isIssuedBy(certificates.certificate, certificates.authority)
      ? []
      : [{ code: 'certificate-not-issued' as const, file: BUNDLE_FILES.certificate }]),
    ...(isTrusted ? [] : [{ code: 'authority-unknown' as const, file: BUNDLE_FILES.authority }]),
  ]
  const signed = checkManifest(byName, textOf, certificates)
  const facts = { fingerprint, trusted: isTrusted, number: null, signatures: [], levels: [] }
  if (signed.problems.length > 0 || !signed.manifest) return { ...facts, problems: [...signed.problems, ...trust] }
  const { problems, ...found } = checkContents(byName, textOf, signed.manifest, certificates)
  return { ...facts, ...found, problems: [...problems, ...trust] }
}

const failed = (code: BundleProblemCode, file: string | null): CheckedBundle => ({
  problems: [{ code, file }],
  trusted: false,
  fingerprint: null,
  number: null,
  signatures: [],
  levels: [],
})

function readCertificates(certificate: string, authority: string): CertifiedKey | null {
  try {
    return { certificate: new X509Certificate(certificate).raw, authority: new X509Certificate(authority).raw }
  } catch {
    return null
  }
}

type Manifest = z.infer<typeof manifestShape>

/** The signature of the list of files, then every file against the list. */
function checkManifest(
  byName: ReadonlyMap<string, ZipFile>,
  textOf: (name: string) => string,
  { certificate }: CertifiedKey,
): { manifest: Manifest | null; problems: BundleProblem[] } {
  const manifest = parse(manifestShape, textOf(BUNDLE_FILES.manifest))
  const text = textOf(BUNDLE_FILES.signature)
  const signature = Buffer.from(text, 'base64')
  const { publicKey } = new X509Certificate(certificate)
  const isSigned =
    signature.toString('base64') === text &&
    verify('sha256', byName.get(BUNDLE_FILES.manifest)!.contents, publicKey, signature)
  if (!isSigned) return { manifest, problems: [{ code: 'manifest-signature', file: BUNDLE_FILES.signature }] }
  if (!manifest) return { manifest, problems: [{ code: 'manifest-malformed', file: BUNDLE_FILES.manifest }] }
  const listed = new Set<string>([BUNDLE_FILES.manifest, BUNDLE_FILES.signature])
  const problems: BundleProblem[] = []
  for (const { name, sizeBytes, sha256 } of manifest.files) {
    listed.add(name)
    const found = byName.get(name)
    if (!found) problems.push({ code: 'file-missing', file: name })
    else if (found.contents.length !== sizeBytes || sha256Hex(found.contents) !== sha256) {
      problems.push({ code: 'file-changed', file: name })
    }
  }
  for (const name of byName.keys()) if (!listed.has(name)) problems.push({ code: 'file-unlisted', file: name })
  return { manifest, problems }
}

/** What the files say of each other; only asked once they are known to be the ones that were listed. */
function checkContents(
  byName: ReadonlyMap<string, ZipFile>,
  textOf: (name: string) => string,
  manifest: Manifest,
  certificates: CertifiedKey,
) {
  const problems: BundleProblem[] = []
  const agreement = textOf(BUNDLE_FILES.agreement)
  if (sha256Hex(agreement) !== manifest.contentHash) problems.push({ code: 'text-hash', file: BUNDLE_FILES.agreement })
  const chain = parse(chainShape, textOf(BUNDLE_FILES.journal))
  const isLinked =
    chain !== null && chain.head === manifest.journalHead && firstBrokenLink(chain as Chain, sha256Hex) === null
  if (!isLinked) problems.push({ code: 'journal-chain', file: BUNDLE_FILES.journal })
  const record = parse(recordShape, textOf(BUNDLE_FILES.record))
  if (!record) problems.push({ code: 'record-malformed', file: BUNDLE_FILES.record })
  const scans = [...byName.values()].filter(({ name }) => name.startsWith('documents/scan-'))
  if (scans.map(({ contents }) => sha256Hex(contents)).join() !== (record?.scans ?? []).join()) {
    problems.push({ code: 'scan-hash', file: BUNDLE_FILES.record })
  }
  const pdf = checkSignedPdf(byName.get(BUNDLE_FILES.document)!.contents, certificates)
  if (pdf.problems.length > 0) problems.push({ code: 'document-signature', file: BUNDLE_FILES.document })
  // One for each party, one seal when complete, one more for each scan.
  else if (pdf.signatures !== (record?.signatures.length ?? 0) + 1 + scans.length) {
    problems.push({ code: 'document-signatures-count', file: BUNDLE_FILES.document })
  }
  const stamps = new Set(pdf.levels.flatMap((level) => (level.level === 'B-T' ? level.at : [])))
  if (record?.signatures.some(({ stampedAt }) => stampedAt !== null && !stamps.has(stampedAt))) {
    problems.push({ code: 'time-stamp-differs', file: BUNDLE_FILES.record })
  }
  const number = parse(z.object({ number: z.string() }), agreement)?.number ?? null
  return { problems, number, signatures: record?.signatures ?? [], levels: pdf.levels }
}

function parse<T>(shape: z.ZodType<T>, text: string): T | null {
  try {
    const parsed = shape.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
