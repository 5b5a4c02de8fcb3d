import { defineConfig } from 'vitest/config'

/**
 * Two projects, one command. `pure` needs nothing but the code; `database` opens an embedded database
 * (or the server named by DATABASE_URL) and therefore runs few files at a time: one instance holds 300 MB.
 */
export default defineConfig({
  root: '.',
  test: {
    projects: [
      {
        extends: true,
        test: { name: 'pure', include: ['src/**/*.test.ts', 'scripts/**/*.test.ts'], exclude: ['src/**/*.db.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
    ],
  },
})
