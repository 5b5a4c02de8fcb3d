import { createReadStream } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Config, ObjectStore } from './config.ts'
import type { FileContents } from './files.ts'

/** As the settings say. The object store's part is loaded with the first file, and never without one. */
export const openContents = ({ dataDir, objectStore }: Pick<Config, 'dataDir' | 'objectStore'>): FileContents =>
  objectStore === null ? contentsOnDisk(dataDir) : contentsInStore(objectStore, contentsOnDisk(dataDir))

export function contentsOnDisk(dataDir: string): FileContents {
  const pathOf = (sha256: string) => join(dataDir, 'files', sha256.slice(0, 2), sha256)
  return {
    write: (sha256, bytes) => writeOnce(pathOf(sha256), bytes),
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256) => Readable.toWeb(createReadStream(pathOf(sha256))) as ReadableStream<Uint8Array>,
  }
}

/** What was stored before there was a store still lies on `disk`, and is read from there. */
function contentsInStore(settings: ObjectStore, disk: FileContents): FileContents {
  let loading: Promise<Pick<FileContents, 'read' | 'write'>> | undefined
  const store = () => (loading ??= import('./object-store.ts').then((found) => found.openObjectStore(settings)))
  const read = async (sha256: string) => {
    try {
      return await (await store()).read(sha256)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
      return disk.read(sha256)
    }
  }
  return {
    write: async (sha256, bytes) => (await store()).write(sha256, bytes),
    read,
    // Files are small, so the store is asked for the whole: a stream that breaks off half-way could not be told of.
    stream: (sha256) =>
      new ReadableStream({
        async pull(controller) {
          controller.enqueue(await read(sha256))
          controller.close()
        },
      }),
  }
}

let drafts = 0
/** The file appears complete or not at all, and on the disk before anybody refers to it. */
async function writeOnce(path: string, bytes: Uint8Array): Promise<void> {
  if (await stat(path).catch(() => null)) return
  await mkdir(join(path, '..'), { recursive: true, mode: 0o700 })
  const draft = `${path}.${process.pid}-${drafts++}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true })
    throw error
  })
}
