import { type KeyObject, X509Certificate, createHash, sign, verify } from 'node:crypto'
import * as asn1 from 'asn1js'
import { TAG, readChildren } from './der.ts'
import { type TimeStamp, checkTimeStamp } from './time-stamp.ts'

/** A key with the certificate that names it, and the certificate of the authority that issued that. All DER. */
export interface CertifiedKey {
  readonly certificate: Buffer
  readonly authority: Buffer
}

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  signatureTimeStampToken: '1.2.840.113549.1.9.16.2.14',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
} as const

const sequence = (...value: asn1.BaseBlock[]) => new asn1.Sequence({ value })
const setOf = (...value: asn1.BaseBlock[]) => new asn1.Set({ value })
const oid = (value: string) => new asn1.ObjectIdentifier({ value })
const octets = (bytes: Uint8Array) => new asn1.OctetString({ valueHex: arrayBuffer(bytes) })
const der = (block: asn1.BaseBlock): Buffer => Buffer.from(block.toBER())
const arrayBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer
const parsed = (bytes: Uint8Array): asn1.BaseBlock => asn1.fromBER(arrayBuffer(bytes)).result as asn1.BaseBlock
const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const attribute = (type: string, value: asn1.BaseBlock) => sequence(oid(type), setOf(value))

/**
 * The signed attributes of a PAdES baseline signature (ETSI EN 319 142-1 §5.3): content type, digest, and the
 * certificate it is made with (RFC 5035 §3). Their order is the one DER asks of a set.
 */
const signedAttributes = (digest: Buffer, certificate: Buffer) => [
  attribute(OID.contentType, oid(OID.data)),
  attribute(OID.messageDigest, octets(digest)),
  attribute(OID.signingCertificateV2, sequence(sequence(sequence(octets(sha256(certificate)))))),
]

/**
 * SignedData (RFC 5652 §5.1) around a signature value; everything in it follows from the arguments. A time-stamp token
 * over the value makes it a signature of level B-T (ETSI EN 319 122-1 §5.3).
 */
function encode(
  digest: Buffer,
  { certificate, authority }: CertifiedKey,
  signature: Buffer,
  token: Buffer | null,
): Buffer {
  // TBSCertificate: [0] version, serial, signature, issuer.
  const [, serial, , issuer] = (sequenceOf(sequenceOf(parsed(certificate))[0]!) as asn1.BaseBlock[]) ?? []
  const signerInfo = sequence(
    new asn1.Integer({ value: 1 }),
    sequence(issuer!, serial!),
    sequence(oid(OID.sha256)),
    new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: signedAttributes(digest, certificate) }),
    sequence(oid(OID.ecdsaWithSha256)),
    octets(signature),
    ...(token ? [unsignedAttributes(token)] : []),
  )
  const signedData = sequence(
    new asn1.Integer({ value: 1 }),
    setOf(sequence(oid(OID.sha256))),
    sequence(oid(OID.data)),
    new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [parsed(certificate), parsed(authority)] }),
    setOf(signerInfo),
  )
  return der(
    sequence(
      oid(OID.signedData),
      new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: [signedData] }),
    ),
  )
}

const sequenceOf = (block: asn1.BaseBlock): asn1.BaseBlock[] =>
  (block as asn1.Sequence).valueBlock.value as asn1.BaseBlock[]

const unsignedAttributes = (token: Buffer) =>
  new asn1.Constructed({
    idBlock: { tagClass: 3, tagNumber: 1 },
    value: [attribute(OID.signatureTimeStampToken, parsed(token))],
  })

/** Gives a time-stamp token over what has this SHA-256 digest, or null when there is none to be had. */
export type Stamper = (imprint: Buffer) => Promise<Buffer | null>

/** A detached CMS signature over contents with this SHA-256 digest (ECDSA P-256), stamped where there is a stamp. */
export async function signDetached(digest: Buffer, key: KeyObject, by: CertifiedKey, stamp?: Stamper): Promise<Buffer> {
  const attributes = der(setOf(...signedAttributes(digest, by.certificate)))
  const value = sign('sha256', attributes, key)
  const token = (await stamp?.(sha256(value))) ?? null
  return encode(digest, by, value, token)
}

/** Levels of ETSI EN 319 142-1: B-B is a signature alone, B-T one with a time stamp over it. */
export type SignatureLevel = { readonly level: 'B-B' } | ({ readonly level: 'B-T' } & TimeStamp)

/**
 * The level of `cms` if it is what `signDetached` makes of this digest with the key of this certificate, else null.
 * Everything but the signature value and the token is made again and compared, and the token has but one form, so there
 * is no byte in it that could be changed unseen, and nothing a signature could be wrapped in.
 */
export function readSignedDetached(cms: Buffer, digest: Buffer, by: CertifiedKey): SignatureLevel | null {
  const found = valueAndToken(cms)
  if (!found || !encode(digest, by, found.value, found.token).equals(cms)) return null
  const publicKey = new X509Certificate(by.certificate).publicKey
  const attributes = der(setOf(...signedAttributes(digest, by.certificate)))
  if (!verify('sha256', attributes, publicKey, found.value)) return null
  if (!found.token) return { level: 'B-B' }
  const stamp = checkTimeStamp(found.token, sha256(found.value))
  return stamp && { level: 'B-T', ...stamp }
}

function valueAndToken(cms: Buffer): { value: Buffer; token: Buffer | null } | null {
  const wrapped = readChildren(cms, TAG.sequence)?.[1]
  const signers = wrapped && readChildren(wrapped.contents, TAG.sequence)?.[4]
  const signer = signers && readChildren(signers.contents, TAG.sequence)
  const value = signer?.[5]
  if (value?.tag !== TAG.octets) return null
  const unsigned = signer?.[6]
  const set = unsigned && readChildren(unsigned.contents, TAG.sequence)?.[1]
  return { value: value.contents, token: set ? set.contents : null }
}
