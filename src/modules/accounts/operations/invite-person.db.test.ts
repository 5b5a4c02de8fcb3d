import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant } from '../../../kernel/instant.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../domain/actor.ts'
import { invitePerson } from '../operations/invite-person.ts'
import { revokeRole } from '../operations/revoke-role.ts'
import { setLocale } from '../operations/set-locale.ts'
import { listPeople } from '../queries/list-people.ts'
import { readSession } from '../queries/read-session.ts'
import { buildActor, buildGrant, buildPerson } from '../testing/build-person.ts'

let platform: TestPlatform
beforeAll(async () => {
  // The sign-in library reads the machine's own clock.
  platform = await openTestPlatform({ now: toInstant(Date.now()) })
})
afterAll(() => platform.close())

/** Programmes belong to a later stage: here only the row that a grant refers to. */
async function insertProgramme(): Promise<{ programmeId: string }> {
  const programmeId = platform.newId()
  await platform.database.pool.query(
    `insert into programme (id, slug, name, operator_name, created_at) values ($1, $2, '{}', '{}', now())`,
    [programmeId, `programme-${programmeId}`],
  )
  return { programmeId }
}

const journalOf = async (subjectId: string) => {
  const { rows } = await platform.database.pool.query<{ action: string; actor_kind: string; after: unknown }>(
    'select action, actor_kind, after from journal_entry where subject_id = $1 order by seq',
    [subjectId],
  )
  return rows
}

const invitation = (programmeId: string, email: string) => ({
  programmeId,
  name: 'Anna Orlova',
  email,
  locale: 'ru' as const,
  role: 'official' as const,
  scopeId: null,
})

test('an invitation makes the person known, and the journal says so without names', async () => {
  const { programmeId } = await insertProgramme()
  const operator = await buildActor(platform, 'operator', { programmeId })
  const { value, statements } = await countStatements(() =>
    invitePerson(platform, operator, invitation(programmeId, 'Anna@example.org')),
  )
  expect(statements).toHaveLength(1)
  if (!value.ok) throw new Error(value.refusal.code)
  const { personId, grantId } = value.value
  expect(await journalOf(personId)).toEqual([{ action: 'person.invited', actor_kind: 'person', after: null }])
  expect(await journalOf(grantId)).toEqual([
    { action: 'role.granted', actor_kind: 'person', after: { role: 'official', scopeId: null } },
  ])
  const people = await listPeople(platform, operator, { programmeId })
  expect(people.ok && people.value.map(({ email, role, lastSeenAt }) => [email, role, lastSeenAt])).toEqual([
    ['anna@example.org', 'official', null],
    [expect.any(String), 'operator', null],
  ])
})

test('the same role is held once; known people keep their name', async () => {
  const { programmeId } = await insertProgramme()
  const operator = await buildActor(platform, 'operator', { programmeId })
  const { personId, email } = await buildPerson(platform, { name: 'Known Person' })
  const first = await invitePerson(platform, operator, invitation(programmeId, email.toUpperCase()))
  expect(first).toMatchObject({ ok: true, value: { personId } })
  const second = await invitePerson(platform, operator, invitation(programmeId, email))
  expect(second).toMatchObject({ ok: false, refusal: { kind: 'conflict', code: 'accounts.role-already-held' } })
  expect(await readSession(platform, { kind: 'person', personId, grants: [] })).toMatchObject({
    person: { name: 'Known Person' },
  })
  expect(await journalOf(personId)).toEqual([])
})

test('two who invite the same new person at once make one person with one role', async () => {
  const { programmeId } = await insertProgramme()
  const operator = await buildActor(platform, 'operator', { programmeId })
  const outcomes = await Promise.all(
    [1, 2].map(() => invitePerson(platform, operator, invitation(programmeId, `twice-${programmeId}@example.org`))),
  )
  expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true])
})

test('people are managed by operators of that programme alone', async () => {
  const { programmeId } = await insertProgramme()
  const other = await insertProgramme()
  const strangers: Actor[] = [
    { kind: 'anonymous' },
    await buildActor(platform, 'official', { programmeId }),
    await buildActor(platform, 'operator', { programmeId: other.programmeId }),
  ]
  for (const actor of strangers) {
    const invited = await invitePerson(platform, actor, invitation(programmeId, 'x@example.org'))
    const listed = await listPeople(platform, actor, { programmeId })
    const revoked = await revokeRole(platform, actor, { programmeId, grantId: programmeId })
    expect([invited.ok, listed.ok, revoked.ok]).toEqual([false, false, false])
  }
})

test('a role is taken back once, by its own programme, with an entry', async () => {
  const { programmeId } = await insertProgramme()
  const operator = await buildActor(platform, 'operator', { programmeId })
  const { personId } = await buildPerson(platform)
  const grantId = await buildGrant(platform, { programmeId, personId, role: 'official' })
  await revokeRole(platform, operator, { programmeId, grantId })
  await revokeRole(platform, operator, { programmeId, grantId })
  expect((await journalOf(grantId)).map(({ action }) => action)).toEqual(['role.revoked'])
})

test('a programme keeps an operator, even when two end each other at once', async () => {
  const { programmeId } = await insertProgramme()
  const first = await buildPerson(platform)
  const second = await buildPerson(platform)
  const firstGrant = await buildGrant(platform, { programmeId, personId: first.personId, role: 'operator' })
  const secondGrant = await buildGrant(platform, { programmeId, personId: second.personId, role: 'operator' })
  const actor: Actor = {
    kind: 'person',
    personId: first.personId,
    grants: [{ programmeId, role: 'operator', scopeId: null }],
  }
  const outcomes = await Promise.all(
    [secondGrant, firstGrant].map((grantId) => revokeRole(platform, actor, { programmeId, grantId })),
  )
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toMatchObject({
    refusal: { kind: 'conflict', code: 'accounts.last-operator' },
  })
})

test('the language of a person is the one chosen', async () => {
  const { personId } = await buildPerson(platform, { locale: 'ko' })
  const actor: Actor = { kind: 'person', personId, grants: [] }
  await setLocale(platform, actor, { locale: 'ru' })
  expect(await readSession(platform, actor)).toMatchObject({
    person: { locale: 'ru' },
    grants: [],
    mailIsLocal: true,
    singleSignOn: false,
  })
  expect(await readSession(platform, { kind: 'anonymous' })).toEqual({
    person: null,
    grants: [],
    mailIsLocal: true,
    singleSignOn: false,
  })
})

test('a list of people takes one statement, however many there are', async () => {
  const { programmeId } = await insertProgramme()
  const operator = await buildActor(platform, 'operator', { programmeId })
  const listed = async () =>
    (await countStatements(() => listPeople(platform, operator, { programmeId }))).statements.length
  const one = await listed()
  await buildActor(platform, 'official', { programmeId })
  await buildActor(platform, 'official', { programmeId })
  expect([one, await listed()]).toEqual([1, 1])
})
