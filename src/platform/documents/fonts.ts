import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Of Pretendard: Hangul, Latin with Vietnamese, and Cyrillic in one design; neither Hanja nor emoji nor right-to-left scripts. */
export const fontDirectory = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('pretendard/package.json')), 'dist/public/static')

let covered: ((codePoint: number) => boolean) | undefined

/**
 * Characters of `text` that documents cannot show, each once. A renderer draws an empty box for them and still puts
 * the right text behind it, so whoever typesets has to ask first.
 */
export function missingGlyphs(text: string): string[] {
  covered ??= readCoverage(readFileSync(join(fontDirectory(), 'Pretendard-Regular.otf')))
  const missing = new Set<string>()
  for (const character of text.normalize('NFC')) {
    if (!/\s/u.test(character) && !covered(character.codePointAt(0)!)) missing.add(character)
  }
  return [...missing]
}

interface Run {
  readonly first: number
  readonly last: number
}

/** Which code points a font has glyphs for, from its Unicode `cmap` of format 12 or 4 (OpenType 1.9, cmap). */
export function readCoverage(font: Buffer): (codePoint: number) => boolean {
  const cmap = tableOffset(font, 'cmap')
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, index) => {
    const record = cmap + 4 + 8 * index
    const at = cmap + font.readUInt32BE(record + 4)
    return { platform: font.readUInt16BE(record), at, format: font.readUInt16BE(at) }
  }).filter(({ platform, format }) => [0, 3].includes(platform) && [4, 12].includes(format))
  const best = subtables.toSorted((a, b) => b.format - a.format)[0]
  if (!best) throw new Error('The font has no Unicode character map')
  const runs = best.format === 12 ? groups(font, best.at) : segments(font, best.at)
  return (codePoint) => runs.some(({ first, last }) => first <= codePoint && codePoint <= last)
}

function tableOffset(font: Buffer, tag: string): number {
  const count = font.readUInt16BE(4)
  for (let index = 0; index < count; index++) {
    const record = 12 + 16 * index
    if (font.toString('latin1', record, record + 4) === tag) return font.readUInt32BE(record + 8)
  }
  throw new Error(`The font has no table ${tag}`)
}

const groups = (font: Buffer, at: number): Run[] =>
  Array.from({ length: font.readUInt32BE(at + 12) }, (_, index) => ({
    first: font.readUInt32BE(at + 16 + 12 * index),
    last: font.readUInt32BE(at + 20 + 12 * index),
  }))

/** Segments of format 4, without the code points that a segment maps to glyph 0. */
function segments(font: Buffer, at: number): Run[] {
  const count = font.readUInt16BE(at + 6) / 2
  const runs: Run[] = []
  for (let index = 0; index < count; index++) {
    const last = font.readUInt16BE(at + 14 + 2 * index)
    const first = font.readUInt16BE(at + 16 + 2 * (count + index))
    const delta = font.readUInt16BE(at + 16 + 2 * (2 * count + index))
    const rangeAt = at + 16 + 2 * (3 * count + index)
    const range = font.readUInt16BE(rangeAt)
    for (let code = first; code <= last && code < 0xff_ff; code++) {
      const direct = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - first))
      const glyph = range !== 0 && direct === 0 ? 0 : (direct + delta) & 0xff_ff
      if (glyph !== 0) runs.push({ first: code, last: code })
    }
  }
  return runs
}

/** Data for a document: a character without a glyph becomes a question mark instead of an empty box. */
export function withKnownGlyphs<T>(data: T): T {
  const text = JSON.stringify(data)
  const missing = new Set(missingGlyphs(text))
  return missing.size === 0 ? data : (JSON.parse([...text].map((one) => (missing.has(one) ? '?' : one)).join('')) as T)
}
