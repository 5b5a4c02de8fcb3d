import { expect, test } from 'vitest'
import { buildMatchParty, buildMatchProfile } from '../testing/build-match-party.ts'
import { judgeGates } from './gates.ts'
import type { MatchParty, MatchProfile } from './party.ts'

const pair = (
  request: Partial<MatchProfile>,
  offer: Partial<MatchProfile> = {},
  a: Partial<MatchParty> = {},
  b: Partial<MatchParty> = {},
): string[] =>
  judgeGates(
    buildMatchParty('a', 'gyeonggi', [buildMatchProfile('request', 'ko', '변위', request)], a),
    buildMatchParty('b', 'russia', [buildMatchProfile('offer', 'ru', 'перемещение', offer)], b),
    { sameSide: 'excluded' },
  )
    .filter(({ passed }) => !passed)
    .map(({ code }) => code)

test('nothing stated shuts nothing', () => {
  expect(pair({})).toEqual([])
})

test('each hard condition shuts the pair by its own name', () => {
  expect(pair({}, {}, { id: 'b' })).toEqual(['same-company'])
  expect(pair({}, {}, { sideId: 'russia' })).toEqual(['same-side'])
  expect(pair({}, {}, { blockedPartners: ['b'] })).toEqual(['blocked-pair'])
  expect(pair({}, {}, {}, { blockedPartners: ['a'] })).toEqual(['blocked-pair'])
  expect(pair({}, {}, {}, { complianceBlocked: true })).toEqual(['compliance'])
  expect(pair({ targetCountries: ['DE'] })).toEqual(['target-country'])
  expect(pair({}, { targetCountries: ['DE'] })).toEqual(['target-country'])
  expect(pair({ partnershipTypes: ['license'] }, { partnershipTypes: ['sale'] })).toEqual(['partnership-type'])
  expect(pair({ partnerKinds: ['university'] })).toEqual(['partner-kind'])
})

test('one open pair of profiles is enough', () => {
  const gates = judgeGates(
    buildMatchParty('a', 'gyeonggi', [buildMatchProfile('request', 'ko', '변위', { targetCountries: ['DE'] })]),
    buildMatchParty('b', 'russia', [
      buildMatchProfile('offer', 'ru', 'перемещение'),
      buildMatchProfile('request', 'ru', 'x'),
    ]),
    { sameSide: 'excluded' },
  )
  expect(gates.filter(({ passed }) => !passed)).toEqual([{ code: 'target-country', passed: false }])
})
