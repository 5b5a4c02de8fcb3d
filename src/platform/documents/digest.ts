import { createHash } from 'node:crypto'

/** SHA-256 (FIPS 180-4) in lower-case hex; text is taken as UTF-8. */
export const sha256Hex = (contents: string | Uint8Array): string => createHash('sha256').update(contents).digest('hex')
