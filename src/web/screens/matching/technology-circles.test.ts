import { expect, test } from 'vitest'
import { circleRadiusPx, meetsAcross } from './technology-circles.ts'

test('the area of a circle stands for the count, and one profile is still seen', () => {
  expect([circleRadiusPx(0, 100), circleRadiusPx(1, 1000), circleRadiusPx(25, 100), circleRadiusPx(100, 100)]).toEqual([
    0, 4, 12, 24,
  ])
})

test('supply meets demand only across the water', () => {
  const shore = (sideId: string, offers: number, requests: number) => ({ sideId, offers, requests })
  expect(meetsAcross([shore('a', 1, 1), shore('b', 0, 0)])).toBe(false)
  expect(meetsAcross([shore('a', 1, 0), shore('b', 3, 0)])).toBe(false)
  expect(meetsAcross([shore('a', 0, 2), shore('b', 3, 0)])).toBe(true)
})
