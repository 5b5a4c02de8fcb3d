import { expect, test } from 'vitest'
import { isSealed, openSecret, sealSecret } from './sealed-secret.ts'

const SECRET = 'a secret of at least thirty-two characters'

test('what is sealed is not to be read, opens for its owner, and never twice the same', () => {
  const sealed = sealSecret(SECRET, 'webhook', 'one', 'whsec_abc')
  expect([
    isSealed(sealed),
    sealed.includes('whsec'),
    sealed === sealSecret(SECRET, 'webhook', 'one', 'whsec_abc'),
  ]).toEqual([true, false, false])
  expect(openSecret(SECRET, 'webhook', 'one', sealed)).toBe('whsec_abc')
})

test('another secret, purpose or owner, and every changed byte, opens nothing', () => {
  const sealed = sealSecret(SECRET, 'webhook', 'one', 'whsec_abc')
  expect([
    openSecret(`${SECRET}!`, 'webhook', 'one', sealed),
    openSecret(SECRET, 'other', 'one', sealed),
    openSecret(SECRET, 'webhook', 'two', sealed),
    openSecret(SECRET, 'webhook', 'one', 'sealed-v1:AAAA'),
  ]).toEqual([null, null, null, null])
  const bytes = Buffer.from(sealed.slice('sealed-v1:'.length), 'base64')
  for (const at of bytes.keys()) {
    const changed = Buffer.from(bytes)
    changed[at] = changed[at]! ^ 1
    expect(openSecret(SECRET, 'webhook', 'one', `sealed-v1:${changed.toString('base64')}`)).toBeNull()
  }
})

test('what was stored before there was a seal is read as it is', () => {
  expect(openSecret(SECRET, 'webhook', 'one', 'whsec_old')).toBe('whsec_old')
})
