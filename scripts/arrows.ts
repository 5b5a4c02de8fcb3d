import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { type ICruiseResult, cruise } from 'dependency-cruiser'
import config from '../.dependency-cruiser.mjs'

export interface ArrowViolation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

export interface ArrowReport {
  readonly violations: readonly ArrowViolation[]
  /** Files whose imports were read. */
  readonly files: number
  /** Imports found: zero with many files means that the parser read nothing. */
  readonly imports: number
}

const FOLDERS = ['src', 'scripts', 'bench', 'e2e']
const SOURCE = /\.(ts|tsx|js|mjs)$/

const sourceFiles = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && FOLDERS.includes(entry.name))
    .flatMap((folder) => readdirSync(join(root, folder.name), { recursive: true, encoding: 'utf8' }))
    .filter((path) => SOURCE.test(path))

/**
 * Reads every import under `root` and holds it against the rules. Throws when the parser saw fewer files than
 * there are, or files without any import: it passes everything when its TypeScript is one that it cannot use.
 */
export async function readArrows(root: string): Promise<ArrowReport> {
  const folders = FOLDERS.filter((folder) => readdirSync(root).includes(folder))
  const { output } = await cruise(folders, {
    ...config.options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  })
  const { modules, summary } = output as ICruiseResult
  const read = modules.filter(({ source }) => FOLDERS.includes(source.split('/')[0] ?? ''))
  const imports = read.reduce((sum, module) => sum + module.dependencies.length, 0)
  const present = sourceFiles(root).length
  if (read.length < present || imports < present / 4) {
    throw new Error(`Arrows are not readable: ${read.length} of ${present} files, ${imports} imports`)
  }
  const violations = summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
  return { violations, files: read.length, imports }
}

/** What to do instead, for the stage or part that `from` belongs to. */
function advice({ rule, from }: ArrowViolation): string {
  const named = config.forbidden.filter(({ name }) => name === rule)
  const fitting = named.find((candidate) => new RegExp(String(candidate.from.path ?? '')).test(from)) ?? named[0]
  return fitting?.comment ?? ''
}

if (import.meta.main) {
  const { violations, files, imports } = await readArrows(resolve(import.meta.dirname, '..'))
  for (const violation of violations) {
    console.log(`${violation.rule}: ${violation.from} → ${violation.to}\n    ${advice(violation)}`)
  }
  console.log(`${imports} imports in ${files} files, ${violations.length} forbidden`)
  process.exitCode = violations.length > 0 ? 1 : 0
}
