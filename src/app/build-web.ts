import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { StartError } from './commands/command.ts'

export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export const WEB_DIRECTORY = join(ROOT, 'dist/web')

/** What the built web app is made of; everything else may change without a new build. */
const SOURCES = [
  'src/web/**/*',
  'src/kernel/*.ts',
  'src/modules/*.ts',
  'src/modules/*/{contract,messages}.ts',
  'src/modules/*/domain/**/*.ts',
  'vite.config.ts',
  'package-lock.json',
]

const stampPath = join(ROOT, 'dist/web-built-from')

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const path of globSync(SOURCES, { cwd: ROOT, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()) {
    hash.update(path.slice(ROOT.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

/** Whether the web app stands as the sources say. An installation without sources keeps what it was given. */
export function isWebBuilt(): boolean {
  if (!existsSync(join(WEB_DIRECTORY, 'index.html'))) return false
  if (!existsSync(join(ROOT, 'src/web/index.html'))) return true
  return existsSync(stampPath) && readFileSync(stampPath, 'utf8') === fingerprint()
}

/** Builds the web app in a process of its own, whose memory ends with it. Rejects with what the builder said. */
export async function buildWeb(): Promise<void> {
  const before = fingerprint()
  await runVite(['build', '--logLevel', 'warn'])
  mkdirSync(dirname(stampPath), { recursive: true })
  writeFileSync(stampPath, before)
}

/** Builds again whenever a source changes, until the process that called it ends. */
export function watchWeb(): void {
  runVite(['build', '--watch', '--logLevel', 'warn']).catch((error: Error) => console.error(error.message))
}

function runVite(args: readonly string[]): Promise<void> {
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [vite, ...args], { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
    const output: string[] = []
    process.once('exit', () => child.kill())
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(String(chunk)))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new StartError(`The web app could not be built:\n${output.join('').trim()}`)),
    )
  })
}
