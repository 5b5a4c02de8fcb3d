import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'

const ROOT = resolve(import.meta.dirname, '..')
const CACHE = join(ROOT, 'node_modules/.cache/naru')

/** `empty`: the tables and nothing in them. `demo`: the demonstration programme, as a first start loads it. */
export type Prepared = 'empty' | 'demo'

/** An empty folder for data. */
export const newDataDir = (): string => mkdtempSync(join(tmpdir(), 'naru-e2e-'))

/**
 * A folder of its own with data that were prepared once: making a database and loading the demonstration takes as long
 * as a whole journey. Prepared anew whenever a source or a migration changes.
 */
export function copyPrepared(what: Prepared): string {
  const template = join(CACHE, `e2e-${what}-${fingerprint()}`)
  if (!existsSync(template)) prepare(what, template)
  const dataDir = newDataDir()
  cpSync(template, dataDir, { recursive: true })
  return dataDir
}

function prepare(what: Prepared, template: string): void {
  mkdirSync(CACHE, { recursive: true })
  for (const old of readdirSync(CACHE)) {
    if (old.startsWith(`e2e-${what}-`)) rmSync(join(CACHE, old), { recursive: true, force: true })
  }
  const draft = `${template}.${randomBytes(4).toString('hex')}`
  const word = what === 'demo' ? 'demo' : 'migrate'
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'src/app/naru.js'), word], {
    env: { ...process.env, NARU_DATA_DIR: draft, BASE_URL: 'http://127.0.0.1', LOG_LEVEL: 'warn' },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`naru ${word} did not succeed:\n${stderr}`)
  renameSync(draft, template)
}

let known: string | undefined

/** Of all that decides what is in the data. */
function fingerprint(): string {
  if (known !== undefined) return known
  const hash = createHash('sha256')
  for (const folder of ['migrations', 'src/kernel', 'src/platform', 'src/modules', 'src/app']) {
    for (const path of readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).toSorted()) {
      if (!/\.(ts|sql|json|csv|tsv)$/.test(path) || path.includes('.test.')) continue
      hash.update(path).update(readFileSync(join(ROOT, folder, path)))
    }
  }
  return (known = hash.digest('hex').slice(0, 16))
}
