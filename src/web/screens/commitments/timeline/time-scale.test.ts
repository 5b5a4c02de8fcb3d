import { expect, test } from 'vitest'
import { timeScale } from './time-scale.ts'

const ms = (day: string) => Date.parse(`${day}T00:00:00Z`)

test('everything lies inside, with years where years are meant', () => {
  const { at, ticks } = timeScale([ms('2020-10-26'), ms('2023-12-31')], 'en')
  expect([at(ms('2020-10-26')) > 0, at(ms('2023-12-31')) < 100]).toEqual([true, true])
  expect(ticks.map(({ label }) => label)).toEqual(['2021', '2022', '2023', '2024'])
})

test('one moment alone still has a width', () => {
  const { at, ticks } = timeScale([ms('2020-10-26')], 'ko')
  expect(at(ms('2020-10-26'))).toBeLessThan(10)
  expect(ticks.length).toBeGreaterThan(1)
})
