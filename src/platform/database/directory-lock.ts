import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Another live process works on the data directory; `message` is fit for the terminal. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse'
}

/** Nothing can be written into the data directory; `message` is fit for the terminal. */
export class DirectoryNotWritable extends Error {
  override readonly name = 'DirectoryNotWritable'
}

/** Directories locked by this very process, which the pid alone could not tell from an older one of the same pid. */
const held = new Set<string>()

/**
 * Claims `directory` for this process: the embedded database has no lock of its own, and two processes
 * writing it would ruin it. The file holds pid and start time, so that neither a killed process nor one
 * whose pid was given to somebody else keeps the lock. Returns the function that lets go. Throws DirectoryInUse, and
 * DirectoryNotWritable for a read-only or full disk.
 */
export function lockDirectory(directory: string): () => void {
  const path = join(directory, 'naru.lock')
  const own = `${process.pid} ${startOf(process.pid) ?? ''}\n`
  const candidate = `${path}.${process.pid}`
  if (held.has(path)) throw inUse(directory, process.pid)
  writeCandidate(directory, candidate, own)
  try {
    while (!linked(candidate, path)) removeStale(path, directory)
  } finally {
    rmSync(candidate, { force: true })
  }
  held.add(path)
  return () => {
    if (held.delete(path) && read(path) === own) rmSync(path, { force: true })
  }
}

function writeCandidate(directory: string, candidate: string, own: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    writeFileSync(candidate, own)
  } catch (error) {
    const [reason] = (error as Error).message.split(',')
    throw new DirectoryNotWritable(
      `The data directory ${directory} cannot be written (${reason}). Make room or choose another one with NARU_DATA_DIR.`,
      { cause: error },
    )
  }
}

const inUse = (directory: string, pid: number) =>
  new DirectoryInUse(
    `The data directory ${directory} is in use by process ${pid}. Stop that process or choose another directory with NARU_DATA_DIR.`,
  )

/** A hard link either comes into being complete or fails because somebody else's is there. */
function linked(candidate: string, path: string): boolean {
  try {
    linkSync(candidate, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Moves a dead owner's file aside; when two processes do so at once, what was moved is checked and put back if alive. */
function removeStale(path: string, directory: string): void {
  const owner = read(path)
  if (owner === null) return
  if (isAlive(owner)) throw inUse(directory, pidOf(owner))
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = read(aside)
  if (moved !== null && moved !== owner && isAlive(moved)) linked(aside, path)
  rmSync(aside, { force: true })
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

const pidOf = (owner: string): number => Number.parseInt(owner, 10)

function isAlive(owner: string): boolean {
  const pid = pidOf(owner)
  // Our own pid but not in `held`: an earlier process of the same number, as in a restarted container.
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const recorded = owner.trim().split(' ')[1]
  const actual = statOf(pid)
  // A killed process stays in the table as a zombie until its parent looks; it works on nothing.
  if (actual?.state === 'Z') return false
  return !recorded || actual === null || recorded === actual.start
}

const startOf = (pid: number): string | null => statOf(pid)?.start ?? null

/** State and start time in clock ticks since boot (fields 3 and 22 of /proc/PID/stat); null where there is no /proc. */
function statOf(pid: number): { readonly state: string; readonly start: string } | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return { state: fields[0] ?? '', start: fields[19] ?? '' }
  } catch {
    return null
  }
}
