import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { STAGES } from '../.dependency-cruiser.mjs'

/** One file as the rules see it: `code` is its text with comments blanked, null for what is not code. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

interface TextRule {
  readonly name: string
  /** What to do instead. */
  readonly advice: string
  /** What is wrong with the file, by line where a line is to blame. */
  readonly find: (file: SourceFile) => readonly Finding[]
}

interface Finding {
  readonly line?: number
  readonly what: string
}

const CODE = /\.(ts|tsx|js|mjs)$/
const TEST = /\.test\.tsx?$|\.e2e\.ts$|\/testing\/|\/testing\.ts$|^bench\/|^e2e\//

/** Comments blanked, lines kept. A `//` inside a string blanks the rest of that line, which harms no rule here. */
const withoutComments = (text: string): string =>
  text
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/(^|[^:'"`\\])\/\/.*$/gm, '$1')

function matches(text: string, pattern: RegExp): Finding[] {
  return [...text.matchAll(pattern)].map((match) => ({
    line: text.slice(0, match.index).split('\n').length,
    what: match[0].trim(),
  }))
}

/** A rule that reads code, comments aside. */
const codeRule = (name: string, where: RegExp, except: RegExp | null, pattern: RegExp, advice: string): TextRule => ({
  name,
  advice,
  find: ({ path, text }) =>
    CODE.test(path) && where.test(path) && !except?.test(path) ? matches(withoutComments(text), pattern) : [],
})

/** A rule that reads everything that is text, comments included. */
const wordRule = (name: string, except: RegExp | null, pattern: RegExp, advice: string): TextRule => ({
  name,
  advice,
  find: ({ path, text }) => (except?.test(path) ? [] : matches(text, pattern)),
})

const pathRule = (name: string, isWrong: (path: string) => boolean, advice: string): TextRule => ({
  name,
  advice,
  find: ({ path }) => (isWrong(path) ? [{ what: '' }] : []),
})

const ROOMS = ['domain', 'engine', 'operations', 'queries', 'store', 'http', 'jobs', 'emails', 'testing']
/** Rooms that one module alone needs: the exact solver with its threads, and the word list that ships with matching. */
const ROOMS_OF: Readonly<Record<string, readonly string[]>> = {
  scheduling: ['solver'],
  matching: ['solver', 'thesaurus'],
  agreements: ['documents'],
}
const AT_MODULE_DOOR = /^(README\.md|(index|contract|messages)(\.db)?(\.test)?\.ts)$/
const AT_MODULES_DOOR = /^(README\.md|(shapes|contract)(\.test)?\.ts)$/

/** Folders and files of src/modules that DESIGN does not know. */
function isStrayInModules(path: string): boolean {
  const [, , stage = '', room = '', ...rest] = path.split('/')
  if (!path.startsWith('src/modules/')) return false
  if (room === '') return !AT_MODULES_DOOR.test(stage)
  if (!STAGES.includes(stage)) return true
  return rest.length === 0 ? !AT_MODULE_DOOR.test(room) : !ROOMS.includes(room) && !ROOMS_OF[stage]?.includes(room)
}

const VAGUE = /(^|[-_./])(utils?|helpers?|misc|common|managers?)([-_./]|$)/i
const KEBAB = /^[a-z0-9.]+(-[a-z0-9.]+)*$/

const isBadlyNamed = (path: string): boolean =>
  /^(src|scripts|bench|e2e)\//.test(path) && CODE.test(path) && !path.split('/').every((part) => KEBAB.test(part))

const THIS_FILE = /^scripts\/text-rules(\.test)?\.ts$/

export const TEXT_RULES: readonly TextRule[] = [
  codeRule(
    'no-clock-in-pure-rooms',
    /^src\/(kernel\/|modules\/[^/]+\/(domain|engine)\/)/,
    TEST,
    /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\s*\)|\bTemporal\.Now\b|\bMath\.random\b|\bperformance\.now\b/g,
    'Take the instant or the seed as an argument.',
  ),
  codeRule(
    'settings-in-config-only',
    /^src\//,
    /^src\/platform\/config\.ts$|^src\/app\/naru\.js$|\.test\.tsx?$|\/testing\/|\/testing\.ts$/,
    /\bprocess\.env\b|\benv\b[^\n]*\bfrom 'node:process'|\bloadEnvFile\b/g,
    'Add the setting to src/platform/config.ts and take it from the platform.',
  ),
  codeRule(
    'sql-in-store-only',
    /^src\//,
    /^src\/platform\/|^src\/modules\/[^/]+\/store\/|\.db\.test\.ts$|\/testing\//,
    /\bfrom '(kysely|pg)(\/[^']*)?'|\bsql(<[^`]*>)?`/g,
    "Give the module's store/ a named function and call that.",
  ),
  codeRule('no-left-overs', /./, THIS_FILE, /\bdebugger\b|\.only\(|\bit\.todo\b/g, 'Remove it before it is kept.'),
  wordRule('no-promises-in-comments', THIS_FILE, /\b(TODO|FIXME|XXX)\b/g, 'Do it, or open an issue.'),
  pathRule(
    'rooms-by-name',
    isStrayInModules,
    `A module has README.md, index.ts, contract.ts, messages.ts and ${ROOMS.join(', ')}.`,
  ),
  pathRule(
    'tsx-in-web-only',
    (path) => path.endsWith('.tsx') && !path.startsWith('src/web/'),
    'Server pages use hono/html.',
  ),
  pathRule('no-vague-names', (path) => VAGUE.test(path), 'Name the file after what it holds.'),
  pathRule('kebab-case', isBadlyNamed, 'File names are kebab-case.'),
  wordRule(
    'no-foreign-paths',
    THIS_FILE,
    /(?<![\w.])\/work\/\S*|(?<!\w)\.library\b|\/tmp\/guide\S*/g,
    'Name paths from the root of the project; nobody else has this folder.',
  ),
  wordRule(
    'shared-in-tests-only',
    new RegExp(`${TEST.source}|${THIS_FILE.source}|^\\.ci/`),
    /(\.\.\/)+shared\b/g,
    'Only tests and benches may read the folder beside the project, and must do without it too.',
  ),
]

