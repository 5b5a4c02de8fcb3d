import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const IV_BYTES = 12
const TAG_BYTES = 16
/** Says how the rest is to be read; a text without it was stored before there was a seal. */
const PREFIX = 'sealed-v1:'

/** A key of its own for each purpose, from the secret of the installation (RFC 5869). */
const keyOf = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, 'naru sealed secret', purpose, 32))

/**
 * A secret as it may lie in the database: AES-256-GCM under a key that is derived from `NARU_SECRET` and lies elsewhere.
 * `owner` is bound to it, so that a row cannot borrow another's secret.
 */
export function sealSecret(secret: string, purpose: string, owner: string, text: string): string {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret, purpose), iv).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return `${PREFIX}${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')}`
}

/**
 * What was sealed. Null when the installation's secret is another one by now, when the row is not its owner's, or when
 * a byte was changed. A text without a seal is given as it is.
 */
export function openSecret(secret: string, purpose: string, owner: string, stored: string): string | null {
  if (!stored.startsWith(PREFIX)) return stored
  const bytes = Buffer.from(stored.slice(PREFIX.length), 'base64')
  if (bytes.length < IV_BYTES + TAG_BYTES) return null
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret, purpose), bytes.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  try {
    return decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
  } catch {
    return null
  }
}

export const isSealed = (stored: string): boolean => stored.startsWith(PREFIX)
