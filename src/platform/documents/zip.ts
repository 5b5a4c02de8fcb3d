import { crc32 } from 'node:zlib'

/** A file of an archive. Names are ASCII, with `/` between folders. */
export interface ZipFile {
  readonly name: string
  readonly contents: Uint8Array
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 1 January 1980, 00:00: the first moment a zip can name. The contents say when something happened. */
const DATE = 0x0021
const NAME = /^[a-z0-9][a-z0-9./-]{0,150}$/

/**
 * An archive in the one form that `readZip` accepts: files in the given order, stored, without dates, comments or
 * attributes (PKWARE APPNOTE 6.3.10, §4.3). So the same files give the same bytes.
 */
export function writeZip(files: readonly ZipFile[]): Buffer {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, contents } of files) {
    if (!NAME.test(name) || name.includes('..')) throw new Error(`Not a name for a file in an archive: ${name}`)
    const header = localHeader(name, contents)
    directory.push(centralHeader(header, name, offset))
    parts.push(header, contents)
    offset += header.length + contents.length
  }
  const index = Buffer.concat(directory)
  return Buffer.concat([...parts, index, endRecord(files.length, index.length, offset)])
}

function localHeader(name: string, contents: Uint8Array): Buffer {
  const header = Buffer.alloc(30 + name.length)
  header.writeUInt32LE(LOCAL, 0)
  header.writeUInt16LE(20, 4)
  header.writeUInt16LE(DATE, 12)
  header.writeUInt32LE(crc32(contents), 14)
  header.writeUInt32LE(contents.length, 18)
  header.writeUInt32LE(contents.length, 22)
  header.writeUInt16LE(name.length, 26)
  header.write(name, 30, 'latin1')
  return header
}

function centralHeader(local: Buffer, name: string, offset: number): Buffer {
  const header = Buffer.alloc(46 + name.length)
  header.writeUInt32LE(CENTRAL, 0)
  header.writeUInt16LE(20, 4)
  // Version to header lengths are the same fields in the same order, two bytes further on.
  local.copy(header, 6, 4, 30)
  header.writeUInt32LE(offset, 42)
  header.write(name, 46, 'latin1')
  return header
}

function endRecord(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22)
  record.writeUInt32LE(END, 0)
  record.writeUInt16LE(count, 8)
  record.writeUInt16LE(count, 10)
  record.writeUInt32LE(size, 12)
  record.writeUInt32LE(offset, 16)
  return record
}

/**
 * The files of an archive written by `writeZip`; null for any other bytes, even for those another program would
 * unpack to the same files. An archive has fields that no reader looks at: here a change in them is found too,
 * because what was read is written again and compared.
 */
export function readZip(bytes: Uint8Array): ZipFile[] | null {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const files: ZipFile[] = []
  let at = 0
  while (at + 30 <= archive.length && archive.readUInt32LE(at) === LOCAL) {
    const size = archive.readUInt32LE(at + 22)
    const nameEnd = at + 30 + archive.readUInt16LE(at + 26)
    const name = archive.toString('latin1', at + 30, nameEnd)
    if (!NAME.test(name) || name.includes('..') || nameEnd + size > archive.length) return null
    files.push({ name, contents: archive.subarray(nameEnd, nameEnd + size) })
    at = nameEnd + size
  }
  return files.length > 0 && writeZip(files).equals(archive) ? files : null
}
