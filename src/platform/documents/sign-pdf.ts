import { createHash } from 'node:crypto'
import { plainAddPlaceholder } from '@signpdf/placeholder-plain'
import { SignPdf } from '@signpdf/signpdf'
import { SUBFILTER_ETSI_CADES_DETACHED, Signer } from '@signpdf/utils'
import type { Instant } from '../../kernel/instant.ts'
import { MAX_TOKEN_BYTES } from './ask-time-stamp.ts'
import { type Stamper, signDetached } from './cms.ts'
import type { SigningIdentity } from './signing-identity.ts'

/** What a signature says of itself, in the fields a PDF reader shows. */
export interface SignatureWords {
  /** Whose signature it records; the certificate is the installation's. */
  readonly name: string
  readonly reason: string
  readonly location: string
  readonly signedAt: Instant
}

/** Room for the signature: two certificates and a value need about 1.3 kB. */
const SIGNATURE_BYTES = 3072

class DetachedSigner extends Signer {
  readonly #identity: SigningIdentity
  readonly #stamp: Stamper | undefined
  constructor(identity: SigningIdentity, stamp: Stamper | undefined) {
    super()
    this.#identity = identity
    this.#stamp = stamp
  }
  override async sign(contents: Buffer): Promise<Buffer> {
    return signDetached(createHash('sha256').update(contents).digest(), this.#identity.key, this.#identity, this.#stamp)
  }
}

/**
 * Adds one signature as a new revision behind the existing bytes (PAdES baseline, ETSI EN 319 142-1: B-T where `stamp`
 * gives a time stamp, else B-B): earlier signatures stay valid. The document must come from `typeset` or from here.
 */
export async function signPdf(
  pdf: Uint8Array,
  identity: SigningIdentity,
  words: SignatureWords,
  stamp?: Stamper,
): Promise<Buffer> {
  const signingTime = new Date(words.signedAt)
  const prepared = plainAddPlaceholder({
    pdfBuffer: Buffer.from(pdf),
    name: words.name,
    reason: words.reason,
    location: words.location,
    contactInfo: '',
    signingTime,
    signatureLength: SIGNATURE_BYTES + (stamp ? MAX_TOKEN_BYTES : 0),
    subFilter: SUBFILTER_ETSI_CADES_DETACHED,
    appName: 'Naru',
  })
  return new SignPdf().sign(prepared, new DetachedSigner(identity, stamp), signingTime)
}