const SKIPPED = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage', 'test-results', 'package-lock.json'])
const BINARY = /\.(png|jpe?g|gif|ico|woff2?|otf|ttf|pdf|xlsx|zip|tar|gz|wasm)$/

function filesUnder(root: string, folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter(({ name }) => !SKIPPED.has(name))
    .flatMap((entry) => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`
      return entry.isDirectory() ? filesUnder(root, path) : [path]
    })
    .filter((path) => !BINARY.test(path))
}

export interface TextViolation {
  readonly rule: string
  readonly path: string
  readonly line: number | null
  readonly what: string
}

/** Modules without the page that explains them or the door that opens them. */
export function readMissingDoors(paths: readonly string[]): TextViolation[] {
  const there = new Set(paths)
  const modules = STAGES.filter((stage) => paths.some((path) => path.startsWith(`src/modules/${stage}/`)))
  return modules
    .flatMap((stage) => [`src/modules/${stage}/README.md`, `src/modules/${stage}/index.ts`])
    .filter((path) => !there.has(path))
    .map((path) => ({ rule: 'module-has-a-door', path, line: null, what: 'is missing' }))
}

export const readTextViolations = (files: readonly SourceFile[]): TextViolation[] =>
  files.flatMap((file) =>
    TEXT_RULES.flatMap(({ name, find }) =>
      find(file).map(({ line, what }) => ({ rule: name, path: file.path, line: line ?? null, what })),
    ),
  )

if (import.meta.main) {
  const root = resolve(import.meta.dirname, '..')
  const files = filesUnder(root).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  const violations = [...readTextViolations(files), ...readMissingDoors(files.map(({ path }) => path))]
  for (const { rule, path, line, what } of violations) {
    const advice = TEXT_RULES.find(({ name }) => name === rule)?.advice
    console.log(`${rule}: ${path}${line === null ? '' : `:${line}`}  ${what}${advice ? `\n    ${advice}` : ''}`)
  }
  console.log(`${files.length} files, ${violations.length} findings`)
  process.exitCode = violations.length > 0 ? 1 : 0
}
