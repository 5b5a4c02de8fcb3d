import { Buffer } from 'node:buffer'
import { describe, expect, test } from 'vitest'
import { isTooLarge, readPicture } from '../../../kernel/picture.ts'
import { gramsOf, searchWords } from './search-text.ts'
import { checkAddress, checkSenderName } from './visitor.ts'

describe('one mail address', () => {
  test.each(['kim@example.org', 'a.b+c@xn--80ak6aa92e.com', 'kim@한국.kr', ' kim@Example.ORG '])('%j', (text) => {
    expect(checkAddress(text).ok).toBe(true)
  })

  test.each([
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\nb',
    'a@example.org,b@example.org',
    'a@example.org;b@example.org',
    'a@example.org b@example.org',
    'Kim <a@example.org>',
    'a@example',
    'a@@example.org',
    '.a@example.org',
    'a..b@example.org',
    '@example.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(250)}.org`,
    '',
  ])('not %j', (text) => {
    expect(checkAddress(text)).toMatchObject({ refusal: { code: 'newsroom.address-malformed' } })
  })

  test('a name is short and no message', () => {
    expect([checkSenderName('  Kim  Naru '), checkSenderName('')]).toEqual([
      { ok: true, value: 'Kim Naru' },
      { ok: true, value: '' },
    ])
    for (const text of ['Buy at www.example', 'x'.repeat(41), 'a\nb: c', 'http://x', 'see example.com', '<b>']) {
      expect(checkSenderName(text).ok && text).toBe(false)
    }
  })
})

const png = (width: number, height: number): Uint8Array => {
  const bytes = Buffer.alloc(33)
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1')
  bytes.writeUInt32BE(13, 8)
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

describe('a photograph is what its bytes say', () => {
  test('PNG, JPEG and WebP with their sizes', () => {
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc00011080140028003012200021101031101', 'hex')
    const webp = Buffer.alloc(30)
    webp.write('RIFF', 0)
    webp.write('WEBPVP8X', 8)
    webp.writeUInt16LE(639, 24)
    webp.writeUInt16LE(319, 27)
    expect([readPicture(png(640, 320)), readPicture(jpeg), readPicture(webp)]).toEqual([
      { mediaType: 'image/png', width: 640, height: 320 },
      { mediaType: 'image/jpeg', width: 640, height: 320 },
      { mediaType: 'image/webp', width: 640, height: 320 },
    ])
  })

  test('SVG, HTML, GIF, cut files and nothing are none', () => {
    const texts = [
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      '<html>',
      'GIF89a',
      '\xff\xd8',
      '',
    ]
    expect(texts.map((text) => readPicture(Buffer.from(text, 'latin1')))).toEqual(texts.map(() => null))
    expect([readPicture(png(0, 10)), readPicture(png(640, 320).subarray(0, 20))]).toEqual([null, null])
  })

  test('30,000 by 30,000 pixels are too many', () => {
    expect([isTooLarge(readPicture(png(30_000, 30_000))!), isTooLarge(readPicture(png(8000, 4000))!)]).toEqual([
      true,
      false,
    ])
  })
})

test('a text is found by any part of its words', () => {
  expect(searchWords('ЁЛКА 기술!')).toEqual([
    { text: 'елка', grams: ['ел', 'ка', 'лк'] },
    { text: '기술', grams: ['기술'] },
  ])
  expect(gramsOf('a 라이다')).toEqual(['a', '라이', '이다'])
})
