import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import config, { STAGES } from '../.dependency-cruiser.mjs'
import { type ArrowViolation, readArrows } from './arrows.ts'

/** Every arrow that a well-built project draws; must pass as a whole. */
const CLEAN: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'sample',
    type: 'module',
    dependencies: { zod: '1', kysely: '1', hono: '1', react: '1', '@orpc/contract': '1' },
    devDependencies: { vitest: '1', 'fast-check': '1' },
  }),
  'src/kernel/result.ts': `import type { Id } from './id.ts'\nexport type Result = Id`,
  'src/kernel/id.ts': `export type Id = string`,
  'src/kernel/id.test.ts': `import 'vitest'\nimport './id.ts'`,
  'src/platform/database/pool.ts': `import 'kysely'\nimport 'node:fs'`,
  'src/platform/http/server.ts': `import 'hono'\nimport '../database/pool.ts'`,
  'src/platform/http/contract.ts': `import 'zod'`,
  'src/modules/companies/domain/company.ts': `import type { Result } from '../../../kernel/result.ts'\nexport type C = Result`,
  'src/modules/companies/domain/company.test.ts': `import 'vitest'\nimport 'fast-check'\nimport './company.ts'`,
  'src/modules/accounts/domain/actor.ts': `export type Actor = string`,
  'src/modules/companies/domain/policy.ts': `import '../../accounts/domain/actor.ts'\nimport '../../../kernel/id.ts'`,
  'src/modules/companies/store/tables.ts': `import 'kysely'\nimport type { C } from '../domain/company.ts'\nexport type T = C`,
  'src/modules/companies/operations/rename-company.ts': `import '../store/tables.ts'\nimport '../domain/company.ts'\nexport const rename = 1`,
  'src/modules/companies/operations/rename-company.db.test.ts': `import 'kysely'\nimport './rename-company.ts'\nimport '../testing/build-company.ts'`,
  'src/modules/companies/testing/build-company.ts': `import '../operations/rename-company.ts'`,
  'src/modules/companies/http/routes.ts': `import 'hono'\nimport '../operations/rename-company.ts'\nimport '../contract.ts'`,
  'src/modules/companies/contract.ts': `import 'zod'\nimport '@orpc/contract'\nimport '../../kernel/id.ts'\nimport './domain/company.ts'\nimport '../shapes.ts'\nimport '../../platform/http/contract.ts'`,
  'src/modules/shapes.ts': `import 'zod'\nimport '../kernel/id.ts'`,
  'src/modules/companies/messages.ts': `import '../../kernel/id.ts'\nimport './domain/company.ts'`,
  'src/modules/companies/index.ts': `export * from './operations/rename-company.ts'`,
  'src/modules/matching/contract.ts': `import 'zod'\nimport '../companies/contract.ts'`,
  'src/modules/matching/index.ts': `import '../companies/index.ts'`,
  'src/modules/matching/index.db.test.ts': `import './index.ts'\nimport '../companies/testing/build-company.ts'`,
  'src/modules/scheduling/engine/solve.ts': `export const solve = 1`,
  'src/modules/scheduling/solver/thread.ts': `import 'node:worker_threads'\nimport '../engine/solve.ts'`,
  'src/modules/scheduling/index.ts': `export * from './engine/solve.ts'`,
  'src/web/api.ts': `import '../modules/companies/contract.ts'`,
  'src/web/ui/button.tsx': `import 'react'\nexport const Button = () => <b />`,
  'src/web/screens/companies/list.tsx': `import '../../ui/button.tsx'\nimport '../../api.ts'\nimport '../../../modules/companies/messages.ts'\nimport './row.tsx'`,
  'src/web/screens/companies/row.tsx': `import 'react'\nimport '../../../kernel/id.ts'`,
  'src/web/screens/matching/list.tsx': `import '../../api.ts'`,
  'src/site/catalogue.ts': `import 'hono'\nimport '../modules/companies/index.ts'\nimport '../platform/http/server.ts'`,
  'src/app/server.ts': `import '../modules/companies/index.ts'\nimport './demo/seed.ts'`,
  'src/app/demo/seed.ts': `export const seed = 1`,
  'bench/solve.ts': `import '../src/app/demo/seed.ts'\nimport '../src/modules/scheduling/index.ts'`,
  'e2e/walk.e2e.ts': `import 'vitest'\nimport '../src/app/demo/seed.ts'`,
  'scripts/print.ts': `import '../src/platform/database/pool.ts'`,
}

