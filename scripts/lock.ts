import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'

interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly link?: boolean
}

export interface Manifest extends LockedPackage {
  readonly name: string
}

export interface Lock {
  readonly packages: Record<string, LockedPackage>
}

const KINDS = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
const EXACT = /^(npm:(@[^/]+\/)?[^@]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/

/** Nearest `node_modules/<name>` above the package at `path`, as Node would find it. */
function isLocked(lock: Lock, path: string, name: string): boolean {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/'))).replace(/\/$/, '')) {
    if (lock.packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

/**
 * Why `npm ci` would refuse, or would install something that nobody has tried; empty when it is sound.
 * A platform binary missing from the lock is the refusal that `npm install` never shows.
 */
export function readLockProblems(manifest: Manifest, lock: Lock): string[] {
  const problems: string[] = []
  for (const kind of KINDS) {
    const wanted = manifest[kind] ?? {}
    const locked = lock.packages['']?.[kind] ?? {}
    for (const name of new Set([...Object.keys(wanted), ...Object.keys(locked)])) {
      if (wanted[name] !== locked[name])
        problems.push(`${name}: package.json has ${wanted[name]}, the lock ${locked[name]}`)
    }
    for (const [name, version] of Object.entries(wanted)) {
      if (!EXACT.test(version)) problems.push(`${name}: "${version}" is a range; pin one version`)
    }
  }
  for (const [path, { dependencies, optionalDependencies, resolved, hasInstallScript, link }] of Object.entries(
    lock.packages,
  )) {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (!isLocked(lock, path, name))
        problems.push(`${path || manifest.name}: needs ${name}, which the lock does not have`)
    }
    if (resolved && !link)
      problems.push(`${path}: the lock names a download address; set omit-lockfile-registry-resolved`)
    if (hasInstallScript) problems.push(`${path}: runs a script when it is installed`)
  }
  return problems
}

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..')
  const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))
  const lock = read('package-lock.json') as Lock
  const problems = readLockProblems(read('package.json') as Manifest, lock)
  for (const problem of problems) console.log(problem)
  console.log(`${Object.keys(lock.packages).length - 1} packages, ${problems.length} problems`)
  process.exitCode = problems.length > 0 ? 1 : 0
}
