import { expect, test } from 'vitest'
import { readClientMessage } from './client-message.ts'

const TO = 'abcdefghijklmnop'

test('a candidate and a description pass as they are', () => {
  const signal = {
    type: 'signal',
    to: TO,
    candidate: { candidate: 'candidate:1 1 udp 1 1.2.3.4 5 typ host', sdpMid: '0' },
  }
  expect(readClientMessage(JSON.stringify(signal))).toEqual(signal)
  const offer = { type: 'signal', to: TO, description: { type: 'offer', sdp: 'v=0\r\n[[[[[[[[[[{{{{{{' } }
  expect(readClientMessage(JSON.stringify(offer))).toEqual(offer)
})

test.each([
  ['no JSON', '{'],
  ['nothing', ''],
  ['no object', '[]'],
  ['an unknown kind', '{"type":"format"}'],
  ['an unknown field', '{"type":"leave","now":true}'],
  ['thirty thousand brackets', '['.repeat(30_000)],
  ['nested objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
  ['nesting inside a message', `{"type":"signal","to":"${TO}","candidate":${'['.repeat(20)}${']'.repeat(20)}}`],
  ['a long chat', JSON.stringify({ type: 'chat', text: 'x'.repeat(2001) })],
  ['an empty chat', '{"type":"chat","text":"  "}'],
  ['a huge candidate', JSON.stringify({ type: 'signal', to: TO, candidate: { candidate: 'x'.repeat(2000) } })],
  ['a prototype', '{"type":"leave","__proto__":{"a":1}}'],
  ['somebody who cannot be', '{"type":"signal","to":"../../x"}'],
])('%s is not understood', (_, text) => {
  expect(readClientMessage(text)).toBeNull()
})
