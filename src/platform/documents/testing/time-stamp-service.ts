import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHash, randomBytes, webcrypto } from 'node:crypto'
import * as asn1 from 'asn1js'
import * as pkijs from 'pkijs'

/** How the authority misbehaves; `null`: it does not. */
export type Misbehaviour =
  | 'wrong-nonce'
  | 'wrong-imprint'
  | 'refuses'
  | 'not-for-stamping'
  | 'silent'
  | 'nonsense'
  | 'down'

/** A time-stamping authority of its own, for tests, on a port of this machine. */
export interface TimeStampService {
  readonly url: string
  misbehaviour: Misbehaviour | null
  /** How often it was asked. */
  readonly asked: number
  /** Done before it answers. */
  meanwhile: (() => Promise<void>) | null
  close(): Promise<void>
}

const AT = new Date('2020-10-26T06:00:07.000Z')
const TIME_STAMP_INFO = '1.2.840.113549.1.9.16.1.4'
const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto })
const bufferOf = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

export async function startTimeStampService(): Promise<TimeStampService> {
  const stamping = await makeSigner('1.3.6.1.5.5.7.3.8')
  const other = await makeSigner('1.3.6.1.5.5.7.3.4')
  const state = { misbehaviour: null as Misbehaviour | null, asked: 0, meanwhile: null as (() => Promise<void>) | null }
  const server = createServer((request, response) => {
    state.asked++
    const { misbehaviour } = state
    if (misbehaviour === 'silent') return
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      if (misbehaviour === 'down') return void response.writeHead(503).end()
      const signer = misbehaviour === 'not-for-stamping' ? other : stamping
      void Promise.resolve(state.meanwhile?.())
        .then(() => answer(Buffer.concat(pieces), misbehaviour, signer))
        .then((body) => response.writeHead(200, { 'content-type': 'application/timestamp-reply' }).end(body))
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/stamps`,
    get misbehaviour() {
      return state.misbehaviour
    },
    set misbehaviour(value) {
      state.misbehaviour = value
    },
    get asked() {
      return state.asked
    },
    get meanwhile() {
      return state.meanwhile
    },
    set meanwhile(value) {
      state.meanwhile = value
    },
    close: () => stop(server),
  }
}

const stop = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.closeAllConnections()
    server.close(() => done())
  })

interface StampSigner {
  readonly certificate: pkijs.Certificate
  readonly key: CryptoKey
}

/** A certificate that signs itself, for this purpose alone. */
async function makeSigner(purpose: string): Promise<StampSigner> {
  const kind = {
    name: 'RSASSA-PKCS1-v1_5',
    hash: 'SHA-256',
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
  }
  const keys = (await webcrypto.subtle.generateKey(kind, true, ['sign', 'verify'])) as unknown as CryptoKeyPair
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1.Integer({ valueHex: bufferOf(Buffer.from([0x40, ...randomBytes(7)])) })
  for (const name of [certificate.issuer, certificate.subject]) {
    name.typesAndValues.push(
      new pkijs.AttributeTypeAndValue({ type: '2.5.4.3', value: new asn1.Utf8String({ value: 'Test stamps 시각' }) }),
    )
  }
  certificate.notBefore.value = new Date('2020-01-01T00:00:00Z')
  certificate.notAfter.value = new Date('2030-01-01T00:00:00Z')
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey, engine)
  const usage = new pkijs.ExtKeyUsage({ keyPurposes: [purpose] })
  certificate.extensions = [
    new pkijs.Extension({ extnID: '2.5.29.37', critical: true, extnValue: usage.toSchema().toBER() }),
  ]
  await certificate.sign(keys.privateKey, 'SHA-256', engine)
  return { certificate, key: keys.privateKey }
}

async function answer(request: Buffer, misbehaviour: Misbehaviour | null, signer: StampSigner): Promise<Buffer> {
  if (misbehaviour === 'nonsense') return Buffer.from('<html>Stamps are sold out</html>')
  if (misbehaviour === 'refuses') {
    const refusal = new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: 2 }) })
    return Buffer.from(refusal.toSchema().toBER())
  }
  const asked = pkijs.TimeStampReq.fromBER(bufferOf(request))
  const { hashAlgorithm, hashedMessage } = asked.messageImprint
  const other = new asn1.OctetString({ valueHex: bufferOf(randomBytes(32)) })
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: '1.2.3.4.1',
    messageImprint: new pkijs.MessageImprint({
      hashAlgorithm,
      hashedMessage: misbehaviour === 'wrong-imprint' ? other : hashedMessage,
    }),
    serialNumber: new asn1.Integer({ value: 7 }),
    genTime: AT,
    accuracy: new pkijs.Accuracy({ seconds: 1 }),
    nonce: misbehaviour === 'wrong-nonce' ? new asn1.Integer({ value: 42 }) : asked.nonce!,
  })
  const token = await sign(Buffer.from(info.toSchema().toBER()), signer)
  const granted = new pkijs.TimeStampResp({ status: new pkijs.PKIStatusInfo({ status: 0 }), timeStampToken: token })
  return Buffer.from(granted.toSchema().toBER())
}

async function sign(info: Buffer, { certificate, key }: StampSigner): Promise<pkijs.ContentInfo> {
  const octets = (bytes: Uint8Array) => new asn1.OctetString({ valueHex: bufferOf(bytes) })
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()
  const own = new asn1.Sequence({
    value: [
      new asn1.Sequence({
        value: [new asn1.Sequence({ value: [octets(digest(Buffer.from(certificate.toSchema().toBER())))] })],
      }),
    ],
  })
  const attributes = [
    new pkijs.Attribute({
      type: '1.2.840.113549.1.9.3',
      values: [new asn1.ObjectIdentifier({ value: TIME_STAMP_INFO })],
    }),
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.4', values: [octets(digest(info))] }),
    new pkijs.Attribute({ type: '1.2.840.113549.1.9.16.2.47', values: [own] }),
  ]
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: TIME_STAMP_INFO, eContent: octets(info) }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes }),
      }),
    ],
    certificates: [certificate],
  })
  await signed.sign(key, 0, 'SHA-256', undefined, engine)
  return new pkijs.ContentInfo({ contentType: '1.2.840.113549.1.7.2', content: signed.toSchema(true) })
}
