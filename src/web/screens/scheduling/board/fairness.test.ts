import { expect, test } from 'vitest'
import { boardFacts } from './board-facts.ts'
import { fairness } from './fairness.ts'
import { buildBoard } from './testing.ts'

test('each company by what it got of what it asked for, the worst served first', () => {
  expect(fairness(boardFacts(buildBoard()))).toEqual({
    sides: [
      {
        sideId: 'gyeonggi',
        companies: [
          { participantId: 'g10', held: 1, asked: 2 },
          { participantId: 'g2', held: 1, asked: 1 },
        ],
        share: 2 / 3,
      },
      {
        sideId: 'russia',
        companies: [
          { participantId: 'r2', held: 0, asked: 1 },
          { participantId: 'r1', held: 2, asked: 2 },
        ],
        share: 2 / 3,
      },
    ],
    companies: 4,
    whole: 2,
    worst: { participantId: 'r2', held: 0, asked: 1 },
  })
})

test('nobody asked for anything', () => {
  const { sides, worst } = fairness(boardFacts(buildBoard({ requests: [], meetings: [] })))
  expect([sides.map(({ share }) => share), worst]).toEqual([[1, 1], null])
})
