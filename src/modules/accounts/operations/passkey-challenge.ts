import { createHash } from 'node:crypto'

/** Good for as long as somebody needs to find the telephone. */
export const CHALLENGE_MINUTES = 5

/**
 * What the device signs: it follows from the statement and a nonce of ours, so that an answer given for one statement
 * says nothing about another. 32 bytes.
 */
export const challengeOf = (statement: string, nonce: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(['naru.passkey-proof', nonce, statement].join('\n')).digest())
