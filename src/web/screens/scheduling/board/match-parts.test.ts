import { expect, test } from 'vitest'
import { matchParts } from './match-parts.ts'

const words = { text: (label: string) => label, rest: 'rest' }
const reason = (points: number, label: string | null, values: Record<string, string> = {}) => ({
  points,
  concept: label === null ? null : { label },
  values,
})

test('the strongest concepts and words, the rest as one, together the score', () => {
  const parts = matchParts(
    [
      reason(20, 'lasers'),
      reason(30, 'vision'),
      reason(11, 'lasers'),
      reason(5, null, { word: 'foil' }),
      reason(4, 'glass'),
      reason(2, null),
    ],
    72,
    words,
  )
  expect(parts).toEqual([
    { label: 'lasers', value: 31 },
    { label: 'vision', value: 30 },
    { label: 'foil', value: 5 },
    { label: 'rest', value: 6 },
  ])
  expect(matchParts([], 60, words)).toEqual([{ label: 'rest', value: 60 }])
  expect(matchParts([reason(60, 'lasers')], 60, words)).toEqual([{ label: 'lasers', value: 60 }])
})
