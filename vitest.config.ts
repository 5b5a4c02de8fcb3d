import process from 'node:process'
import { defineConfig } from 'vitest/config'

/**
 * Rules and answers that do not depend on which database keeps them. `.ci/run` plays every database test against a
 * PostgreSQL server, so on the embedded database, where each file costs seconds of start, it leaves these out;
 * `npm test` by hand leaves out nothing.
 */
const SAME_ON_BOTH = [
  'bench/faults/**/*.db.test.ts',
  'src/app/{access-matrix,foreign-objects,tokens,live,logs,upgrade}.db.test.ts',
  'src/app/testing/chain/**/*.db.test.ts',
  'src/app/demo/{demo-news,demo-workbook}.db.test.ts',
  'src/site/**/*.db.test.ts',
  'src/modules/*/http/**/*.db.test.ts',
  'src/modules/*/queries/**/*.db.test.ts',
  'src/modules/accounts/operations/own-access.db.test.ts',
  'src/modules/agreements/operations/{links-and-reminders,sign-by-passkey,time-stamps}.db.test.ts',
  'src/modules/cases/**/*.db.test.ts',
  'src/modules/commitments/operations/*.db.test.ts',
  'src/modules/companies/operations/*.db.test.ts',
  'src/modules/compliance/operations/*.db.test.ts',
  'src/modules/events/operations/participants.db.test.ts',
  'src/modules/matching/operations/{ask-outside-model,interests,match-run,shortlist,shortlists,translations,weightings}.db.test.ts',
  'src/modules/meetings/operations/{screening-gate,statements}.db.test.ts',
  'src/modules/programmes/operations/{webhooks,mend-operations}.db.test.ts',
  'src/modules/rooms/operations/*.db.test.ts',
  'src/modules/scheduling/operations/{cheapest-change,repair}.db.test.ts',
]
const server = process.env.TEST_DATABASE_URL
const leftOut = server === undefined && process.env.CI !== undefined ? SAME_ON_BOTH : []
/** These open an embedded database of their own, whatever the server. */
const scripts = server === undefined ? ['scripts/**/*.db.test.ts'] : []

/**
 * `pure` needs nothing but the code. `database` opens an embedded database (or the server named by
 * TEST_DATABASE_URL) and therefore runs few files at a time: one instance holds 300 MB. `journeys` walk through
 * the running app in a browser, one after the other: `npm test` finds the browser first.
 */
export default defineConfig({
  root: '.',
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['**/*.db.test.ts'],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{src,bench}/**/*.db.test.ts', ...scripts],
          exclude: ['**/node_modules/**', ...leftOut],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          // An embedded database is closed with each file, and V8 may stumble over freeing its compiled code.
          execArgv: ['--no-wasm-code-gc'],
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['e2e/**/*.e2e.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
})
