import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8')

test('every variable that an imported Mantine style uses is pointed at a token', () => {
  const own = read('./mantine.css')
  const imported = [...own.matchAll(/@import '(@mantine\/[^']+)'/g)].map(([, path]) =>
    read(`../../../node_modules/${path}`),
  )
  const used = new Set(
    imported.flatMap((css) => [...css.matchAll(/var\((--mantine-[\w-]+)\)/g)].map(([, name]) => name)),
  )
  const defined = new Set([...own.matchAll(/^\s+(--mantine-[\w-]+):/gm)].map(([, name]) => name))
  expect([...used].filter((name) => !defined.has(name)).toSorted()).toEqual([])
})
