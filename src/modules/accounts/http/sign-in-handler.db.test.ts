import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant } from '../../../kernel/instant.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { tables } from '../../../platform/database/handle.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { MAX_LINKS_PER_ADDRESS, MAX_LINKS_PER_CLIENT } from '../domain/sign-in.ts'
import { createSignInHandler } from '../http/sign-in-handler.ts'
import { createSignInLink } from '../operations/create-sign-in-link.ts'
import { endSession } from '../operations/end-session.ts'
import { countLinkRequest, requestSignInLink } from '../operations/request-sign-in-link.ts'
import { revokeRole } from '../operations/revoke-role.ts'
import { resolveActor } from '../queries/resolve-actor.ts'
import { deleteExpired } from '../store/session-store.ts'
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

const tokenOf = (url: string): string => new URL(url).pathname.split('/').at(-1)!
const cookieOf = (response: Response): string => response.headers.get('set-cookie')!.split(';')[0]!

async function linkFor(personId: string, validMinutes = 15): Promise<string> {
  const link = await createSignInLink(platform, personId, { validMinutes })
  if (!link.ok) throw new Error(link.refusal.code)
  return tokenOf(link.value.url)
}

const consume = (token: string, client = '192.0.2.1') =>
  createSignInHandler(platform, platform.database.authPool).consumeLink(token, { headers: new Headers(), client })

async function signIn(personId: string): Promise<string> {
  return cookieOf(await consume(await linkFor(personId)))
}

test('a link signs its person in once, with the roles held at that moment', async () => {
  const { programmeId } = await insertProgramme()
  const { personId } = await buildPerson(platform)
  await buildGrant(platform, { programmeId, personId, role: 'operator' })
  const token = await linkFor(personId)
  const handler = createSignInHandler(platform, platform.database.authPool)

  const first = await handler.consumeLink(token, { headers: new Headers(), client: '192.0.2.1' })
  expect([first.status, new URL(first.headers.get('location')!, platform.config.baseUrl).pathname]).toEqual([
    302,
    '/app/',
  ])
  expect(first.headers.get('set-cookie')).toMatch(
    /^naru-session=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; SameSite=Lax$/,
  )

  const { value: actor, statements } = await countStatements(() => resolveActor(platform, cookieOf(first)))
  expect(statements).toHaveLength(1)
  expect(actor).toEqual({
    kind: 'person',
    personId,
    sessionId: expect.any(String),
    grants: [{ programmeId, role: 'operator', scopeId: null }],
  })

  const second = await handler.consumeLink(token, { headers: new Headers(), client: '192.0.2.1' })
  expect(second.headers.get('set-cookie')).toBeNull()
  expect(new URL(second.headers.get('location')!).pathname + new URL(second.headers.get('location')!).search).toBe(
    '/app/sign-in?error=INVALID_TOKEN',
  )
})

test('a link that is too old signs nobody in', async () => {
  const { personId } = await buildPerson(platform)
  const response = await consume(await linkFor(personId, -1))
  expect([response.headers.get('set-cookie'), response.headers.get('location')]).toEqual([
    null,
    `${platform.config.baseUrl}/app/sign-in?error=INVALID_TOKEN`,
  ])
})

