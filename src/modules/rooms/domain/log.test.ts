import { expect, test } from 'vitest'
import { type LogContent, type MeetingLog, checkLog, differencesOf, nextStepOf, signRecord } from './log.ts'

const log: LogContent = {
  attended: 'both',
  interest: 4,
  agreementKind: 'mou',
  amount: { minor: 1e15, currency: 'KRW' },
  amountBasis: 'pursued',
  note: null,
  nextStep: 'Samples',
  nextStepOn: '2020-11-05',
  confidential: false,
}
const written = (writtenAs: MeetingLog['writtenAs'], change: Partial<LogContent> = {}): MeetingLog => ({
  ...log,
  ...change,
  writtenAs,
  name: 'x',
  revision: 1,
  writtenAt: '2020-10-27T06:00:00.000Z',
})
const code = (result: { ok: boolean; refusal?: { code: string } }) => (result.ok ? 'ok' : result.refusal?.code)

test('an amount has its basis and a day its step; nothing is said of what did not take place', () => {
  expect(checkLog(log)).toEqual({ ok: true, value: log })
  expect(code(checkLog({ ...log, amountBasis: null }))).toBe('rooms.log-basis-missing')
  expect(code(checkLog({ ...log, nextStep: null }))).toBe('rooms.log-step-missing')
  expect(checkLog({ ...log, amount: null })).toMatchObject({ value: { amountBasis: null } })
  expect(checkLog({ ...log, attended: 'host' })).toMatchObject({
    value: { interest: null, agreementKind: 'none', amount: null, amountBasis: null, nextStep: 'Samples' },
  })
})

test('opinions and wordings are no contradiction; facts are', () => {
  expect(differencesOf([log, { ...log, interest: 1, nextStep: 'Образцы', note: 'x' }])).toEqual([])
  expect(differencesOf([log, { ...log, amountBasis: 'talked' }])).toEqual(['amount'])
  expect(
    differencesOf([
      log,
      log,
      { ...log, attended: 'guest', agreementKind: 'none', amount: null, nextStep: null, nextStepOn: null },
    ]),
  ).toEqual(['attended', 'agreementKind', 'amount', 'nextStep', 'nextStepOn'])
  expect(differencesOf([log])).toEqual([])
})

test('both sign the same state, each once', () => {
  const now = '2020-10-27T07:00:00.000Z'
  const fresh = { revision: 2, hostSignedAt: null, guestSignedAt: null, signedOffAt: null }
  expect(code(signRecord({ ...fresh, revision: 0 }, 'host', { revision: 0, now }))).toBe('rooms.log-nothing-written')
  expect(code(signRecord(fresh, 'host', { revision: 1, now }))).toBe('rooms.log-changed')
  const host = signRecord(fresh, 'host', { revision: 2, now })
  expect(host).toEqual({ ok: true, value: { ...fresh, hostSignedAt: now } })
  const half = { ...fresh, hostSignedAt: now }
  expect(code(signRecord(half, 'host', { revision: 2, now }))).toBe('rooms.log-signed-before')
  expect(signRecord(half, 'guest', { revision: 2, now })).toMatchObject({ value: { signedOffAt: now } })
})

test('the host decides on the next step, else the guest, else the interpreter', () => {
  const logs = [
    written('interpreter', { nextStep: 'Visit' }),
    written('guest'),
    written('host', { nextStep: null, nextStepOn: null }),
  ]
  expect(nextStepOf(logs)).toEqual({ step: 'Samples', on: '2020-11-05' })
  expect(nextStepOf([logs[0]!])?.step).toBe('Visit')
  expect(nextStepOf([logs[2]!])).toBeNull()
})
