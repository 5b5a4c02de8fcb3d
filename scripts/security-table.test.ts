import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

// The table of docs/security/asvs.md says which test shows what. A test that was renamed or removed shows nothing.
const ROOT = resolve(import.meta.dirname, '..')
const CHAPTERS = 17

const rows = readFileSync(join(ROOT, 'docs/security/asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| **V'))
  .map((line) => line.split(' | ').map((cell) => cell.replace(/^\||\|$/g, '').trim()))

/** Files and folders of this repository that a cell names. */
const pathsIn = (cell: string): string[] =>
  [...cell.matchAll(/`((?:src|e2e|scripts|bench)\/[^`]+)`/g)].map(([, path]) => path!)

/** A test that asserts, or the checker that runs with every check. */
function shows(path: string): boolean {
  const full = join(ROOT, path)
  if (!existsSync(full)) return false
  if (statSync(full).isDirectory()) {
    return readdirSync(full, { recursive: true, encoding: 'utf8' }).some(
      (file) => /\.(test|e2e)\.ts$/.test(file) && shows(join(path, file)),
    )
  }
  const text = readFileSync(full, 'utf8')
  if (!/\.(test|e2e)\.ts$/.test(path)) return existsSync(full.replace(/\.ts$/, '.test.ts'))
  return /\b(test|it)(\.\w+)*\(/.test(text) && text.includes('expect(')
}

test('every chapter of the standard has its row', () => {
  expect(rows.map(([chapter]) => /V\d+/.exec(chapter ?? '')?.[0])).toEqual(
    Array.from({ length: CHAPTERS }, (_, n) => `V${n + 1}`),
  )
})

test.each(rows.map(([chapter, , shown]) => [chapter, shown] as const))(
  'what shows %s is there and asserts',
  (_, shown) => {
    const paths = pathsIn(shown ?? '')
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !shows(path))).toEqual([])
  },
)
