import { type KeyObject, createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import type { TestPlatform } from '../../../platform/testing.ts'
import type { PasskeyRequest } from '../operations/prepare-passkey-proof.ts'
import type { PasskeyAnswer } from '../operations/prove-passkey.ts'

/** A device in software: what it says can be changed before it signs. */
export interface BuiltPasskey {
  answer(
    request: PasskeyRequest,
    change?: { readonly userVerified?: boolean; readonly origin?: string; readonly challenge?: string },
  ): PasskeyAnswer
}

/** A passkey of this person, with its key in memory; its counter grows with each use. */
export async function buildPasskey(platform: TestPlatform, personId: Id): Promise<BuiltPasskey> {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const credentialId = randomBytes(16).toString('base64url')
  await platform.database.pool.query(
    `insert into passkey (person_id, public_key, credential_id, counter, device_type, backed_up)
     values ($1, $2, $3, 0, 'singleDevice', false)`,
    [personId, coseKey(publicKey).toString('base64'), credentialId],
  )
  let counter = 0
  return {
    answer({ options }, { userVerified = true, origin = new URL(platform.config.baseUrl).origin, challenge } = {}) {
      counter++
      const client = { type: 'webauthn.get', challenge: challenge ?? options.challenge, origin, crossOrigin: false }
      const clientData = Buffer.from(JSON.stringify(client))
      const data = authenticatorData(options.rpId, userVerified, counter)
      const hash = createHash('sha256').update(clientData).digest()
      const signature = sign('sha256', Buffer.concat([data, hash]), privateKey)
      return {
        id: credentialId,
        rawId: credentialId,
        type: 'public-key',
        response: {
          authenticatorData: data.toString('base64url'),
          clientDataJSON: clientData.toString('base64url'),
          signature: signature.toString('base64url'),
        },
      }
    },
  }
}

/** Hash of the server's name, flags (present, verified), counter: WebAuthn §6.1. */
function authenticatorData(rpId: string, userVerified: boolean, counter: number): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32BE(counter)
  return Buffer.concat([createHash('sha256').update(rpId).digest(), Buffer.from([userVerified ? 0x05 : 0x01]), count])
}

/** EC2 key of ES256 (RFC 9053 §7.1.1): { 1: 2, 3: -7, -1: 1, -2: x, -3: y } in CBOR. */
function coseKey(publicKey: KeyObject): Buffer {
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const bytes = (text: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(text, 'base64url')])
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(x),
    Buffer.from([0x22]),
    bytes(y),
  ])
}
