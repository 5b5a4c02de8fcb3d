import { X509Certificate, createHash, timingSafeEqual, verify } from 'node:crypto'
import type * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import type { Instant } from '../../kernel/instant.ts'
import { type DerElement, TAG, derElement, derOid, readChildren, readDer } from './der.ts'

/** What an authority says: that these bytes existed at this instant. Whether the authority is to be trusted it does not say. */
export interface TimeStamp {
  readonly at: Instant
  /** As its certificate names it. */
  readonly authority: string
}

const OID = {
  signedData: derOid('1.2.840.113549.1.7.2'),
  timeStampInfo: derOid('1.2.840.113549.1.9.16.1.4'),
  contentType: derOid('1.2.840.113549.1.9.3'),
  messageDigest: derOid('1.2.840.113549.1.9.4'),
  signingCertificate: derOid('1.2.840.113549.1.9.16.2.12'),
  signingCertificateV2: derOid('1.2.840.113549.1.9.16.2.47'),
} as const
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
const EXTENDED_KEY_USAGE = '2.5.29.37'

/** The digests an authority may sign with, and what signatures over them are called, by the kind of its key. */
const DIGESTS = [
  { name: 'sha256', oid: '2.16.840.1.101.3.4.2.1', rsa: '1.2.840.113549.1.1.11', ec: '1.2.840.10045.4.3.2' },
  { name: 'sha384', oid: '2.16.840.1.101.3.4.2.2', rsa: '1.2.840.113549.1.1.12', ec: '1.2.840.10045.4.3.3' },
  { name: 'sha512', oid: '2.16.840.1.101.3.4.2.3', rsa: '1.2.840.113549.1.1.13', ec: '1.2.840.10045.4.3.4' },
] as const
type Digest = (typeof DIGESTS)[number]

const NULL = derElement(TAG.null)
const sequence = (...parts: readonly Uint8Array[]) => derElement(TAG.sequence, ...parts)
/** Digests are named with and without parameters (RFC 5754 §2). */
const sha256Names = [sequence(derOid(DIGESTS[0].oid)), sequence(derOid(DIGESTS[0].oid), NULL)]
const isOneOf = (bytes: Buffer | undefined, ...names: readonly Buffer[]): boolean =>
  bytes !== undefined && names.some((name) => name.equals(bytes))

/** What of a token counts; everything else in it follows from these. */
interface Token {
  readonly info: Buffer
  readonly certificate: Buffer
  readonly digest: Digest
  /** Contents of the set. */
  readonly attributes: Buffer
  readonly signature: Buffer
}

/**
 * The token of a time-stamp response (RFC 3161 §2.4.2) in the one form that is kept: one signature, the certificate it
 * was made with, and nothing that the signature does not cover. Null when it is none, or signed in a way not known here.
 */
export function readToken(token: Buffer): Buffer | null {
  try {
    const parts = partsOf(token)
    return parts && encodeToken(parts)
  } catch {
    return null
  }
}

function partsOf(token: Buffer): Token | null {
  const [type, wrapped] = readChildren(token, TAG.sequence) ?? []
  if (!isOneOf(type?.bytes, OID.signedData) || wrapped?.tag !== TAG.first) return null
  const [, , content, ...rest] = readChildren(wrapped.contents, TAG.sequence) ?? []
  const [infoType, infoWrapped] = content ? (readDer(content.contents) ?? []) : []
  const info = infoWrapped && readChildren(infoWrapped.bytes, TAG.first)
  const contents = info?.length === 1 ? octetsOf(info[0]!) : null
  if (!isOneOf(infoType?.bytes, OID.timeStampInfo) || !contents) return null
  const certificates = rest.find(({ tag }) => tag === TAG.first)
  const signers = rest.at(-1)?.tag === TAG.set ? readDer(rest.at(-1)!.contents) : null
  if (!certificates || signers?.length !== 1) return null
  const [, signer, digestName, attributes, , signature] = readDer(signers[0]!.contents) ?? []
  const digest = DIGESTS.find(({ oid }) => digestName && isOneOf(readDer(digestName.contents)?.[0]?.bytes, derOid(oid)))
  const certificate = readDer(certificates.contents)?.find(({ bytes }) => signerOf(bytes)?.equals(signer!.bytes))
  if (!digest || !certificate || attributes?.tag !== TAG.first || signature?.tag !== TAG.octets) return null
  return {
    info: contents,
    certificate: certificate.bytes,
    digest,
    attributes: attributes.contents,
    signature: signature.contents,
  }
}

