/** What a file is by its first bytes, and how large a picture says it is. */
export interface FileKind {
  readonly kind: 'pdf' | 'png' | 'jpeg'
  readonly width: number | null
  readonly height: number | null
}

/** Larger pictures would cost more memory to show than they tell. */
export const MAX_PIXELS = 40_000_000

/** PDF, PNG (ISO 15948 §11.2.2) or JPEG (ISO 10918-1 §B.2.2); null for anything else, an SVG above all. */
export function recogniseFile(bytes: Uint8Array): FileKind | null {
  const starts = (...magic: readonly number[]) => magic.every((byte, index) => bytes[index] === byte)
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return { kind: 'pdf', width: null, height: null }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) && bytes.length >= 24) {
    return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) }
  }
  return starts(0xff, 0xd8, 0xff) ? jpegFrame(view) : null
}

function jpegFrame(view: DataView): FileKind | null {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

export const isTooLarge = ({ width, height }: FileKind): boolean =>
  width !== null && height !== null && (width === 0 || height === 0 || width * height > MAX_PIXELS)
