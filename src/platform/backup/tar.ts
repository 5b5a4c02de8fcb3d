/** A file of an archive: a relative path in ASCII of at most 100 characters, and what is in it. */
export interface TarEntry {
  readonly name: string
  readonly contents: Uint8Array
}

const BLOCK = 512
const NAME = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/
/** More than any entry we write: a damaged length must not fill the memory. */
const MAX_ENTRY_BYTES = 512 * 1024 * 1024

/** A tar archive (POSIX.1-1988 ustar) of plain files, a piece at a time; any tar program unpacks it. */
export async function* writeTar(entries: AsyncIterable<TarEntry>): AsyncGenerator<Uint8Array> {
  for await (const { name, contents } of entries) {
    yield header(name, contents.byteLength)
    yield contents
    const rest = contents.byteLength % BLOCK
    if (rest > 0) yield Buffer.alloc(BLOCK - rest)
  }
  yield Buffer.alloc(2 * BLOCK)
}

function header(name: string, size: number): Buffer {
  if (!isSafe(name)) throw new Error(`Not a name for a file in an archive: ${name}`)
  const block = Buffer.alloc(BLOCK)
  const octal = (value: number, at: number, digits: number) =>
    block.write(`${value.toString(8).padStart(digits, '0')}\0`, at, 'latin1')
  block.write(name, 0, 'latin1')
  octal(0o600, 100, 7)
  octal(0, 108, 7)
  octal(0, 116, 7)
  octal(size, 124, 11)
  octal(0, 136, 11)
  block.write('        ', 148, 'latin1')
  block.write('0', 156, 'latin1')
  block.write('ustar\x0000', 257, 'latin1')
  block.write(`${checksum(block).toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
  return block
}

/** Sum of all bytes of a header, with blanks where the sum itself stands. */
function checksum(block: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < BLOCK; at++) sum += at >= 148 && at < 156 ? 0x20 : block[at]!
  return sum
}

const isSafe = (name: string): boolean => NAME.test(name) && !name.split('/').includes('..')

/** The archive is cut short or is not one that `writeTar` writes. */
export class TarError extends Error {
  override readonly name = 'TarError'
}

/** The files of an archive in their order. Throws TarError where it is damaged or ends before its end mark. */
export async function* readTar(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TarEntry> {
  const take = reader(bytes)
  for (;;) {
    const block = await take(BLOCK)
    if (block.every((byte) => byte === 0)) return
    const name = block.toString('latin1', 0, 100).replace(/\0.*$/s, '')
    const stated = Number.parseInt(block.toString('latin1', 148, 155), 8)
    const size = Number.parseInt(block.toString('latin1', 124, 135), 8)
    if (stated !== checksum(block) || !isSafe(name) || !(size >= 0 && size <= MAX_ENTRY_BYTES)) {
      throw new TarError('The archive is damaged.')
    }
    const contents = await take(size)
    await take((BLOCK - (size % BLOCK)) % BLOCK)
    yield { name, contents }
  }
}

/** A function that waits for exactly so many of the next bytes. */
function reader(bytes: AsyncIterable<Uint8Array>): (size: number) => Promise<Buffer> {
  const source = bytes[Symbol.asyncIterator]()
  let chunks: Uint8Array[] = []
  let held = 0
  return async (size) => {
    while (held < size) {
      const next = await source.next()
      if (next.done) throw new TarError('The archive is cut short.')
      chunks.push(next.value)
      held += next.value.byteLength
    }
    const all = chunks.length === 1 ? Buffer.from(chunks[0]!) : Buffer.concat(chunks, held)
    chunks = held > size ? [all.subarray(size)] : []
    held -= size
    return all.subarray(0, size)
  }
}
