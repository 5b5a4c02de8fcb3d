import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pairKey, planRequests } from '../../../modules/meetings/domain/from-matches.ts'
import { estimateRequests } from './estimate.ts'

const SIDES = ['left', 'right']
const participants = Array.from({ length: 8 }, (_, index) => ({
  id: `p${index}`,
  companyId: `c${index}`,
  sideId: SIDES[index % 2]!,
}))
/** Every pair across the sides both ways with a score of its own, so that nothing hangs on the order of equals. */
const pairs = participants.flatMap((host, i) =>
  participants.flatMap((guest, j) =>
    host.sideId === guest.sideId
      ? []
      : [
          {
            companyId: host.companyId,
            partnerId: guest.companyId,
            score: Math.min(i, j) * 8 + Math.max(i, j),
            shortlisted: i === 3 && j === 6,
          },
        ],
  ),
)
const somePairs = fc.uniqueArray(
  fc
    .constantFrom(...pairs)
    .map(({ companyId, partnerId }): [string, string] => [companyId.replace('c', 'p'), partnerId.replace('c', 'p')]),
  { maxLength: 6 },
)

test('the count is that of the plan, as long as no quota is reached', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.integer({ min: 0, max: 40 }),
      somePairs,
      somePairs,
      (perParticipant, minScore, live, never) => {
        const plan = planRequests({
          rules: { whoMayMeet: 'across-sides', maxRequestsPerParticipant: 100 },
          perParticipant,
          minScore,
          participants: participants.map(({ id, ...rest }) => ({
            ...rest,
            participantId: id,
            accepted: 0,
            maxMeetings: null,
            requests: 0,
          })),
          candidates: pairs,
          live: new Set(live.map(([a, b]) => pairKey(a, b))),
          never: new Set(never.map(([a, b]) => pairKey(a, b))),
        })
        const estimate = estimateRequests({
          perParticipant,
          minScore,
          acrossSidesOnly: true,
          participants,
          pairs,
          live,
          never,
        })
        expect(estimate.created).toBe(plan.requests.length)
        expect(estimate.hosts).toBeLessThanOrEqual(estimate.created)
      },
    ),
  )
})

test('counts who is left without', () => {
  const facts = {
    minScore: 0,
    acrossSidesOnly: true,
    participants,
    pairs: [],
    live: [['p0', 'p1']] as const,
    never: [],
  }
  expect(estimateRequests({ ...facts, perParticipant: 3 })).toEqual({ created: 0, skipped: 0, hosts: 0, without: 6 })
})
