/** What a picture is by its first bytes, whatever its name or the sender say. */
export interface Picture {
  readonly mediaType: 'image/jpeg' | 'image/png' | 'image/webp'
  readonly width: number
  readonly height: number
}

export const MAX_SIDE = 8000
export const MAX_PIXELS = 40_000_000
export const MAX_PHOTO_BYTES = 8 * 1024 * 1024

/** Null for everything that is no JPEG, PNG or WebP with a size; SVG, which can carry scripts, among it. */
export function readPicture(bytes: Uint8Array): Picture | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = readPng(view) ?? readWebp(view) ?? readJpeg(view)
  return found && found.width > 0 && found.height > 0 ? found : null
}

export const isTooLarge = ({ width, height }: Picture): boolean =>
  width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS

const ascii = (view: DataView, at: number, length: number): string =>
  at + length <= view.byteLength
    ? String.fromCodePoint(...Array.from({ length }, (_, index) => view.getUint8(at + index)))
    : ''

/** Signature, then IHDR as the first chunk (PNG 3rd edition, 5.2 and 11.2.1). */
function readPng(view: DataView): Picture | null {
  if (view.byteLength < 33 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null
  if (ascii(view, 12, 4) !== 'IHDR') return null
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** RIFF container with a lossy, lossless or extended picture first (RFC 9649, 2.3 to 2.7). */
function readWebp(view: DataView): Picture | null {
  if (view.byteLength < 30 || ascii(view, 0, 4) !== 'RIFF' || ascii(view, 8, 4) !== 'WEBP') return null
  const mediaType = 'image/webp'
  switch (ascii(view, 12, 4)) {
    case 'VP8 ':
      return { mediaType, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return { mediaType, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 'VP8X': {
      const uint24 = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
      return { mediaType, width: uint24(24) + 1, height: uint24(27) + 1 }
    }
    default:
      return null
  }
}

/** Start of image, then segments up to the first start of frame (ITU-T T.81, B.1.1.3 and B.2.2). */
function readJpeg(view: DataView): Picture | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (isFrame(marker)) {
      return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    } else at += 2 + view.getUint16(at + 2)
  }
  return null
}

/** SOF0 to SOF15 without the tables and the reserved marker between them. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
