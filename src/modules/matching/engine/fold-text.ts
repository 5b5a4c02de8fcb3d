/**
 * Folding of raw text to comparable characters that keeps the way back: every folded character knows the
 * UTF-16 range it came from, so that evidence can be highlighted in the text as the company wrote it.
 */
export interface FoldedText {
  readonly text: string
  /** Start in the raw text of each UTF-16 unit of `text`. */
  readonly starts: Int32Array
  /** End (exclusive) in the raw text of each UTF-16 unit of `text`. */
  readonly ends: Int32Array
}

/** Soft hyphen, zero-width characters, directional marks, variation selectors: invisible, so never evidence. */
function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff
  )
}

/** Combining marks and conjoining jamo attach to the character before them. */
function isAttached(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x483 && code <= 0x489) ||
    (code >= 0x1160 && code <= 0x11ff) ||
    (code >= 0xd7b0 && code <= 0xd7fb) ||
    (code >= 0x20d0 && code <= 0x20f0)
  )
}

/** Characters that NFKC and case folding leave alone or that have one known partner: the fast way for most text. */
function foldOne(code: number): number {
  if (code >= 0x41 && code <= 0x5a) return code + 32
  if (code < 0x80) return code
  if (code >= 0xac00 && code <= 0xd7a3) return code
  if (code >= 0x410 && code <= 0x42f) return code + 32
  if (code === 0x451 || code === 0x401) return 0x435
  if (code >= 0x430 && code <= 0x44f) return code
  return -1
}

const foldCluster = (cluster: string): string => cluster.normalize('NFKC').toLowerCase().replaceAll('ё', 'е')

/** NFKC, lower case, ё as е, composed Hangul, without invisible characters. Linear in the length. */
export function foldText(raw: string): FoldedText {
  const starts = new Int32Array(raw.length * 4 + 4)
  const ends = new Int32Array(raw.length * 4 + 4)
  const parts: string[] = []
  let length = 0
  let at = 0
  while (at < raw.length) {
    const start = at
    const code = raw.codePointAt(at) ?? 0
    at += code > 0xffff ? 2 : 1
    if (isInvisible(code)) continue
    let attached = false
    while (at < raw.length && isAttached(raw.charCodeAt(at)) && at - start < 8) {
      attached = true
      at += 1
    }
    const simple = attached ? -1 : foldOne(code)
    const folded = simple >= 0 ? String.fromCharCode(simple) : foldCluster(raw.slice(start, at))
    // A ligature such as ﷺ unfolds to 18 letters; what would not fit the map is not worth matching.
    const kept = folded.length <= (at - start) * 4 ? folded : ' '
    for (let unit = 0; unit < kept.length; unit += 1) {
      starts[length] = start
      ends[length] = at
      length += 1
    }
    parts.push(kept)
  }
  return { text: parts.join(''), starts: starts.subarray(0, length), ends: ends.subarray(0, length) }
}

/** Folded characters only, for comparing short strings such as terms and certificates. */
export const foldString = (raw: string): string => foldText(raw).text
