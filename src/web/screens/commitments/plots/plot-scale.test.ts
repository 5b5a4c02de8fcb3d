import { expect, test } from 'vitest'
import { driftLine, gridOf, limitInPlot, plotScale } from './plot-scale.ts'

test('every value lies inside, and one value alone has a scale', () => {
  const { at, ticks } = plotScale([0, 10])
  expect([at(0) > 0, at(10) < 100, ticks.includes(4)]).toEqual([true, true, true])
  expect(plotScale([5]).at(5)).toBeCloseTo(50)
})

test('the drift line has its slope and goes through the middle', () => {
  expect(driftLine([0, 1, 2], [1, 5, 3], 2)).toEqual({ from: [0, 1], to: [2, 5] })
  expect(driftLine([], [], 1)).toBeNull()
})

test('a limit of 40 000 kPa is drawn at 40 MPa', () => {
  expect([limitInPlot(40_000, 45_000, 45), limitInPlot(40, null, 45), limitInPlot(1, 0, 0)]).toEqual([40, null, null])
})

test('a grid is known as one', () => {
  const cell = (x: number, y: number) => ({ x, y, value: 1 })
  expect(gridOf([cell(1, 0), cell(0, 0), cell(0, 1), cell(1, 1)])).toEqual({ columns: [0, 1], rows: [0, 1] })
  expect(gridOf([cell(1, 0), cell(0, 0), cell(0, 1)])).toBeNull()
})
