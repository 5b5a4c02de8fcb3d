import { createHash } from 'node:crypto'
import { type CertifiedKey, type SignatureLevel, readSignedDetached } from './cms.ts'

export type PdfProblemCode =
  | 'no-signature'
  | 'range-malformed'
  | 'range-out-of-place'
  | 'contents-malformed'
  | 'bytes-after-last-signature'
  | 'signature-invalid'

export interface PdfProblem {
  readonly code: PdfProblemCode
  /** Which signature, from 1; null for the document as a whole. */
  readonly signature: number | null
}

export interface CheckedPdf {
  readonly signatures: number
  /** Of each signature that holds, in the order they were made. */
  readonly levels: readonly SignatureLevel[]
  readonly problems: readonly PdfProblem[]
}

interface Range {
  /** Where the revision before ends at the latest: the place of the words "/ByteRange". */
  readonly at: number
  readonly gapStart: number
  readonly gapEnd: number
  readonly end: number
  readonly wellFormed: boolean
}

const CONTENTS = Buffer.from('/Contents ')
const END_OF_FILE = Buffer.from('%%EOF')

/**
 * Checks every signature of a PDF made by `signPdf` with one known key: each covers everything from the first byte to
 * the end of its own revision but its own value, each revision adds exactly one signature, and nothing follows
 * the last. So a revision appended later, a signature moved into another range, and a key of the same name are all
 * found. `problems` is empty when all holds.
 */
export function checkSignedPdf(pdf: Uint8Array, by: CertifiedKey): CheckedPdf {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const ranges = findRanges(bytes)
  if (ranges.length === 0) return { signatures: 0, levels: [], problems: [{ code: 'no-signature', signature: null }] }
  const levels: SignatureLevel[] = []
  const problems: PdfProblem[] = []
  for (const [index, range] of ranges.entries()) {
    const found = checkRange(bytes, range, ranges[index - 1] ?? null, by)
    if (typeof found === 'string') problems.push({ code: found, signature: index + 1 })
    else levels.push(found)
  }
  if (ranges.at(-1)!.end !== bytes.length) problems.push({ code: 'bytes-after-last-signature', signature: null })
  return { signatures: ranges.length, levels, problems }
}

/** In the order of the file, which is the order in which they were made. */
function findRanges(bytes: Buffer): Range[] {
  const text = bytes.toString('latin1')
  return [...text.matchAll(/\/ByteRange([^\]]{0,100}\]?)/g)].map((match) => {
    const numbers = /^ \[0 (\d{1,10}) (\d{1,10}) (\d{1,10})\] *$/.exec(match[1] ?? '')
    const [gapStart = 0, gapEnd = 0, rest = 0] = (numbers?.slice(1) ?? []).map(Number)
    return { at: match.index, gapStart, gapEnd, end: gapEnd + rest, wellFormed: numbers !== null }
  })
}

function checkRange(
  bytes: Buffer,
  range: Range,
  before: Range | null,
  by: CertifiedKey,
): SignatureLevel | PdfProblemCode {
  const { at, gapStart, gapEnd, end, wellFormed } = range
  if (!wellFormed || gapStart >= gapEnd || end > bytes.length) return 'range-malformed'
  const revisionStart = before?.end ?? 0
  const isInPlace = at >= revisionStart && gapStart > at && gapEnd < end && endsRevision(bytes, end)
  if (!isInPlace || !bytes.subarray(0, gapStart).subarray(-10).equals(CONTENTS)) return 'range-out-of-place'
  const cms = readContents(bytes.toString('latin1', gapStart, gapEnd))
  if (!cms) return 'contents-malformed'
  const digest = createHash('sha256').update(bytes.subarray(0, gapStart)).update(bytes.subarray(gapEnd, end)).digest()
  return readSignedDetached(cms, digest, by) ?? 'signature-invalid'
}

/** `%%EOF`, and at most the line break after it. */
const endsRevision = (bytes: Buffer, end: number): boolean =>
  bytes.subarray(end - 5, end).equals(END_OF_FILE) || bytes.subarray(end - 6, end - 1).equals(END_OF_FILE)

/** The value in angle brackets: lower-case hex of one DER element, then zeros only. */
function readContents(text: string): Buffer | null {
  if (!/^<(?:[0-9a-f]{2})+>$/.test(text)) return null
  const padded = Buffer.from(text.slice(1, -1), 'hex')
  // A SEQUENCE with a length of two bytes (X.690 §8.1.3.5).
  if (padded[0] !== 0x30 || padded[1] !== 0x82) return null
  const length = 4 + padded.readUInt16BE(2)
  return length <= padded.length && padded.subarray(length).every((byte) => byte === 0)
    ? padded.subarray(0, length)
    : null
}
