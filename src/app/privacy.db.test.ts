import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addMinutes } from '../kernel/instant.ts'
import { type Actor, applyRetention, systemActor } from '../modules/accounts/index.ts'
import { buildActor, buildGrant, buildPerson, buildSession } from '../modules/accounts/testing/build-person.ts'
import { buildAgreement } from '../modules/agreements/testing/build-agreement.ts'
import { buildRoom } from '../modules/rooms/testing/build-room.ts'
import { addContact } from '../modules/companies/index.ts'
import { buildCompany } from '../modules/companies/testing/build-company.ts'
import { buildProgramme } from '../modules/programmes/testing/build-programme.ts'
import { readZip } from '../platform/documents/zip.ts'
import type { HttpApp } from '../platform/http/http-env.ts'
import { checkJournal } from '../platform/journal-chain/chain.ts'
import { exportJournal, listChains } from '../platform/journal-chain/export-journal.ts'
import { journalChain } from '../platform/journal-chain/seal-journal.ts'
import { signHeads } from '../platform/journal-chain/sign-heads.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../platform/testing.ts'
import { modules, privacySources } from './modules.ts'
import { createApp } from './server.ts'

let platform: TestPlatform
let app: HttpApp<Actor>
beforeAll(async () => {
  platform = await openTestPlatform()
  app = createApp(platform, platform.database, { modules, webDirectory: null })
})
afterAll(() => platform.close())