/** An octet string, which some write in pieces. */
function octetsOf({ tag, contents }: DerElement): Buffer | null {
  if (tag !== TAG.octetPieces) return tag === TAG.octets ? contents : null
  const pieces = readDer(contents)
  return pieces && Buffer.concat(pieces.map((piece) => piece.contents))
}

/** IssuerAndSerialNumber (RFC 5652 §10.2.4) of a certificate. */
function signerOf(certificate: Buffer): Buffer | null {
  const [body] = readChildren(certificate, TAG.sequence) ?? []
  // TBSCertificate: [0] version, serial, signature, issuer.
  const [, serial, , issuer] = body ? (readDer(body.contents) ?? []) : []
  return serial && issuer ? sequence(issuer.bytes, serial.bytes) : null
}

function encodeToken({ info, certificate, digest, attributes, signature }: Token): Buffer | null {
  const signer = signerOf(certificate)
  const kind = new X509Certificate(certificate).publicKey.asymmetricKeyType
  if (!signer || (kind !== 'rsa' && kind !== 'ec')) return null
  const digestName = sequence(derOid(digest.oid))
  const algorithm = kind === 'rsa' ? sequence(derOid(digest.rsa), NULL) : sequence(derOid(digest.ec))
  const version = (value: number) => derElement(TAG.integer, Buffer.from([value]))
  const signerInfo = sequence(
    version(1),
    signer,
    digestName,
    derElement(TAG.first, attributes),
    algorithm,
    derElement(TAG.octets, signature),
  )
  const signedData = sequence(
    version(3),
    derElement(TAG.set, digestName),
    sequence(OID.timeStampInfo, derElement(TAG.first, derElement(TAG.octets, info))),
    derElement(TAG.first, certificate),
    derElement(TAG.set, signerInfo),
  )
  return sequence(OID.signedData, derElement(TAG.first, signedData))
}

/**
 * Whether `token` is a time stamp over what has this SHA-256 digest, in the form that `readToken` gives, signed by a
 * certificate for time stamping that was valid at its time; with `nonce`, the answer to that very request. There is no
 * byte in such a token that could be changed unseen.
 */
export function checkTimeStamp(token: Buffer, imprint: Buffer, nonce?: Buffer): TimeStamp | null {
  try {
    const parts = partsOf(token)
    if (!parts || !encodeToken(parts)?.equals(token) || !isSigned(parts)) return null
    const info = readInfo(parts.info)
    const isOurs = info !== null && info.imprint.equals(imprint) && (!nonce || (info.nonce?.equals(nonce) ?? false))
    const authority = isOurs ? authorityAt(parts.certificate, info.at) : null
    return info && authority !== null ? { at: info.at, authority } : null
  } catch {
    return null
  }
}

