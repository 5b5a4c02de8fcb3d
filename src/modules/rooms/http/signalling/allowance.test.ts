import { expect, test } from 'vitest'
import { createAllowance } from './allowance.ts'

test('the reserve is there at once and flows back with time', () => {
  const allow = createAllowance({ reserve: 3, perSecond: 2 })
  expect([allow(0), allow(0), allow(0), allow(0)]).toEqual([true, true, true, false])
  expect([allow(500), allow(500)]).toEqual([true, false])
  expect([allow(60_000, 3), allow(60_000)]).toEqual([true, false])
})

test('ten thousand candidates at once do not pass', () => {
  const allow = createAllowance({ reserve: 400, perSecond: 40 })
  const passed = Array.from({ length: 10_000 }, (_, n) => allow(n / 10)).filter(Boolean).length
  expect(passed).toBeLessThan(500)
})
