import { decodeKoreanWindows } from './korean-windows.ts'

export interface DecodedText {
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'euc-kr' | 'windows-1251'
  readonly text: string
}

/**
 * Decodes a text file whose encoding nobody states: a byte order mark, else UTF-16 by its zero bytes, else UTF-8
 * when valid, else Korean Windows (code page 949) or Russian Windows (1251), whichever gives the more plausible
 * letters. Null when no encoding fits. Only strict decoders are used: no text with replacement characters comes out.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = MARKS.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte))
  if (marked) return decode(marked.encoding, bytes.subarray(marked.mark.length))
  const wide = wideEncoding(bytes)
  if (wide) return decode(wide, bytes)
  return decode('utf-8', bytes) ?? mostPlausible(decode('euc-kr', bytes), decode('windows-1251', bytes))
}

const MARKS: readonly { encoding: DecodedText['encoding']; mark: readonly number[] }[] = [
  { encoding: 'utf-8', mark: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', mark: [0xff, 0xfe] },
  { encoding: 'utf-16be', mark: [0xfe, 0xff] },
]

/** Control characters that no text has: what some decoders give instead of refusing a byte. */
const C1_CONTROL = /[\u0080-\u009f]/

function decode(encoding: DecodedText['encoding'], bytes: Uint8Array): DecodedText | null {
  const text = encoding === 'euc-kr' ? decodeKoreanWindows(bytes) : decodeStrictly(encoding, bytes)
  return text === null || C1_CONTROL.test(text) ? null : { encoding, text }
}

function decodeStrictly(encoding: DecodedText['encoding'], bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Separators and line ends have a zero byte in UTF-16, first in big-endian, second in little-endian order. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const zeros = [0, 0]
  const until = Math.min(bytes.length, 100_000)
  for (let index = 0; index < until; index++) if (bytes[index] === 0) zeros[index % 2]!++
  if (zeros[0] === 0 && zeros[1] === 0) return null
  return zeros[1]! > zeros[0]! ? 'utf-16le' : 'utf-16be'
}

function mostPlausible(korean: DecodedText | null, russian: DecodedText | null): DecodedText | null {
  if (!korean || !russian) return korean ?? russian
  return koreanShare(korean.text) >= russianShare(russian.text) ? korean : russian
}

const share = (count: number, of: number) => (of === 0 ? 0 : count / of)

/** Hangul among what is not ASCII: Russian read as Korean comes out as rare Chinese characters. */
function koreanShare(text: string): number {
  const foreign = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0 // oxlint-disable-line no-control-regex -- all of ASCII
  return share(text.match(/[\uac00-\ud7a3\u3200-\u32ff·…「」『』]/gu)?.length ?? 0, foreign)
}

/** Russian letters in words of a usual case: Korean read as Russian mixes capitals, small letters and signs. */
function russianShare(text: string): number {
  const foreign = text.match(/[^\u0000-\u007f]/gu)?.length ?? 0 // oxlint-disable-line no-control-regex -- all of ASCII
  let usual = text.match(/[«»№—–…\u00a0]/gu)?.length ?? 0
  for (const [word] of text.matchAll(/[а-яё]+/giu)) {
    if (/^(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+[а-яё]?)$/u.test(word)) usual += word.length
  }
  return share(usual, foreign)
}
