import { expect, it } from 'vitest'
import { TEXT_RULES, readMissingDoors, readTextViolations } from './text-rules.ts'

/** rule → files that break it and nothing else. */
const PLANTS: Record<string, readonly [path: string, text: string][]> = {
  'no-clock-in-pure-rooms': [
    ['src/kernel/now.ts', 'export const now = () => new Date()'],
    ['src/modules/events/domain/late.ts', 'export const late = Date.now() > 1'],
    ['src/modules/matching/engine/shuffle.ts', 'export const pick = Math.random()'],
  ],
  'settings-in-config-only': [
    ['src/platform/mail.ts', 'export const url = process.env.SMTP_URL'],
    ['src/modules/events/operations/a.ts', `import { env } from 'node:process'`],
  ],
  'sql-in-store-only': [
    ['src/modules/events/queries/list.ts', `import { sql } from 'kysely'`],
    ['src/app/cli.ts', 'const rows = sql<Row>`select 1`'],
  ],
  'no-left-overs': [['src/modules/events/index.test.ts', `it.only('x', () => {})`]],
  'no-promises-in-comments': [['docs/operating/backup.md', ['TO', 'DO: write this'].join('')]],
  'rooms-by-name': [
    ['src/modules/events/services/a.ts', ''],
    ['src/modules/billing/index.ts', ''],
    ['src/modules/events/rules.ts', ''],
    ['src/modules/other.ts', ''],
  ],
  'tsx-in-web-only': [['src/site/page.tsx', '']],
  'no-vague-names': [
    ['src/platform/string-utils.ts', ''],
    ['src/platform/helpers/name.ts', ''],
    ['src/web/ui/common.css', ''],
  ],
  'kebab-case': [['src/platform/openPool.ts', '']],
  'no-foreign-paths': [['README.md', `see ${['', 'work', 'main'].join('/')}`]],
  'shared-in-tests-only': [['src/app/demo/load.ts', `read('${['..', 'shared', 'data'].join('/')}')`]],
}

it('plants a violation of every rule', () => {
  expect(new Set(Object.keys(PLANTS))).toEqual(new Set(TEXT_RULES.map(({ name }) => name)))
})

it('names the broken rule and nothing else for each plant', () => {
  for (const [rule, files] of Object.entries(PLANTS)) {
    for (const [path, text] of files) {
      const found = readTextViolations([{ path, text }]).map((violation) => [violation.rule, violation.path])
      expect(found).toEqual([[rule, path]])
    }
  }
})

it('lets through what only looks alike', () => {
  const files: [path: string, text: string][] = [
    ['src/kernel/instant.ts', '/** Not `Date.now()`. */\nexport const a = new Date(value) // new Date()'],
    ['src/modules/events/domain/late.test.ts', 'const now = Date.now()'],
    ['src/platform/config.ts', 'const port = process.env.PORT'],
    ['src/app/naru.js', 'process.env.X'],
    ['src/modules/events/store/events.ts', `import { sql } from 'kysely'\nsql\`select 1\``],
    ['src/modules/events/README.md', 'Nobody calls process.env here.'],
    ['src/modules/scheduling/solver/thread.ts', ''],
    ['src/modules/shapes.ts', ''],
    ['src/web/screens/events/list.tsx', ''],
    ['src/web/ui/commonplace.ts', ''],
    ['src/platform/http/workers.ts', `import('/workers/x')`],
    ['bench/matching/run.bench.ts', `read('${['..', 'shared', 'data'].join('/')}')`],
  ]
  expect(readTextViolations(files.map(([path, text]) => ({ path, text })))).toEqual([])
})

it('misses the page and the door of a module', () => {
  const paths = [
    'src/modules/events/README.md',
    'src/modules/events/index.ts',
    'src/modules/meetings/domain/request.ts',
  ]
  expect(readMissingDoors(paths).map(({ path }) => path)).toEqual([
    'src/modules/meetings/README.md',
    'src/modules/meetings/index.ts',
  ])
})

it('says the line', () => {
  expect(readTextViolations([{ path: 'src/kernel/a.ts', text: '/*\n*/\nlet a = Math.random()' }])).toEqual([
    { rule: 'no-clock-in-pure-rooms', path: 'src/kernel/a.ts', line: 3, what: 'Math.random' },
  ])
})
