import { expect, test } from 'vitest'
import { type DecisionFacts, explainRefusal, isOpenTo } from './decision.ts'
import type { Decision, Standing } from './policy.ts'

const NOW = '2020-10-26T06:00:00.000Z'
const LATER = '2020-10-26T07:00:00.000Z'

const pending: DecisionFacts = {
  eventStatus: 'open',
  status: 'pending',
  expiresAt: LATER,
  decidedAt: null,
  decidedByName: null,
  hostCompanyId: 'host',
  guestCompanyId: 'guest',
  hostTimeZone: 'Asia/Seoul',
  guestTimeZone: 'Europe/Moscow',
  partyWithdrawn: false,
  screeningInForce: false,
}
const accepted: DecisionFacts = { ...pending, status: 'accepted', decidedAt: NOW, decidedByName: 'Анна' }
const bySilence: DecisionFacts = { ...pending, status: 'accepted' }

const someone: Standing = { isMember: true, isOperator: false, seesProgramme: false, companies: [] }
const host = { ...someone, companies: ['host'] }
const guest = { ...someone, companies: ['guest'] }
const operator = { ...someone, isOperator: true, seesProgramme: true }
const official = { ...someone, seesProgramme: true }

const open = (facts: DecisionFacts, by: Standing) =>
  (['accept', 'decline', 'cancel'] satisfies Decision[]).filter((decision) => isOpenTo(facts, by, decision, NOW))

test('what is open to whom', () => {
  expect([host, guest, operator, official, someone].map((by) => open(pending, by))).toEqual([
    ['cancel'],
    ['accept', 'decline'],
    ['accept', 'decline', 'cancel'],
    [],
    [],
  ])
  expect([host, guest, operator].map((by) => open(accepted, by))).toEqual([['cancel'], ['cancel'], ['cancel']])
  expect([host, guest].map((by) => open(bySilence, by))).toEqual([['cancel'], ['decline', 'cancel']])
})

test('nothing is open once the time has run out, the event is closed or the request is over', () => {
  expect(open({ ...pending, expiresAt: NOW }, operator)).toEqual([])
  expect(open({ ...pending, eventStatus: 'closed' }, operator)).toEqual([])
  expect(open({ ...accepted, status: 'declined' }, operator)).toEqual([])
  expect(open({ ...pending, partyWithdrawn: true }, operator)).toEqual(['decline', 'cancel'])
})

test('who comes second is told who was first and when, on the own clock', () => {
  const detail = { status: 'accepted', known: true, decidedBy: 'Анна', decidedAt: NOW }
  expect(explainRefusal(accepted, guest, 'accept', NOW)).toEqual({
    ok: false,
    refusal: {
      kind: 'conflict',
      code: 'meetings.already-decided',
      detail: { ...detail, decidedTime: '2020-10-26 09:00 (Europe/Moscow)' },
    },
  })
  const cancelled = { ...accepted, status: 'cancelled' as const }
  expect(explainRefusal(cancelled, host, 'cancel', NOW).refusal.detail).toEqual({
    ...detail,
    status: 'cancelled',
    decidedTime: '2020-10-26 15:00 (Asia/Seoul)',
  })
})

test.each([
  ['absent', null, guest, 'accept'],
  ['absent', pending, someone, 'accept'],
  ['not-the-guest', pending, host, 'accept'],
  ['not-the-guest', pending, official, 'decline'],
  ['not-the-host', pending, guest, 'cancel'],
  ['expired', { ...pending, expiresAt: NOW }, guest, 'accept'],
  ['already-decided', accepted, guest, 'decline'],
  ['already-decided', bySilence, guest, 'accept'],
  ['event-not-open', { ...pending, eventStatus: 'closed' }, guest, 'accept'],
  ['not-available', { ...pending, partyWithdrawn: true }, guest, 'accept'],
] as const)('%s', (rule, facts, by, decision) => {
  expect(explainRefusal(facts, by, decision, NOW).refusal.code).toBe(`meetings.${rule}`)
})
