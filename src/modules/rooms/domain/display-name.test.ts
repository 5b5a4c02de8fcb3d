import { expect, test } from 'vitest'
import { displayName } from './display-name.ts'

test.each([
  ['김나루', '김나루'],
  ['Анна  Иванова\n', 'Анна Иванова'],
  ['<img src=x onerror=alert(1)>Kim', 'Kim'],
  ['a < b > c', 'a c'],
  ['Kim\u202Eoperator', 'Kim operator'],
  ['\u200Bop\u200Derator\uFEFF', 'op erator'],
  ['\u2066\u200F\u0000', '?'],
  ['', '?'],
  ['e'.repeat(200), 'e'.repeat(80)],
  ['한'.repeat(81), '한'.repeat(80)],
  [`Z${'\u0335'.repeat(50)}algo`, `Z${'\u0335'.repeat(3)}algo`],
])('%j is shown as %j', (name, shown) => {
  expect(displayName(name, '?')).toBe(shown)
})
