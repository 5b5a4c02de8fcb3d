import { type Server, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { profileWordsOf, findVisibleProfile, updateProfile } from '../../companies/index.ts'
import { listTranslations, readTextServices } from '../queries/list-translations.ts'
import { type BuiltShores, buildShores } from '../testing/build-shores.ts'
import { type DecideTranslation, decideTranslation } from './decide-translation.ts'
import { draftTranslation } from './draft-translation.ts'

/** A translation service of our own: it answers what it is told to, and keeps what it was asked. */
let server: Server
let content: string
let sent: { authorization: string | undefined; body: unknown }[]
let platform: TestPlatform
let shores: BuiltShores
let elsewhere: BuiltShores

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      sent.push({ authorization: request.headers.authorization, body: JSON.parse(body) })
      response.end(JSON.stringify({ choices: [{ message: { content } }] }))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
  platform = await openTestPlatform({ config: { translation: { url, model: 'our-model', key: 'our-key' } } })
  shores = await buildShores(platform, 1)
  elsewhere = await buildShores(platform, 1)
})
afterAll(async () => {
  await platform.close()
  server.close()
})
beforeEach(() => {
  sent = []
  content = '{"title": "Волоконный лазер", "summary": "Волоконный лазер для стекла."}'
})

const command = () => ({
  programmeId: shores.programmeId,
  profileId: shores.here[0]!.offerId,
  from: 'en' as const,
  to: 'ru' as const,
})

const draft = async () => {
  const drafted = await draftTranslation(platform, shores.operator, command())
  if (!drafted.ok) throw new Error(drafted.refusal.code)
  return drafted.value
}

const decide = (translationId: string, decision: Partial<DecideTranslation> = {}) =>
  decideTranslation(platform, shores.operator, {
    programmeId: shores.programmeId,
    translationId,
    approve: true,
    texts: null,
    ...decision,
  })

const profile = async () => {
  const { programmeId, profileId } = command()
  const found = await findVisibleProfile(platform, shores.operator, programmeId, profileId)
  if (!found.ok) throw new Error(found.refusal.code)
  return found.value
}

const waiting = async () => {
  const { programmeId, profileId } = command()
  const listed = await listTranslations(platform, shores.operator, { programmeId, profileId })
  return listed.ok ? listed.value.rows.map(({ id }) => id) : []
}

test('the text is sent when the operator asks, the journal says so, and nothing of it is in the profile yet', async () => {
  const { id, texts } = await draft()
  expect(sent).toMatchObject([{ authorization: 'Bearer our-key', body: { model: 'our-model', temperature: 0 } }])
  expect(JSON.stringify(sent)).toContain('Fibre laser for cutting glass')
  expect(texts).toEqual({ title: 'Волоконный лазер', summary: 'Волоконный лазер для стекла.' })
  expect((await profile()).title).toEqual({ en: 'Fibre laser for cutting glass' })
  expect(await waiting()).toEqual([id])
  const { rows } = await platform.database.pool.query(
    `select action, after->'host' is not null as host from journal_entry where action like 'translation.%' order by seq`,
  )
  expect(rows).toEqual([
    { action: 'translation.sent', host: true },
    { action: 'translation.drafted', host: false },
  ])
})

test('a later draft takes the place of an earlier one; one that is discarded leaves no trace in the profile', async () => {
  const [earlier] = await waiting()
  const { id } = await draft()
  expect(await waiting()).toEqual([id])
  expect(await decide(earlier!)).toMatchObject({ refusal: { code: 'matching.absent' } })
  expect(await decide(id, { approve: false })).toEqual({ ok: true, value: null })
  expect(await waiting()).toEqual([])
  expect((await profile()).title.ru).toBeUndefined()
})

test('a draft of older words is not approved; a fresh one is, as the person corrected it, once', async () => {
  const { id: stale } = await draft()
  const { revision, ...stored } = await profile()
  const { programmeId, profileId } = command()
  const words = { ...profileWordsOf(stored), summary: { en: 'Cuts glass.' } }
  expect(await updateProfile(platform, shores.operator, { programmeId, profileId, revision, ...words })).toMatchObject({
    ok: true,
  })
  expect(await decide(stale)).toMatchObject({ refusal: { code: 'matching.translation-outdated' } })
  expect(await waiting()).toEqual([stale])
  const { id } = await draft()
  const texts = { title: 'Волоконный лазер для резки', summary: 'Режет стекло.' }
  const both = await Promise.all([decide(id, { texts }), decide(id, { texts })])
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true])
  expect(await profile()).toMatchObject({
    title: { en: 'Fibre laser for cutting glass', ru: 'Волоконный лазер для резки' },
    summary: { en: 'Cuts glass.', ru: 'Режет стекло.' },
  })
  expect(await draftTranslation(platform, shores.operator, command())).toMatchObject({
    refusal: { code: 'matching.nothing-to-translate' },
  })
})

test('an answer that cannot be used is refused and kept nowhere', async () => {
  content = 'I would rather not.'
  const other = { ...command(), profileId: shores.there[0]!.offerId }
  expect(await draftTranslation(platform, shores.operator, other)).toMatchObject({
    refusal: { code: 'matching.translation-failed' },
  })
  expect(await waiting()).toEqual([])
})

test('only the operator of the programme sends texts out, and only where a service is set up', async () => {
  for (const actor of [shores.official, shores.here[0]!.actor, elsewhere.operator]) {
    expect(await draftTranslation(platform, actor, command())).toMatchObject({ refusal: { code: 'matching.absent' } })
    expect(readTextServices(platform, actor, command())).toMatchObject({ refusal: { code: 'matching.absent' } })
  }
  const foreign = { ...command(), profileId: elsewhere.here[0]!.offerId }
  expect(await draftTranslation(platform, shores.operator, foreign)).toMatchObject({
    refusal: { code: 'matching.absent' },
  })
  const without = { ...platform, config: { ...platform.config, embedding: null, translation: null } }
  expect(await draftTranslation(without, shores.operator, command())).toMatchObject({
    refusal: { code: 'matching.no-translation-service' },
  })
  expect(sent).toEqual([])
  expect(readTextServices(platform, shores.operator, command())).toMatchObject({
    value: { embedding: null, translation: { host: expect.stringMatching(/^127\.0\.0\.1:\d+$/), model: 'our-model' } },
  })
  expect(readTextServices(without, shores.operator, command())).toEqual({
    ok: true,
    value: { embedding: null, translation: null },
  })
})
