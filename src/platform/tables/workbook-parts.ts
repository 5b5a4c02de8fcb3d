import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { type TableIssue, type TableLimits, tableIssue } from './table.ts'

/** Files inside a workbook, unpacked. */
export type WorkbookParts = ReadonlyMap<string, Buffer>

/** The reader needs these only; pictures, macros and the like are never unpacked. */
const NEEDED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/.*\.xml(?:\.rels)?)$/i

/**
 * Unpacks a workbook and never more of it than the limits allow: what the directory of the archive claims is
 * checked before anything is unpacked, and what really comes out is counted as it comes.
 */
export async function unpackWorkbook(bytes: Uint8Array, limits: TableLimits): Promise<WorkbookParts | TableIssue> {
  const tooLarge = tableIssue('unpacks-too-large', { maxMegabytes: Math.floor(limits.maxUnpackedBytes / 1024 / 1024) })
  let archive: ZipFile
  try {
    archive = await openArchive(bytes)
  } catch {
    return tableIssue('damaged-file', { detail: 'zip' })
  }
  if (archive.entryCount > limits.maxParts) return tableIssue('too-many-parts', { max: limits.maxParts })
  try {
    const needed = (await listEntries(archive)).filter(({ fileName }) => NEEDED.test(fileName))
    const claimed = needed.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
    if (claimed > limits.maxUnpackedBytes) return tooLarge
    const parts = new Map<string, Buffer>()
    let left = limits.maxUnpackedBytes
    for (const entry of needed) {
      const part = await unpack(archive, entry, left)
      if (!part) return tooLarge
      left -= part.length
      parts.set(entry.fileName, part)
    }
    return parts
  } catch {
    return tableIssue('damaged-file', { detail: 'zip' })
  }
}

const openArchive = (bytes: Uint8Array): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const options = { lazyEntries: true, autoClose: false, validateEntrySizes: true } as const
    yauzl.fromBuffer(buffer, options, (error, archive) => (error ? reject(error) : resolve(archive)))
  })

const listEntries = (archive: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = []
    archive.on('error', reject)
    archive.on('end', () => resolve(entries))
    archive.on('entry', (entry: Entry) => {
      entries.push(entry)
      archive.readEntry()
    })
    archive.readEntry()
  })

/** Null when more than `maxBytes` come out. */
async function unpack(archive: ZipFile, entry: Entry, maxBytes: number): Promise<Buffer | null> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    archive.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  )
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/**
 * The parts as an archive without compression (PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.16), so that the reader sees
 * exactly the bytes that were counted: an archive can tell one thing in its directory and another beside its files.
 */
export function packWorkbook(parts: WorkbookParts): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, contents] of parts) {
    const nameBytes = Buffer.from(name, 'utf8')
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(0x0800, 2)
    about.writeUInt32LE(crc32(contents), 10)
    about.writeUInt32LE(contents.length, 14)
    about.writeUInt32LE(contents.length, 18)
    about.writeUInt16LE(nameBytes.length, 22)
    const inDirectory = Buffer.alloc(14)
    inDirectory.writeUInt32LE(offset, 10)
    local.push(Buffer.from('PK\u0003\u0004'), about, nameBytes, contents)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), about, inDirectory, nameBytes)
    offset += 30 + nameBytes.length + contents.length
  }
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 0)
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, ...directory, end])
}
