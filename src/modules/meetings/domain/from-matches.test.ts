import { expect, test } from 'vitest'
import { type Candidate, type MatchesToAsk, pairKey, planRequests } from './from-matches.ts'

const asker = (name: string, facts = {}) => ({
  participantId: name,
  companyId: `c-${name}`,
  sideId: name.slice(0, 1),
  accepted: 0,
  maxMeetings: null,
  requests: 0,
  ...facts,
})

/** A match seen from both companies. */
const match = (a: string, b: string, score: number): Candidate[] => [
  { companyId: `c-${a}`, partnerId: `c-${b}`, score, shortlisted: false },
  { companyId: `c-${b}`, partnerId: `c-${a}`, score, shortlisted: false },
]

const input: MatchesToAsk = {
  rules: { whoMayMeet: 'across-sides', maxRequestsPerParticipant: 10 },
  perParticipant: 1,
  minScore: 50,
  participants: ['k1', 'k2', 'r1', 'r2'].map((name) => asker(name)),
  candidates: [...match('k1', 'r1', 90), ...match('k1', 'r2', 80), ...match('k2', 'r1', 70), ...match('k2', 'r2', 40)],
  live: new Set(),
  never: new Set(),
}

const planned = (change: Partial<MatchesToAsk>) => {
  const { requests, skipped } = planRequests({ ...input, ...change })
  return [...requests.map(({ hostId, guestId, wish }) => `${hostId}>${guestId} ${wish}`), skipped]
}

test('each asks for its best; a pair that is the best of both is asked for once', () => {
  expect(planned({})).toEqual(['k1>r1 want', 'r2>k1 want', 'k2>r1 want', 0])
})

test('shortlisted partners come first, as musts, whatever their score', () => {
  const listed = { companyId: 'c-k1', partnerId: 'c-r2', score: 20, shortlisted: true }
  expect(planned({ candidates: [...match('k1', 'r1', 90), listed] })).toEqual(['k1>r2 must', 'r1>k1 want', 0])
})

test('live pairs, quotas and full days are skipped', () => {
  expect(planned({ live: new Set([pairKey('r1', 'k1')]) })).toEqual(['r2>k1 want', 'k2>r1 want', 2])
  expect(planned({ rules: { ...input.rules, maxRequestsPerParticipant: 0 } })).toEqual([4])
  const participants = [asker('k1'), asker('r1', { accepted: 2, maxMeetings: 2 })]
  expect(planned({ participants })).toEqual(['r1>k1 want', 1])
})

test('a never pair, the own side and strangers are not looked at', () => {
  expect(planned({ never: new Set([pairKey('k1', 'r1')]) })).toEqual(['k1>r2 want', 'k2>r1 want', 0])
  expect(planned({ candidates: [...match('k1', 'k2', 99), ...match('k1', 'r9', 99)] })).toEqual([0])
})

test('a second run plans nothing new', () => {
  const first = planRequests(input).requests
  const live = new Set(first.map(({ hostId, guestId }) => pairKey(hostId, guestId)))
  expect(planRequests({ ...input, live }).requests).toEqual([])
})
