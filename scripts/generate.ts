import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { generateConfiguration } from './generate-configuration.ts'
import { generateTables, readMigrations } from './generate-tables.ts'
import { generateWalk } from './generate-walk.ts'
import type { GeneratedFile } from './generated-file.ts'

interface Generator {
  readonly name: string
  readonly generate: () => Promise<GeneratedFile[]>
}

const root = resolve(import.meta.dirname, '..')

/** One row a generator: what it is called and what it writes. */
const GENERATORS: readonly Generator[] = [
  { name: 'tables', generate: () => generateTables(readMigrations(join(root, 'migrations'))) },
  { name: 'configuration', generate: generateConfiguration },
  { name: 'walk', generate: generateWalk },
]

const current = (path: string): string | null =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : null

/** `node scripts/generate.ts [--check] [name …]`: writes, or only compares; exits 1 when something is out of date. */
async function generate(names: readonly string[], check: boolean): Promise<void> {
  for (const { name, generate } of GENERATORS.filter((each) => names.length === 0 || names.includes(each.name))) {
    const changed = (await generate()).filter(({ path, text }) => current(path) !== text)
    for (const { path, text } of changed) {
      console.log(`${check ? 'out of date' : 'wrote'}: ${path} (${name})`)
      if (check) process.exitCode = 1
      else {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), text)
      }
    }
  }
  if (process.exitCode === 1) console.log('Run `node scripts/generate.ts` and commit what it writes.')
}

if (import.meta.main) {
  const words = process.argv.slice(2)
  await generate(
    words.filter((word) => !word.startsWith('--')),
    words.includes('--check'),
  )
}