/** rule → a file that breaks it and nothing else, with the import that does. */
const PLANTS: Record<string, readonly [path: string, imported: string][]> = {
  'kernel-imports-nothing': [
    ['src/kernel/money.ts', 'zod'],
    ['src/kernel/clock.ts', 'node:fs'],
    ['src/kernel/pool.ts', '../platform/database/pool.ts'],
  ],
  'pure-rooms-import-kernel-only': [
    ['src/modules/companies/domain/p1.ts', 'zod'],
    ['src/modules/companies/domain/p2.ts', 'node:crypto'],
    ['src/modules/companies/domain/p3.ts', '../operations/rename-company.ts'],
    ['src/modules/scheduling/engine/p4.ts', '../solver/thread.ts'],
    ['src/modules/scheduling/engine/p5.ts', '../../companies/index.ts'],
  ],
  'policy-knows-the-actor': [
    ['src/modules/matching/domain/policy.ts', '../../companies/index.ts'],
    ['src/modules/events/domain/policy.ts', 'zod'],
  ],
  'sql-in-store-only': [
    ['src/modules/companies/queries/p6.ts', 'kysely'],
    ['src/app/p7.ts', 'kysely'],
    ['src/modules/companies/domain/p8.test.ts', 'kysely'],
  ],
  'store-knows-no-caller': [['src/modules/companies/store/p9.ts', '../operations/rename-company.ts']],
  'http-calls-operations-and-queries': [['src/modules/companies/http/p10.ts', '../store/tables.ts']],
  'operations-know-no-http': [
    ['src/modules/companies/operations/p11.ts', 'hono'],
    ['src/modules/companies/queries/p12.ts', '../http/routes.ts'],
    ['src/modules/companies/jobs/p13.ts', '../../../platform/http/server.ts'],
  ],
  'contract-stays-browser-safe': [
    ['src/modules/events/contract.ts', 'react'],
    ['src/modules/meetings/contract.ts', '../companies/index.ts'],
    ['src/modules/rooms/contract.ts', '../../platform/database/pool.ts'],
    ['src/platform/mail/contract.ts', 'node:fs'],
  ],
  'messages-stay-browser-safe': [['src/modules/events/messages.ts', 'zod']],
  'web-imports-contracts-and-kernel': [
    ['src/web/screens/companies/p14.tsx', '../../../modules/companies/index.ts'],
    ['src/web/screens/companies/p15.tsx', '../../../platform/database/pool.ts'],
    ['src/web/p16.tsx', '../modules/companies/domain/company.ts'],
  ],
  'web-runs-in-the-browser': [['src/web/p17.tsx', 'hono']],
  'web-uses-no-node-module': [['src/web/p18.tsx', 'node:path']],
  'screens-stand-apart': [['src/web/screens/matching/p19.tsx', '../companies/row.tsx']],
  'ui-knows-no-screen': [['src/web/ui/p20.tsx', '../screens/companies/row.tsx']],
  'site-imports-contracts-kernel-and-queries': [
    ['src/site/p21.ts', '../modules/companies/operations/rename-company.ts'],
    ['src/site/p22.ts', '../web/ui/button.tsx'],
  ],
  'platform-knows-no-module': [['src/platform/p23.ts', '../modules/companies/index.ts']],
  'module-door': [['src/modules/matching/operations/p24.ts', '../../companies/operations/rename-company.ts']],
  'module-door-for-tests': [['src/modules/matching/p25.test.ts', '../companies/domain/company.ts']],
  'module-door-from-outside': [
    ['src/app/p26.ts', '../modules/companies/operations/rename-company.ts'],
    ['e2e/p27.ts', '../src/modules/scheduling/engine/solve.ts'],
  ],
  'benches-measure-engines': [['bench/p41.ts', '../src/modules/companies/operations/rename-company.ts']],
  'stage-order': [
    ...STAGES.slice(0, -1).map((stage): [string, string] => [
      `src/modules/${stage}/operations/p28.ts`,
      `../../${STAGES.at(-1)}/index.ts`,
    ]),
    ['src/modules/companies/operations/p29.ts', '../../matching/index.ts'],
  ],
  'no-cycles': [['src/site/p30.ts', './p31.ts']],
  'nobody-imports-app': [
    ['src/modules/companies/operations/p32.ts', '../../../app/demo/seed.ts'],
    ['src/platform/p33.ts', '../app/demo/seed.ts'],
    ['scripts/p34.ts', '../src/app/demo/seed.ts'],
  ],
  'benches-import-the-demo-only': [['e2e/p35.e2e.ts', '../src/app/server.ts']],
  'tests-stay-tests': [
    ['src/modules/companies/operations/p36.ts', '../testing/build-company.ts'],
    ['src/modules/companies/operations/p37.ts', '../domain/company.test.ts'],
  ],
  'no-development-packages': [['src/modules/companies/operations/p38.ts', 'vitest']],
  'no-unresolvable': [['src/modules/companies/operations/p39.ts', './gone.ts']],
}

let root: string

function lay(files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), `${text}\n`)
  }
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'arrows-'))
  for (const name of ['zod', 'kysely', 'hono', 'react', '@orpc/contract', 'vitest', 'fast-check']) {
    lay({ [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', main: 'index.js' }) })
    lay({ [`node_modules/${name}/index.js`]: '' })
  }
  lay(CLEAN)
})

afterEach(() => rmSync(root, { recursive: true }))

const sorted = (pairs: readonly string[]): string[] => pairs.toSorted()
const inShort = ({ rule, from }: ArrowViolation): string => `${rule}: ${from}`

describe('arrows', () => {
  it('lets a well-built tree pass', async () => {
    expect((await readArrows(root)).violations).toEqual([])
  })

  it('plants a violation of every rule', () => {
    expect(new Set(Object.keys(PLANTS))).toEqual(new Set(config.forbidden.map(({ name }) => name)))
  })

  it('names the broken rule and nothing else for each plant', async () => {
    const plants = Object.values(PLANTS).flat()
    lay({ [`src/modules/${STAGES.at(-1)}/index.ts`]: '', 'src/site/p31.ts': `import './p30.ts'` })
    // As a type import, since those are the ones that vanish when TypeScript is not understood.
    lay(
      Object.fromEntries(
        plants.map(([path, imported]) => [path, `import type { X } from '${imported}'\nexport type Y = X`]),
      ),
    )
    const { violations } = await readArrows(root)
    const expected = Object.entries(PLANTS).flatMap(([rule, files]) => files.map(([path]) => `${rule}: ${path}`))
    expect(sorted(violations.map(inShort))).toEqual(sorted(expected))
  })

  it('says so when imports cannot be read', async () => {
    rmSync(join(root, 'src'), { recursive: true })
    rmSync(join(root, 'bench'), { recursive: true })
    rmSync(join(root, 'e2e'), { recursive: true })
    rmSync(join(root, 'scripts'), { recursive: true })
    lay({ 'src/a.ts': '', 'src/b.ts': '' })
    await expect(readArrows(root)).rejects.toThrow('Arrows are not readable')
  })
})
