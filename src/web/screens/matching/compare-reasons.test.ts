import { expect, test } from 'vitest'
import { compareReasons } from './compare-reasons.ts'
import type { Reason } from './shapes.ts'

const reason = (code: string, points: number, concept?: string): Reason => ({
  code,
  points,
  direction: 'forward',
  concept: concept === undefined ? null : { id: concept, label: { en: concept } },
  values: {},
  need: [],
  offer: [],
})

test('what both have comes first, then by points; the same reason twice is one', () => {
  const one = {
    reasons: [reason('concept', 30, 'laser'), reason('concept', 5.1, 'glass'), reason('concept', 0.2, 'glass')],
  }
  const two = { reasons: [reason('concept', 40, 'x-ray'), reason('concept', 7, 'glass')] }
  expect(compareReasons(one, two).map(({ key, from, points }) => [key.trim(), from, points])).toEqual([
    ['concept forward glass', 'one', [5.3, 7]],
    ['concept forward x-ray', 'two', [null, 40]],
    ['concept forward laser', 'one', [30, null]],
  ])
})
