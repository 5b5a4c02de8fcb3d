import { sha256Hex } from '../../../platform/documents/digest.ts'
import { signPdf } from '../../../platform/documents/sign-pdf.ts'
import type { SigningIdentity } from '../../../platform/documents/signing-identity.ts'
import { writeBundle } from '../documents/evidence-bundle.ts'
import { typesetAgreement } from '../documents/typeset-agreement.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { exampleContent } from './example-content.ts'

const NOW = '2020-10-26T06:00:00.000Z'

export const BUNDLE_SIGNATURES = [1, 2].map((position) => ({
  position,
  signatory: `Signatory ${position}`,
  method: 'mailed-code' as const,
  level: 'Simple electronic signature',
  signedAt: NOW,
  stampedAt: null,
  stampProblem: null,
}))

/** Evidence of an invented agreement without a database; `steps`: signatures in its document, two and a seal by default. */
export async function buildBundle(
  by: SigningIdentity,
  { steps = 3 }: { readonly steps?: number } = {},
): Promise<Buffer> {
  const content = exampleContent()
  const contentHash = sha256Hex(canonicalJson(content))
  let document = typesetAgreement(content, contentHash)
  for (let step = 0; step < steps; step++) {
    document = await signPdf(document, by, { name: `Step ${step}`, reason: 'test', location: 'Naru', signedAt: NOW })
  }
  const facts = { status: 'signed' as const, sentAt: NOW, signedAt: NOW, witness: null, scans: [] }
  return writeBundle(
    {
      agreementId: '0199a000-0000-7000-8000-000000000000',
      content,
      contentHash,
      record: { ...facts, signatures: BUNDLE_SIGNATURES },
      journal: ['created', 'frozen', 'sent', 'signed'].map((action, seq) => ({ seq, at: NOW, action })),
      document,
      scans: [],
      madeAt: NOW,
    },
    by,
  )
}
