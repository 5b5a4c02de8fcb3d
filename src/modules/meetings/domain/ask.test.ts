import { expect, test } from 'vitest'
import { type AskFacts, type PartyFacts, decideRequest } from './ask.ts'
import type { Standing } from './policy.ts'

const NOW = '2020-10-20T00:00:00.000Z'

const party = (name: 'host' | 'guest', facts: Partial<PartyFacts> = {}): PartyFacts => ({
  participantId: name,
  companyId: `${name}-company`,
  sideId: `${name}-side`,
  status: 'registered',
  accepted: 0,
  maxMeetings: null,
  saidNever: false,
  ...facts,
})

const facts: AskFacts = {
  event: {
    status: 'open',
    requestMode: 'opt-in',
    requestExpiryHours: 48,
    maxRequestsPerParticipant: 3,
    whoMayMeet: 'across-sides',
    screeningInForce: false,
  },
  host: party('host'),
  guest: party('guest'),
  hostRequests: 0,
  pair: null,
}

const host: Standing = { isMember: true, isOperator: false, seesProgramme: false, companies: ['host-company'] }
const guest: Standing = { ...host, companies: ['guest-company'] }
const operator: Standing = { isMember: true, isOperator: true, seesProgramme: true, companies: [] }

const codeOf = (change: Partial<AskFacts>, by = host) => {
  const decided = decideRequest({ ...facts, ...change }, by, NOW)
  return decided.ok ? null : decided.refusal.code
}

test('a company asks for itself; the request runs for the hours of the event', () => {
  expect(decideRequest(facts, host, NOW)).toEqual({
    ok: true,
    value: {
      status: 'pending',
      asksGate: false,
      onBehalf: false,
      expiresAt: '2020-10-22T00:00:00.000Z',
      maxRequests: 3,
      stale: null,
    },
  })
})

test('the operator asks on behalf', () => {
  expect(decideRequest(facts, operator, NOW)).toMatchObject({ ok: true, value: { onBehalf: true } })
})

test('in opt-out a request is accepted until it is declined', () => {
  const event = { ...facts.event, requestMode: 'opt-out' as const }
  expect(decideRequest({ ...facts, event }, host, NOW)).toMatchObject({ ok: true, value: { status: 'accepted' } })
})

test('what would be accepted by silence asks the gate where screening is in force, and only that', () => {
  const asks = (requestMode: 'opt-in' | 'opt-out', screeningInForce: boolean) => {
    const decided = decideRequest({ ...facts, event: { ...facts.event, requestMode, screeningInForce } }, host, NOW)
    return decided.ok && decided.value.asksGate
  }
  expect([asks('opt-out', true), asks('opt-out', false), asks('opt-in', true)]).toEqual([true, false, false])
})

test('nobody asks in the name of another company', () => {
  expect(codeOf({}, guest)).toBe('meetings.absent')
  expect(codeOf({ host: null })).toBe('meetings.absent')
  expect(codeOf({ guest: null })).toBe('meetings.absent')
  expect(decideRequest(null, operator, NOW)).toMatchObject({ refusal: { code: 'meetings.absent' } })
})

test('a request to oneself', () => {
  expect(codeOf({ guest: facts.host })).toBe('meetings.to-oneself')
})

test('a request to the own side where the event forbids it', () => {
  const neighbour = party('guest', { sideId: 'host-side' })
  expect(codeOf({ guest: neighbour })).toBe('meetings.own-side')
  expect(codeOf({ guest: neighbour, event: { ...facts.event, whoMayMeet: 'anyone' } })).toBe(null)
})

test('companies ask while the event is open, the operator also while it is set up', () => {
  const inStatus = (status: 'setup' | 'closed', by: Standing) => codeOf({ event: { ...facts.event, status } }, by)
  expect([
    inStatus('setup', host),
    inStatus('closed', host),
    inStatus('setup', operator),
    inStatus('closed', operator),
  ]).toEqual(['meetings.event-not-open', 'meetings.event-not-open', null, 'meetings.event-not-open'])
})

test('a pair has one live request, and the refusal names its state', () => {
  const pair = { id: 'earlier', status: 'accepted' as const, expiresAt: NOW }
  expect(decideRequest({ ...facts, pair }, host, NOW)).toEqual({
    ok: false,
    refusal: { kind: 'conflict', code: 'meetings.pair-already-live', detail: { status: 'accepted' } },
  })
})

test('a request whose time has run out blocks nothing, from that very moment', () => {
  const pair = { id: 'earlier', status: 'pending' as const, expiresAt: NOW }
  expect(decideRequest({ ...facts, pair }, host, NOW)).toMatchObject({ ok: true, value: { stale: 'earlier' } })
  expect(codeOf({ pair: { ...pair, expiresAt: '2020-10-20T00:00:00.001Z' } })).toBe('meetings.pair-already-live')
})

test('a never, a withdrawal and a full day of the guest cannot be told apart', () => {
  const refusals = [{ saidNever: true }, { status: 'withdrawn' as const }, { accepted: 4, maxMeetings: 4 }].map(
    (change) => decideRequest({ ...facts, guest: party('guest', change) }, host, NOW),
  )
  const same = { ok: false, refusal: { kind: 'conflict', code: 'meetings.not-available' } }
  expect(refusals).toEqual([same, same, same])
})

test('the operator, who keeps the lists, is told of a never; a host of its own', () => {
  expect(codeOf({ guest: party('guest', { saidNever: true }) }, operator)).toBe('meetings.never-meet')
  expect(codeOf({ host: party('host', { saidNever: true }) })).toBe('meetings.own-never-meet')
})

test('a withdrawn host asks nobody', () => {
  expect(codeOf({ host: party('host', { status: 'withdrawn' }) })).toBe('meetings.host-withdrawn')
})

test('the quota holds for the operator too', () => {
  expect([codeOf({ hostRequests: 2 }), codeOf({ hostRequests: 3 }), codeOf({ hostRequests: 3 }, operator)]).toEqual([
    null,
    'meetings.quota-reached',
    'meetings.quota-reached',
  ])
})
