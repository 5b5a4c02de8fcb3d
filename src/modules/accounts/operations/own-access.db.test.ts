import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Refusal, Result } from '../../../kernel/result.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { resolveActor } from '../queries/resolve-actor.ts'
import { listColleagues } from '../queries/list-colleagues.ts'
import { readAccount } from '../queries/read-account.ts'
import { administers, isOperator, seesProgramme } from '../domain/actor.ts'
import { buildActor, buildPerson, buildSession } from '../testing/build-person.ts'
import { endOtherSessions, endOwnSession } from './end-session.ts'
import { inviteColleague } from './invite-colleague.ts'
import { invitePerson } from './invite-person.ts'
import { leaveProgramme } from './leave-programme.ts'
import { removePasskey } from './remove-passkey.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const code = (result: Result<unknown, Refusal>): string => (result.ok ? 'ok' : result.refusal.code)

async function insertProgramme(): Promise<string> {
  const programmeId = platform.newId()
  await platform.database.pool.query(
    `insert into programme (id, slug, name, operator_name, created_at) values ($1, $2, '{}', '{}', now())`,
    [programmeId, `programme-${programmeId}`],
  )
  return programmeId
}

const sessionOf = async (personId: string) => {
  const cookie = await buildSession(platform, personId)
  return { cookie, actor: await resolveActor(platform, cookie) }
}

test('a person sees and ends the own sessions, and nobody else’s', async () => {
  const { personId } = await buildPerson(platform)
  const other = await sessionOf((await buildPerson(platform)).personId)
  const [here, lost, third] = [await sessionOf(personId), await sessionOf(personId), await sessionOf(personId)]
  const account = await readAccount(platform, here.actor)
  if (!account.ok) throw new Error(account.refusal.code)
  expect(account.value.sessions.map(({ current }) => current).toSorted()).toEqual([false, false, true])
  const lostId = lost.actor.kind === 'person' ? lost.actor.sessionId! : ''
  const otherId = other.actor.kind === 'person' ? other.actor.sessionId! : ''
  expect(code(await endOwnSession(platform, here.actor, { sessionId: otherId }))).toBe('accounts.absent')
  expect(code(await endOwnSession(platform, here.actor, { sessionId: lostId }))).toBe('ok')
  expect(await resolveActor(platform, lost.cookie)).toEqual({ kind: 'anonymous' })
  expect(await endOtherSessions(platform, here.actor)).toEqual({ ok: true, value: { ended: 1 } })
  expect(await resolveActor(platform, third.cookie)).toEqual({ kind: 'anonymous' })
  expect((await resolveActor(platform, other.cookie)).kind).toBe('person')
  expect(code(await readAccount(platform, { kind: 'anonymous' }))).toBe('accounts.forbidden')
})

test('a passkey is removed by its owner alone', async () => {
  const owner = await sessionOf((await buildPerson(platform)).personId)
  const other = await sessionOf((await buildPerson(platform)).personId)
  const passkeyId = platform.newId()
  await platform.database.pool.query(
    `insert into passkey (id, person_id, name, public_key, credential_id, counter, device_type, backed_up)
     values ($1::uuid, $2, 'Telephone', 'k', $1::text, 0, 'multiDevice', true)`,
    [passkeyId, owner.actor.kind === 'person' ? owner.actor.personId : null],
  )
  expect(code(await removePasskey(platform, other.actor, { passkeyId }))).toBe('accounts.absent')
  expect(code(await removePasskey(platform, owner.actor, { passkeyId }))).toBe('ok')
  expect(code(await removePasskey(platform, owner.actor, { passkeyId }))).toBe('accounts.absent')
})

test('a representative brings in colleagues of the own company and sees only them', async () => {
  const programmeId = await insertProgramme()
  const [mine, theirs] = [platform.newId(), platform.newId()]
  const actor = await buildActor(platform, 'company-representative', { programmeId, scopeId: mine })
  await buildActor(platform, 'company-representative', { programmeId, scopeId: theirs })
  const colleague = { programmeId, name: 'Анна', email: `anna-${mine}@example.org`, locale: 'ru' as const }
  expect(code(await inviteColleague(platform, actor, { ...colleague, companyId: theirs }))).toBe('accounts.absent')
  expect(code(await inviteColleague(platform, actor, { ...colleague, companyId: mine }))).toBe('ok')
  expect(code(await inviteColleague(platform, actor, { ...colleague, companyId: mine }))).toBe(
    'accounts.role-already-held',
  )
  const seen = await listColleagues(platform, actor, { programmeId })
  expect([seen.length, new Set(seen.map(({ companyId }) => companyId))]).toEqual([2, new Set([mine])])
})

test('whoever leaves gives up every role, but the last operator stays', async () => {
  const programmeId = await insertProgramme()
  const operator = await buildActor(platform, 'operator', { programmeId })
  const official = await buildActor(platform, 'official', { programmeId })
  expect(code(await leaveProgramme(platform, official, { programmeId, roles: ['official'] }))).toBe('ok')
  expect(code(await leaveProgramme(platform, official, { programmeId, roles: ['official'] }))).toBe('accounts.absent')
  expect(code(await leaveProgramme(platform, operator, { programmeId, roles: ['operator'] }))).toBe(
    'accounts.last-operator',
  )
  const second = await buildActor(platform, 'operator', { programmeId })
  const both = await Promise.all(
    [operator, second].map((actor) => leaveProgramme(platform, actor, { programmeId, roles: ['operator'] })),
  )
  expect(both.map(code).toSorted()).toEqual(['accounts.last-operator', 'ok'])
})

test('a broker works like an operator but decides nothing about people; an auditor reads', async () => {
  const programmeId = await insertProgramme()
  const broker = await buildActor(platform, 'broker', { programmeId })
  const auditor = await buildActor(platform, 'auditor', { programmeId })
  const can = (actor: typeof broker) =>
    [isOperator, seesProgramme, administers].map((ability) => ability(actor, programmeId))
  expect([can(broker), can(auditor)]).toEqual([
    [true, true, false],
    [false, true, false],
  ])
  const command = { programmeId, name: 'Kim', email: 'kim@example.org', locale: 'ko', role: 'operator' } as const
  expect(code(await invitePerson(platform, broker, { ...command, scopeId: null }))).toBe('accounts.forbidden')
})
