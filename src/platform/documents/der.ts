/** One element of DER: its tag, its contents, and all of its bytes. */
export interface DerElement {
  readonly tag: number
  readonly contents: Buffer
  readonly bytes: Buffer
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  time: 0x18,
  octetPieces: 0x24,
  sequence: 0x30,
  set: 0x31,
  /** [0] and [1], constructed. */
  first: 0xa0,
  second: 0xa1,
} as const

/** An element around `parts` (X.690 §10.1: the shortest form of the length). */
export function derElement(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const contents = Buffer.concat(parts)
  const { length } = contents
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff]
  if (length > 0xffff) throw new Error('More than 65,535 bytes in one element')
  return Buffer.concat([Buffer.from([tag, ...size]), contents])
}

/**
 * The elements that `bytes` consist of, to the last byte. Null when they do not: a length that runs over the end or is
 * not in its shortest form, a length of three bytes and more, or a tag of more than one byte.
 */
export function readDer(bytes: Buffer): DerElement[] | null {
  const elements: DerElement[] = []
  for (let at = 0; at < bytes.length;) {
    const [tag = 0, size = 0xff] = [bytes[at], bytes[at + 1]]
    const extra = size < 0x80 ? 0 : size - 0x80
    const start = at + 2 + extra
    if ((tag & 0x1f) === 0x1f || extra > 2 || size === 0x80 || start > bytes.length) return null
    const length = extra === 0 ? size : bytes.readUIntBE(at + 2, extra)
    const isShortest = extra === 0 || (extra === 1 ? length >= 0x80 : length >= 0x100)
    if (!isShortest || start + length > bytes.length) return null
    elements.push({ tag, contents: bytes.subarray(start, start + length), bytes: bytes.subarray(at, start + length) })
    at = start + length
  }
  return elements
}

/** As `readDer`, of what must be one element with this tag; its children. */
export function readChildren(bytes: Buffer, tag: number): DerElement[] | null {
  const elements = readDer(bytes)
  return elements?.length === 1 && elements[0]!.tag === tag ? readDer(elements[0]!.contents) : null
}

/** An object identifier in its dotted form as an element. */
export function derOid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const septets = (value: number): number[] => {
    const bytes = [value & 0x7f]
    for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128))
      bytes.unshift((left & 0x7f) | 0x80)
    return bytes
  }
  return derElement(TAG.oid, Buffer.from([first * 40 + second, ...rest].flatMap(septets)))
}
