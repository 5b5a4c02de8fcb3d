import { type KeyObject, X509Certificate, createPrivateKey, randomBytes, webcrypto } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'
import { type Instant, addMinutes } from '../../kernel/instant.ts'
import type { CertifiedKey } from './cms.ts'
import { sha256Hex } from './digest.ts'

/** The key with which this installation signs and seals documents. */
export interface SigningIdentity extends CertifiedKey {
  readonly key: KeyObject
  /** SHA-256 of the authority's certificate, in hex: what others compare to know this installation again. */
  readonly fingerprint: string
}

const FILES = { key: 'signer.key.pem', certificate: 'signer.pem', authority: 'authority.pem' } as const

const known = new Map<string, Promise<SigningIdentity>>()

/**
 * Reads the identity from `signing/` in the data directory; the first call makes it, with an authority of its own
 * whose key is thrown away once the one certificate is issued. Of two processes that make it at once, both get the
 * first one's.
 */
export function signingIdentity(dataDir: string, now: Instant): Promise<SigningIdentity> {
  const directory = join(dataDir, 'signing')
  const found = known.get(directory) ?? openIdentity(directory, now)
  known.set(directory, found)
  found.catch(() => known.delete(directory))
  return found
}

async function openIdentity(directory: string, now: Instant): Promise<SigningIdentity> {
  return readIdentity(directory) ?? makeIdentity(directory, now)
}

function readIdentity(directory: string): SigningIdentity | null {
  try {
    const certificate = readCertificate(join(directory, FILES.certificate))
    const authority = readCertificate(join(directory, FILES.authority))
    const key = createPrivateKey(readFileSync(join(directory, FILES.key)))
    return { key, certificate, authority, fingerprint: sha256Hex(authority) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The fingerprint of the installation that keeps its data here; null when it has not signed anything yet. */
export const knownFingerprint = (dataDir: string): string | null =>
  readIdentity(join(dataDir, 'signing'))?.fingerprint ?? null

const readCertificate = (path: string): Buffer => new X509Certificate(readFileSync(path)).raw

async function makeIdentity(directory: string, now: Instant): Promise<SigningIdentity> {
  const { signerKey, certificate, authority } = await issue(now)
  const draft = `${directory}.${randomBytes(6).toString('hex')}`
  mkdirSync(draft, { recursive: true, mode: 0o700 })
  const write = (name: string, text: string) => writeFileSync(join(draft, name), text, { mode: 0o600 })
  write(FILES.key, pem('PRIVATE KEY', signerKey))
  write(FILES.certificate, pem('CERTIFICATE', certificate))
  write(FILES.authority, pem('CERTIFICATE', authority))
  try {
    renameSync(draft, directory)
  } catch (error) {
    rmSync(draft, { recursive: true })
    if (!['EEXIST', 'ENOTEMPTY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  const identity = readIdentity(directory)
  if (!identity) throw new Error(`${directory} lacks its files`)
  return identity
}

export const pem = (label: 'CERTIFICATE' | 'PRIVATE KEY', bytes: Uint8Array): string =>
  `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END ${label}-----\n`

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const YEARS_MINUTES = 20 * 366 * 24 * 60
const DAY_MINUTES = 24 * 60

async function issue(now: Instant) {
  const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto })
  const { subtle } = webcrypto
  const [authorityKeys, signerKeys] = await Promise.all([
    subtle.generateKey(CURVE, true, ['sign', 'verify']),
    subtle.generateKey(CURVE, true, ['sign', 'verify']),
  ])
  const mark = randomBytes(4).toString('hex')
  const authorityName = `Naru document authority ${mark}`
  const make = async (subject: string, publicKey: webcrypto.CryptoKey, usage: number, isAuthority: boolean) => {
    const certificate = new pkijs.Certificate()
    certificate.version = 2
    // Positive and never zero: the first bit is cleared and the next set.
    const serial = randomBytes(16)
    serial[0] = (serial[0]! & 0x7f) | 0x40
    certificate.serialNumber = new asn1.Integer({ valueHex: new Uint8Array(serial).buffer })
    certificate.issuer.typesAndValues.push(commonName(authorityName))
    certificate.subject.typesAndValues.push(commonName(subject))
    certificate.notBefore.value = new Date(addMinutes(now, -DAY_MINUTES))
    certificate.notAfter.value = new Date(addMinutes(now, YEARS_MINUTES))
    await certificate.subjectPublicKeyInfo.importKey(publicKey as unknown as CryptoKey, engine)
    certificate.extensions = [basicConstraints(isAuthority), keyUsage(usage)]
    await certificate.sign(authorityKeys.privateKey as unknown as CryptoKey, 'SHA-256', engine)
    return Buffer.from(certificate.toSchema(true).toBER())
  }
  // Key usage (RFC 5280 §4.2.1.3): certificate signing for the authority, signature and non-repudiation below it.
  const authority = await make(authorityName, authorityKeys.publicKey, 0x06, true)
  const certificate = await make(`Naru document seal ${mark}`, signerKeys.publicKey, 0xc0, false)
  const signerKey = Buffer.from(await subtle.exportKey('pkcs8', signerKeys.privateKey))
  return { signerKey, certificate, authority }
}

const commonName = (value: string) =>
  new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1.Utf8String({ value }) })

const basicConstraints = (cA: boolean) =>
  new pkijs.Extension({
    extnID: '2.5.29.19',
    critical: true,
    extnValue: new pkijs.BasicConstraints(cA ? { cA, pathLenConstraint: 0 } : { cA }).toSchema().toBER(),
  })

function keyUsage(bits: number) {
  const value = new asn1.BitString({ valueHex: new Uint8Array([bits]).buffer, unusedBits: bits === 0x06 ? 1 : 6 })
  return new pkijs.Extension({ extnID: '2.5.29.15', critical: true, extnValue: value.toBER() })
}

/** Whether `authority` is an authority that issued `certificate` to a key of the kind that is used here. */
export function isIssuedBy(certificate: Uint8Array, authority: Uint8Array): boolean {
  const [issued, issuer] = [new X509Certificate(certificate), new X509Certificate(authority)]
  return (
    issuer.ca &&
    !issued.ca &&
    issued.checkIssued(issuer) &&
    issued.verify(issuer.publicKey) &&
    issuer.verify(issuer.publicKey) &&
    issued.publicKey.asymmetricKeyDetails?.namedCurve === 'prime256v1'
  )
}
