import { defineConfig } from 'vitest/config'

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
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'scripts/**/*.db.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
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