async function call(method: string, path: string, cookie: string, body?: object): Promise<Response> {
  const headers = { cookie, 'content-type': 'application/json' }
  return app.request(`/api/v1${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) })
}
const codeOf = async (answer: Response): Promise<string | undefined> =>
  ((await answer.json()) as { code?: string }).code

const count = async (text: string, ...values: unknown[]): Promise<number> => {
  const { rows } = await platform.database.pool.query<{ n: number }>(`select count(*) as n from ${text}`, values)
  return rows[0]!.n
}

const EMAIL = 'minji@example.org'

/** Somebody who speaks for a company, is one of its contacts, got a mail, and is to sign a draft. */
async function buildKnown() {
  const { programmeId, agreementId } = await buildAgreement(platform, {}, 'draft')
  const { companyId } = await buildCompany(platform, { programmeId })
  const { personId } = await buildPerson(platform, { name: 'Han Minji', email: EMAIL })
  await buildGrant(platform, { programmeId, personId, role: 'company-representative', scopeId: companyId })
  const contact = { name: 'Han Minji', jobTitle: 'Head', email: EMAIL, phone: '+82 31 000', locale: 'ko' as const }
  await addContact(platform, systemActor('test'), { programmeId, companyId, ...contact })
  await platform.mail.enqueue(platform.db, {
    dedupeKey: platform.newId(),
    toAddress: EMAIL,
    locale: 'ko',
    subject: 'Hello',
    text: 'Han Minji',
  })
  await sql`update agreement_party set signatory_name = 'Han Minji', signatory_email = ${EMAIL}
    where agreement_id = ${agreementId} and position = 1`.execute(platform.db)
  return { programmeId, agreementId, companyId, personId, cookie: await buildSession(platform, personId) }
}

test('a consent is given to a text that was read, withdrawn at will, and every word of it stays', async () => {
  const { personId } = await buildPerson(platform)
  const cookie = await buildSession(platform, personId)
  const say = (given: boolean, textVersion = 'v1') =>
    call('POST', '/session/consents', cookie, { purpose: 'publicity', textVersion, locale: 'ko', given })
  expect([(await say(true, 'v0')).status, (await say(true)).status, (await say(false)).status]).toEqual([409, 200, 200])
  const { consents, ledger } = (await (await call('GET', '/session/consents', cookie)).json()) as {
    consents: { purpose: string; given: boolean | null }[]
    ledger: { given: boolean; textVersion: string; locale: string; purpose: string }[]
  }
  expect(consents.map(({ purpose, given }) => [purpose, given])).toEqual([
    ['overseas-transfer', null],
    ['publicity', false],
  ])
  expect(ledger.map(({ given, textVersion, locale }) => [given, textVersion, locale])).toEqual([
    [false, 'v1', 'ko'],
    [true, 'v1', 'ko'],
  ])
  expect(await count(`journal_entry where subject_id = $1 and action like 'consent.%'`, personId)).toBe(2)
})

test('a person takes away everything and is forgotten; what others rely on stays, and so does the chain', async () => {
  const { programmeId, agreementId, personId, cookie } = await buildKnown()
  const archive = await call('GET', '/session/data', cookie)
  const files = readZip(Buffer.from(await archive.arrayBuffer()))!
  const rows = (name: string) => {
    const file = files.find((each) => each.name === `naru/${name}.json`)!
    return JSON.parse(Buffer.from(file.contents).toString('utf8')) as Record<string, unknown>[]
  }
  expect(rows('person')).toMatchObject([{ id: personId, email: EMAIL, name: 'Han Minji' }])
  expect(rows('contacts')).toMatchObject([{ email: EMAIL, phone: '+82 31 000' }])
  expect(rows('mails')).toMatchObject([{ subject: 'Hello' }])
  expect(rows('signatures')).toMatchObject([{ signatoryName: 'Han Minji' }])
  expect([rows('roles').length, rows('sessions').length, rows('room-messages')]).toEqual([1, 1, []])

  await drainJournal(platform, journalChain)
  const wrong = await call('POST', '/session/erasure', cookie, { email: 'somebody@example.org' })
  expect([wrong.status, await codeOf(wrong)]).toEqual([422, 'accounts.address-differs'])
  const erased = await call('POST', '/session/erasure', cookie, { email: EMAIL.toUpperCase() })
  expect([erased.status, ((await erased.json()) as { kept: object }).kept]).toEqual([200, {}])
  expect((await call('GET', '/session/data', cookie)).status).toBe(401)

  const { rows: left } = await platform.database.pool.query<{ line: string }>(
    `select p::text as line from person p where id = $1
     union all select t::text from agreement_party t where agreement_id = $2
     union all select c::text from contact c where programme_id = $3
     union all select m::text from mail m union all select j::text from journal_entry j`,
    [personId, agreementId, programmeId],
  )
  expect(
    left.map(({ line }) => line).filter((line) => line.includes('Minji') || line.toLowerCase().includes(EMAIL)),
  ).toEqual([])
  await expectWholeChain()
})

async function expectWholeChain(): Promise<void> {
  await drainJournal(platform, journalChain)
  await signHeads(platform)
  for (const { chainId } of await listChains(platform)) {
    const parts: Uint8Array[] = []
    for await (const part of exportJournal(platform, chainId)) parts.push(Buffer.from(part))
    const { problem } = checkJournal(Buffer.concat(parts), [])
    expect(problem).toBe('authority-unknown')
  }
}

test('a text that was frozen keeps its signatory, and the name stays beside it until its time is up', async () => {
  const { programmeId, emails } = await buildAgreement(platform)
  const email = emails[0]!
  const { personId } = await buildPerson(platform, { name: 'Who Signs', email })
  await buildGrant(platform, { programmeId, personId, role: 'official' })
  const erased = await call('POST', '/session/erasure', await buildSession(platform, personId), { email })
  expect(await erased.json()).toMatchObject({ kept: { 'signed-agreements': 1 } })
  expect(await count('agreement_party where signatory_email = $1', email)).toBe(1)
  const person = async () =>
    (
      await platform.database.pool.query<{ name: string; email: string }>(
        'select name, email from person where id = $1',
        [personId],
      )
    ).rows[0]
  expect(await person()).toEqual({ name: 'Who Signs', email: `erased-${personId}@erased.invalid` })
  const later = { ...platform, clock: { now: () => addMinutes(platform.clock.now(), 1826 * 1440) } }
  const rowsOf = async (isTrial: boolean) =>
    (await applyRetention(later, privacySources, isTrial)).find(({ name }) => name === 'accounts.names-beside-evidence')
  expect(await rowsOf(true)).toMatchObject({ rows: 1 })
  expect(await person()).toMatchObject({ name: 'Who Signs' })
  expect(await rowsOf(false)).toMatchObject({ rows: 1 })
  expect(await person()).toMatchObject({ name: 'Erased person' })
})

test('an operator forgets somebody here only, learns nothing of elsewhere, and nobody of another programme', async () => {
  const { programmeId } = await buildProgramme(platform)
  const elsewhere = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const stranger = await buildActor(platform, 'operator', { programmeId: elsewhere.programmeId })
  const cookie = await buildSession(platform, operator.personId)
  const { personId, email } = await buildPerson(platform)
  await buildGrant(platform, { programmeId, personId, role: 'official' })
  await buildGrant(platform, { programmeId: elsewhere.programmeId, personId, role: 'official' })
  const forget = (who: string) => call('POST', `/programmes/${programmeId}/people/${who}/erasure`, cookie)
  const noes = [await forget(stranger.personId), await forget(platform.newId())]
  expect(await Promise.all(noes.map(async (no) => [no.status, await codeOf(no)]))).toEqual([
    [404, 'accounts.absent'],
    [404, 'accounts.absent'],
  ])
  expect(await (await forget(personId)).json()).toEqual({ ok: true })
  expect(await count('role_grant where person_id = $1 and revoked_at is null', personId)).toBe(1)
  expect(await count('person where email = $1', email)).toBe(1)
  const last = await forget(operator.personId)
  expect([last.status, await codeOf(last)]).toEqual([409, 'accounts.last-operator'])
  await sql`update role_grant set revoked_at = now() where person_id = ${personId}`.execute(platform.db)
  expect(await (await forget(personId)).json()).toEqual({ ok: true })
  expect(await count('person where email = $1', email)).toBe(0)
})

test('what somebody wrote in a room goes with them, and with time', async () => {
  const { programmeId, requestId, guest, host } = await buildRoom(platform)
  const write = (personId: string, daysAgo: number) =>
    sql`
    insert into room_message (id, programme_id, request_id, person_id, role, name, text, sent_at)
    values (${platform.newId()}, ${programmeId}, ${requestId}, ${personId}, 'guest', 'Guest', 'Hello',
      ${addMinutes(platform.clock.now(), -daysAgo * 1440)}::timestamptz)`.execute(platform.db)
  await write(guest.personId, 0)
  await write(host.personId, 364)
  await write(host.personId, 366)
  const rows = async (isTrial: boolean) =>
    (await applyRetention(platform, privacySources, isTrial)).find(({ name }) => name === 'rooms.messages')?.rows
  expect([await rows(true), await rows(true), await rows(false), await rows(false)]).toEqual([1, 1, 1, 0])
  const { rows: own } = await platform.database.pool.query<{ email: string }>(
    'select email from person where id = $1',
    [guest.personId],
  )
  await call('POST', '/session/erasure', await buildSession(platform, guest.personId), { email: own[0]!.email })
  expect(await count('room_message where request_id = $1', requestId)).toBe(1)
})

test.each(['en', 'ko', 'ru'])('a resident registration number is refused in every text (%s)', async (locale) => {
  const { programmeId } = await buildProgramme(platform)
  const { companyId } = await buildCompany(platform, { programmeId })
  const operator = await buildActor(platform, 'operator', { programmeId })
  const cookie = `${await buildSession(platform, operator.personId)}; naru-locale=${locale}`
  const contact = { name: '홍길동 ９００１０１－１２３４５６７' }
  const answer = await call('POST', `/programmes/${programmeId}/companies/${companyId}/contacts`, cookie, contact)
  const { code, fields } = (await answer.json()) as {
    code: string
    fields: { path: string; code: string; message: string }[]
  }
  expect([answer.status, code]).toEqual([400, 'http.invalid-input'])
  expect(fields).toMatchObject([{ path: 'name', code: 'resident-number' }])
  expect(fields[0]!.message).toMatch({ en: /Korean resident/, ko: /주민등록번호/, ru: /Республики Корея/ }[locale]!)
  expect(JSON.stringify(fields)).not.toContain('1234567')
})

test('what an erasure would do is said before and changes nothing; what a signature holds is named', async () => {
  const { programmeId, emails } = await buildAgreement(platform)
  const { personId } = await buildPerson(platform, { name: 'Who Signs Too', email: emails[0]! })
  await buildGrant(platform, { programmeId, personId, role: 'official' })
  const operatorCookie = async (ofProgramme: string) =>
    buildSession(platform, (await buildActor(platform, 'operator', { programmeId: ofProgramme })).personId)
  const own = await operatorCookie(programmeId)
  const path = `/programmes/${programmeId}/people/${personId}/erasure`
  const state = async () => [
    await count('journal_entry'),
    await count('role_grant where person_id = $1 and revoked_at is null', personId),
    await count('agreement_party where signatory_email = $1', emails[0]),
  ]
  const before = await state()
  const preview = await call('GET', path, own)
  expect([preview.status, await preview.json()]).toEqual([200, { erased: 0, kept: { 'signed-agreements': 1 } }])
  expect(await state()).toEqual(before)
  // Neither the person nor another programme learns what would go.
  const foreign = await operatorCookie((await buildProgramme(platform)).programmeId)
  const asked = [await call('GET', path, await buildSession(platform, personId)), await call('GET', path, foreign)]
  expect(asked.map(({ status }) => status)).toEqual([403, 404])
  expect((await call('POST', path, own)).status).toBe(200)
  expect(await count('person where id = $1 and erased_at is not null', personId)).toBe(1)
})
