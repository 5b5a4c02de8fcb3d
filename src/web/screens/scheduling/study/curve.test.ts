import { expect, test } from 'vitest'
import { HEIGHT, WIDTH, stepsOf, studyCurve } from './curve.ts'

const point = (step: number, held: number, idleSlots: number) => ({
  step,
  held,
  requested: 10,
  weight: held * 150,
  boundWeight: 1500,
  breaks: idleSlots,
  idleSlots,
})

test('steps run from the fewest there can be to the most asked for', () => {
  const question = { code: 'interpreters', languagePair: 'ko-ru', most: 3 } as const
  expect(stepsOf({ question, pointsTotal: 7 })).toEqual([-3, -2, -1, 0, 1, 2, 3])
  expect(stepsOf({ question, pointsTotal: 5 })).toEqual([-1, 0, 1, 2, 3])
})

test('more meetings stand higher, points keep their place while others are still missing', () => {
  const steps = [-1, 0, 1]
  expect(studyCurve({ points: [] }, steps)).toBe(null)
  const some = studyCurve({ points: [point(0, 8, 2), point(-1, 5, 4)] }, steps)!
  const all = studyCurve({ points: [point(-1, 5, 4), point(0, 8, 2), point(1, 10, 0)] }, steps)!
  expect(some.marks.map(({ x }) => x)).toEqual(all.marks.slice(0, 2).map(({ x }) => x))
  expect(all.nowX).toBe(all.marks[1]?.x)
  const heights = all.marks.map(({ heldY }) => heldY)
  expect(heights).toEqual(heights.toSorted((a, b) => b - a))
  expect(all.marks.every(({ x, heldY, idleY }) => x <= WIDTH && Math.max(heldY, idleY) <= HEIGHT)).toBe(true)
  expect(all.heldTicks.every(({ value }) => Number.isInteger(value))).toBe(true)
})
