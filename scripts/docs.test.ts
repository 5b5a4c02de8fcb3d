import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LOCALES } from '../src/kernel/locale.ts'

const ROOT = resolve(import.meta.dirname, '..')
const MAX_PICTURE_BYTES = 120_000
const ROLES = ['operator', 'company', 'interpreter', 'official']

const pages = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]
const read = (page: string): string => readFileSync(join(ROOT, page), 'utf8')

/** What a page leads to within the repository, without the part after `#`. */
const targets = (page: string): string[] =>
  [...read(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.split('#')[0] ?? '')
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))

describe('every link and every picture of the documents is there', () => {
  test.for(pages)('%s', (page) => {
    const missing = targets(page).filter((target) => !existsSync(join(ROOT, dirname(page), target)))
    expect(missing).toEqual([])
  })
})

test('every role has its guide in every language, with the same pictures in the language of the guide', () => {
  for (const role of ROLES) {
    const pictures = LOCALES.map((locale) =>
      targets(`docs/guide/${locale}/${role}.md`)
        .filter((target) => target.endsWith('.webp'))
        .map((target) => {
          expect(target).toMatch(new RegExp(`-${locale}\\.webp$`))
          return target.replace(`-${locale}.webp`, '')
        }),
    )
    expect(pictures[0]?.length).toBeGreaterThan(0)
    expect(new Set(pictures.map((each) => each.join()))).toEqual(new Set([pictures[0]?.join()]))
    const headings = LOCALES.map((locale) => read(`docs/guide/${locale}/${role}.md`).match(/^##? /gm)?.length)
    expect(new Set(headings).size).toBe(1)
  }
})

test('every picture is small and shown somewhere', () => {
  const folder = join(ROOT, 'docs/pictures')
  const shown = new Set(pages.flatMap((page) => targets(page).map((target) => resolve(ROOT, dirname(page), target))))
  for (const name of readdirSync(folder)) {
    expect(statSync(join(folder, name)).size, `${name} is too large`).toBeLessThanOrEqual(MAX_PICTURE_BYTES)
    expect(shown.has(join(folder, name)), `${name} is shown nowhere`).toBe(true)
  }
})
