import { type KeyObject, X509Certificate, createHash, sign, verify } from 'node:crypto'
import * as asn1 from 'asn1js'

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

/** SignedData (RFC 5652 §5.1) around a signature value; everything in it follows from the arguments. */
function encode(digest: Buffer, { certificate, authority }: CertifiedKey, signature: Buffer): Buffer {
  // TBSCertificate: [0] version, serial, signature, issuer.
  const [, serial, , issuer] = (sequenceOf(sequenceOf(parsed(certificate))[0]!) as asn1.BaseBlock[]) ?? []
  const signerInfo = sequence(
    new asn1.Integer({ value: 1 }),
    sequence(issuer!, serial!),
    sequence(oid(OID.sha256)),
    new asn1.Constructed({ idBlock: { tagClass: 3, tagNumber: 0 }, value: signedAttributes(digest, certificate) }),
    sequence(oid(OID.ecdsaWithSha256)),
    octets(signature),
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

/** A detached CMS signature over contents with this SHA-256 digest (ECDSA P-256). */
export function signDetached(digest: Buffer, key: KeyObject, by: CertifiedKey): Buffer {
  const attributes = der(setOf(...signedAttributes(digest, by.certificate)))
  return encode(digest, by, sign('sha256', attributes, key))
}

/**
 * Whether `cms` is what `signDetached` makes of this digest with the key of this certificate. Everything but the
 * signature value is made again and compared, so there is no byte in it that could be changed unseen, and nothing a
 * signature could be wrapped in.
 */
export function isSignedDetached(cms: Buffer, digest: Buffer, by: CertifiedKey): boolean {
  const publicKey = new X509Certificate(by.certificate).publicKey
  const attributes = der(setOf(...signedAttributes(digest, by.certificate)))
  // The value stands last: an octet string of 64 to 72 bytes.
  for (let length = 64; length <= 72; length++) {
    const at = cms.length - length
    if (at < 2 || cms[at - 2] !== 0x04 || cms[at - 1] !== length) continue
    const value = cms.subarray(at)
    if (encode(digest, by, value).equals(cms) && verify('sha256', attributes, publicKey, value)) return true
  }
  return false
}
