import { expect, test } from 'vitest'
import { MAX_JSON_DEPTH, jsonFault } from './strict-json.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test.each([
  ['{"role":"official","role":"operator"}', 'duplicate-key'],
  ['{"role":1,"\\u0072ole":2}', 'duplicate-key'],
  ['[{"a":{"b":1,"b":2}}]', 'duplicate-key'],
  ['{"__proto__":{"role":"operator"}}', 'prototype-key'],
  ['{"a":[{"\\u005f_proto__":1}]}', 'prototype-key'],
  [nested(10_000), 'too-deep'],
  ['{"a":'.repeat(10_000), 'too-deep'],
  [nested(MAX_JSON_DEPTH), null],
  ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1},"a","a"]}', null],
  ['{"a":"\\"}{,\\\\","b":"__proto__"}', null],
  ['{"a":"unfinished', null],
  ['', null],
])('%.60s', (text, fault) => {
  expect(jsonFault(text)).toBe(fault)
})