test('over https the cookie is bound to this very host', async () => {
  const secure = { ...platform, config: { ...platform.config, baseUrl: 'https://naru.example' } }
  const { personId } = await buildPerson(platform)
  const handler = createSignInHandler(secure, platform.database.authPool)
  const response = await handler.consumeLink(await linkFor(personId), { headers: new Headers(), client: '192.0.2.9' })
  expect(response.headers.get('set-cookie')).toMatch(
    /^__Host-naru-session=[^;]+; Max-Age=1209600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  expect(await resolveActor(secure, cookieOf(response))).toMatchObject({ kind: 'person', personId })
  expect(await resolveActor(platform, cookieOf(response))).toEqual({ kind: 'anonymous' })
})

test('tokens that were guessed are counted by client', async () => {
  const answers: number[] = []
  for (let tries = 0; tries <= MAX_LINKS_PER_CLIENT; tries++)
    answers.push((await consume('guess', '192.0.2.77')).status)
  expect([answers.slice(0, -1).every((status) => status === 302), answers.at(-1)]).toEqual([true, 429])
  expect((await consume('guess', '192.0.2.78')).status).toBe(302)
})

test('a cookie that was not signed here costs no statement', async () => {
  const { personId } = await buildPerson(platform)
  const cookie = await signIn(personId)
  const token = decodeURIComponent(cookie.split('=').slice(1).join('=')).split('.')[0]!
  const forged = createHmac('sha256', 'another secret').update(token).digest('base64')
  const cookies = [
    null,
    '',
    'other=1',
    'naru-session=',
    'naru-session=%',
    `naru-session=${token}`,
    `naru-session=${token}.${forged}`,
  ]
  const { value: actors, statements } = await countStatements(() =>
    Promise.all(cookies.map((header) => resolveActor(platform, header))),
  )
  expect(statements).toEqual([])
  expect(actors).toEqual(cookies.map(() => ({ kind: 'anonymous' })))
  expect(await resolveActor(platform, `other=1; ${cookie}`)).toMatchObject({ personId })
})

test('a session ends when it is ended, or when its time is up', async () => {
  const { personId } = await buildPerson(platform)
  const [ended, kept] = [await signIn(personId), await signIn(personId)]
  expect(await endSession(platform, await resolveActor(platform, ended))).toEqual({ ok: true, value: undefined })
  expect(await resolveActor(platform, ended)).toEqual({ kind: 'anonymous' })
  expect(await resolveActor(platform, kept)).toMatchObject({ personId })
  await platform.database.pool.query(
    `update session set expires_at = now() - interval '1 minute' where person_id = $1`,
    [personId],
  )
  expect(await resolveActor(platform, kept)).toEqual({ kind: 'anonymous' })
  await deleteExpired(platform.db, platform.clock.now())
  const { rows } = await platform.database.pool.query('select id from session where person_id = $1', [personId])
  expect(rows).toEqual([])
})

interface MailTables {
  mail: { toAddress: string; locale: string; subject: string; bodyText: string }
}
const mailsTo = (email: string) =>
  tables<MailTables>(platform.db)
    .selectFrom('mail')
    .select(['locale', 'subject', 'bodyText'])
    .where('toAddress', '=', email)
    .execute()

test('a link is mailed to known people only, in their own language', async () => {
  const { personId } = await buildPerson(platform, { name: '김나루', email: 'naru@example.org', locale: 'ko' })
  await requestSignInLink(platform, { email: 'Naru@Example.org' })
  await requestSignInLink(platform, { email: 'nobody@example.org' })
  const [mail, ...more] = await mailsTo('naru@example.org')
  expect([mail!.locale, mail!.subject, more]).toEqual(['ko', '나루 로그인 링크', []])
  expect(mail!.bodyText).toContain('김나루 님')
  expect(await mailsTo('nobody@example.org')).toEqual([])
  const url = /http\S+\/sign-in\/\S+/.exec(mail!.bodyText)![0]
  expect(await resolveActor(platform, cookieOf(await consume(tokenOf(url))))).toMatchObject({ personId })
})

test('an address gets only so many links in a quarter of an hour, and then again', async () => {
  const { email } = await buildPerson(platform)
  for (let asked = 0; asked < MAX_LINKS_PER_ADDRESS + 3; asked++) await requestSignInLink(platform, { email })
  expect(await mailsTo(email)).toHaveLength(MAX_LINKS_PER_ADDRESS)
  platform.clock.advance(15)
  await requestSignInLink(platform, { email })
  expect(await mailsTo(email)).toHaveLength(MAX_LINKS_PER_ADDRESS + 1)
})

test('a client may ask only so often, whatever the addresses', async () => {
  const outcomes: boolean[] = []
  for (let asked = 0; asked <= MAX_LINKS_PER_CLIENT; asked++)
    outcomes.push((await countLinkRequest(platform, '198.51.100.7')).ok)
  expect(outcomes.filter(Boolean)).toHaveLength(MAX_LINKS_PER_CLIENT)
  expect(await countLinkRequest(platform, '198.51.100.7')).toMatchObject({
    refusal: { code: 'accounts.too-many-links' },
  })
  expect((await countLinkRequest(platform, '198.51.100.8')).ok).toBe(true)
})

test('a role taken back is gone with the next request', async () => {
  const { programmeId } = await insertProgramme()
  const operator = await buildActor(platform, 'operator', { programmeId })
  const { personId } = await buildPerson(platform)
  const grantId = await buildGrant(platform, { programmeId, personId, role: 'official' })
  const cookie = await signIn(personId)
  expect(await resolveActor(platform, cookie)).toMatchObject({ grants: [{ role: 'official' }] })
  const other = await insertProgramme()
  const foreign = await buildActor(platform, 'operator', { programmeId: other.programmeId })
  expect(await revokeRole(platform, foreign, { programmeId: other.programmeId, grantId })).toMatchObject({
    refusal: { kind: 'absent', code: 'accounts.absent' },
  })
  expect(await revokeRole(platform, operator, { programmeId, grantId })).toEqual({ ok: true, value: undefined })
  expect(await resolveActor(platform, cookie)).toMatchObject({ grants: [] })
  expect(await revokeRole(platform, operator, { programmeId, grantId })).toMatchObject({ refusal: { kind: 'absent' } })
})