/** TSTInfo (RFC 3161 §2.4.2): version, policy, imprint, serial, time, then accuracy, ordering and nonce as they come. */
function readInfo(info: Buffer): { at: Instant; imprint: Buffer; nonce: Buffer | null } | null {
  const [version, , imprint, , time, ...more] = readChildren(info, TAG.sequence) ?? []
  if (version?.contents.toString('hex') !== '01' || time?.tag !== TAG.time || !imprint) return null
  const [algorithm, digest] = readDer(imprint.contents) ?? []
  const at = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/.exec(time.contents.toString('latin1'))
  if (!isOneOf(algorithm?.bytes, ...sha256Names) || digest?.tag !== TAG.octets || !at) return null
  const [, year, month, day, hour, minute, second, fraction = '.'] = at
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(1, 4).padEnd(3, '0')}Z`
  if (Number.isNaN(Date.parse(instant))) return null
  const nonce = more.find(({ tag }) => tag === TAG.integer)?.contents ?? null
  return { at: instant, imprint: digest.contents, nonce }
}

/** The signature over the attributes, and through them over the contents and the certificate (RFC 5652 §5.4, RFC 5035). */
function isSigned({ info, certificate, digest, attributes, signature }: Token): boolean {
  const values = new Map((readDer(attributes) ?? []).map((attribute) => attributeOf(attribute)))
  const valueOf = (type: Buffer): DerElement | null => values.get(type.toString('hex')) ?? null
  const digestOf = (name: string, bytes: Buffer) => createHash(name).update(bytes).digest()
  const holds =
    isOneOf(valueOf(OID.contentType)?.bytes, OID.timeStampInfo) &&
    isOneOf(valueOf(OID.messageDigest)?.contents, digestOf(digest.name, info)) &&
    namesCertificate(valueOf(OID.signingCertificateV2), valueOf(OID.signingCertificate), certificate)
  const { publicKey } = new X509Certificate(certificate)
  return holds && verify(digest.name, derElement(TAG.set, attributes), publicKey, signature)
}

function attributeOf({ contents }: DerElement): [string, DerElement | null] {
  const [type, set] = readDer(contents) ?? []
  const values = set?.tag === TAG.set ? readDer(set.contents) : null
  return [type?.bytes.toString('hex') ?? '', values?.length === 1 ? values[0]! : null]
}

/** The first certificate named, by SHA-256 unless another digest is given; by SHA-1 in the older form. */
function namesCertificate(v2: DerElement | null, v1: DerElement | null, certificate: Buffer): boolean {
  const first = (value: DerElement) =>
    readDer(readDer(readDer(value.contents)?.[0]?.contents ?? NULL)?.[0]?.contents ?? NULL)
  const [value] = [v2 ?? v1]
  const parts = value ? (first(value) ?? []) : []
  const named = v2 && parts[0]?.tag === TAG.sequence ? readDer(parts[0].contents)?.[0]?.bytes : undefined
  const name = !v2 ? 'sha1' : named ? DIGESTS.find(({ oid }) => derOid(oid).equals(named))?.name : 'sha256'
  const hash = parts.find(({ tag }) => tag === TAG.octets)?.contents
  const expected = name && createHash(name).update(certificate).digest()
  return Boolean(hash && expected && hash.length === expected.length && timingSafeEqual(hash, expected))
}

/** Who stamped; null unless the certificate is for time stamping alone (RFC 3161 §2.3) and was valid then. */
function authorityAt(certificate: Buffer, at: Instant): string | null {
  const parsed = pkijs.Certificate.fromBER(new Uint8Array(certificate).buffer)
  const usage = parsed.extensions?.find(({ extnID }) => extnID === EXTENDED_KEY_USAGE)
  const purposes = usage?.parsedValue instanceof pkijs.ExtKeyUsage ? usage.parsedValue.keyPurposes : []
  const isValid = parsed.notBefore.value <= new Date(at) && new Date(at) <= parsed.notAfter.value
  if (!isValid || !usage?.critical || purposes.join() !== TIME_STAMPING) return null
  const names = parsed.subject.typesAndValues
  const named = names.find(({ type }) => type === '2.5.4.3') ?? names.at(-1)
  return (named?.value as asn1.Utf8String | undefined)?.valueBlock.value ?? ''
}

/** A request for a time stamp (RFC 3161 §2.4.1) that asks for the certificate. `nonce`: a positive integer. */
export const timeStampRequest = (imprint: Buffer, nonce: Buffer): Buffer =>
  sequence(
    derElement(TAG.integer, Buffer.from([1])),
    sequence(sha256Names[1]!, derElement(TAG.octets, imprint)),
    derElement(TAG.integer, nonce),
    derElement(TAG.boolean, Buffer.from([0xff])),
  )

/** The status of a response (0 and 1 are grants) with the token it carries; null when it is no response. */
export function readResponse(response: Buffer): { status: number; token: Buffer | null } | null {
  const [info, token] = readChildren(response, TAG.sequence) ?? []
  const status = info ? readDer(info.contents)?.[0] : undefined
  if (status?.tag !== TAG.integer || status.contents.length !== 1) return null
  return { status: status.contents[0]!, token: token?.bytes ?? null }
}
