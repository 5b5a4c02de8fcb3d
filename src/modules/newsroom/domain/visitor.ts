import { type Result, ok } from '../../../kernel/result.ts'
import { refuseNews } from './refusal.ts'

/** What one visitor may do on a day, and how often one address may be written to by all of them. */
export const MAILS_A_DAY = 10
export const MAILS_OF_ONE_ARTICLE = 3
export const MAILS_TO_ONE_ADDRESS = 5
export const LIKES_A_DAY = 200

const ADDRESS =
  /^[^\s@<>(),;:"\\[\]]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}$/u

/**
 * One plain address, as it will be written: no list, no name, no line break. Names of domains may stand in their own
 * letters or in Punycode (xn--…).
 */
export function checkAddress(text: string): Result<string> {
  const address = text.trim()
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  const hasControls = /[\u0000-\u001f\u007f]/.test(text)
  if (hasControls || address.length > 254 || !ADDRESS.test(address)) return refuseNews('invalid', 'address-malformed')
  const [local = '', domain = ''] = address.split('@')
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..'))
    return refuseNews('invalid', 'address-malformed')
  return ok(`${local}@${domain.toLowerCase()}`)
}

/** Who sends it, as the visitor says: a name and no message, because anybody can write anything here. */
export function checkSenderName(text: string): Result<string> {
  const name = text.replaceAll(/\s+/g, ' ').trim()
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(text.trim()) || name.length > 40 || /[@:/\\<>]|www\.|\.[a-z]{2,}/iu.test(name)) {
    return refuseNews('invalid', 'sender-malformed')
  }
  return ok(name)
}
