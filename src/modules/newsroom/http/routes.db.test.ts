import { Buffer } from 'node:buffer'
import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { within } from '../../../platform/context.ts'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, drainJournal, openTestPlatform } from '../../../platform/testing.ts'
import { type Actor, systemActor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { changeOutcome, withdrawOutcome } from '../../outcomes/index.ts'
import { buildOutcome } from '../../outcomes/testing/build-outcome.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import { correctArticles } from '../jobs/correct-articles.ts'
import { summariseNewsroom } from '../queries/summarise-newsroom.ts'
import { listArticles, readPreview } from '../queries/read-articles.ts'
import { readBeside, readPublicArticle, readPublicPhoto } from '../queries/read-news.ts'
import { articleWords, buildArticle, sameInEveryLanguage } from '../testing/build-article.ts'
import { newsroomRoutes } from './routes.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const as = (actor: Actor) => ({
  context: {
    platform,
    actor,
    locale: 'en' as const,
    requestId: 'test',
    clientAddress: '127.0.0.1',
    headers: new Headers(),
  },
})
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: { refusal?: { code: string } }) => error.refusal?.code ?? String(error),
  )
const wire = (value: object) => JSON.parse(JSON.stringify(value))

async function setting() {
  const { programmeId, sides } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const elsewhere = await buildProgramme(platform)
  const stranger = await buildActor(platform, 'operator', { programmeId: elsewhere.programmeId })
  return { programmeId, sides, operator, stranger, elsewhere }
}

const listen = () =>
  drainJournal(platform, {
    reader: correctArticles.reader,
    handle: (entries, trx) => correctArticles.handle(within(platform, trx), entries),
  })

const DAY = '2020-10-26'

test('a draft of the day is published, and a changed record corrects it where readers see it', async () => {
  const { programmeId, operator } = await setting()
  const built = await buildOutcome(platform, programmeId, {
    kind: 'investment',
    amount: { minor: 500_000_000, currency: 'USD' },
  })
  const { outcomeId: second } = await buildOutcome(platform, programmeId)
  const { id: articleId, slug } = await call(newsroomRoutes.draftArticle, { programmeId, day: DAY }, as(operator))
  const key = { programmeId, articleId }
  const { article, findings, figures } = await call(newsroomRoutes.readArticle, key, as(operator))
  expect([findings, figures.map(({ value, unit }) => [value, unit])]).toEqual([
    [],
    [
      [2, 'agreements'],
      [1, 'agreements'],
      [5_000_000, 'USD'],
    ],
  ])
  expect(article).toMatchObject({ status: 'draft', isPublic: false, may: { publish: true } })
  expect(await readPublicArticle(platform, slug)).toBeNull()
  await call(newsroomRoutes.publishArticle, key, as(operator))
  expect(await codeOf(call(newsroomRoutes.publishArticle, key, as(operator)))).toBe('newsroom.not-a-draft')
  await listen()
  expect(await readPublicArticle(platform, slug)).toMatchObject({ status: 'published', corrections: [] })

  platform.clock.advance(60)
  const system = systemActor('test')
  const change = { programmeId, outcomeId: built.outcomeId, title: { en: 'Investment' }, grade: 'document' } as const
  const amount = { minor: 400_000_000, currency: 'USD' } as const
  await changeOutcome(platform, system, {
    ...change,
    amount,
    revision: 1,
    happenedOn: DAY,
    evidence: null,
    conversions: [],
  })
  await listen()
  const corrected = await readPublicArticle(platform, slug)
  expect(corrected).toMatchObject({
    status: 'corrected',
    editedAt: platform.clock.now(),
    corrections: [
      { kind: 'figure', oldValue: 5_000_000, newValue: 4_000_000, unit: 'USD', correctedAt: platform.clock.now() },
    ],
  })
  // A record that changes no value changes no article, but the list under the figure.
  await withdrawOutcome(platform, system, { programmeId, outcomeId: second, reason: 'Twice' })
  await buildOutcome(platform, programmeId, { title: { en: 'Another' } })
  await listen()
  const after = await readPublicArticle(platform, slug)
  expect([after?.corrections.length, JSON.stringify(after?.figures).includes('Another')]).toEqual([1, true])
  const { rows } = await platform.database.pool.query<{ action: string }>(
    'select action from journal_entry where subject_id = $1 order by seq',
    [articleId],
  )
  expect(rows.map(({ action }) => action)).toEqual(['article.drafted', 'article.published', 'article.corrected'])
  platform.clock.set('2020-10-26T06:00:00.000Z')
})

test('what contradicts the records is not published; a typed number with a reason is', async () => {
  const { programmeId, operator } = await setting()
  await buildOutcome(platform, programmeId)
  await call(newsroomRoutes.draftArticle, { programmeId, day: DAY }, as(operator))
  const words = articleWords({ content: sameInEveryLanguage('Title', 'Signed: 7 agreements.') })
  const { id: articleId } = await call(newsroomRoutes.createArticle, wire({ programmeId, ...words }), as(operator))
  const key = { programmeId, articleId }
  const { findings } = await call(newsroomRoutes.checkArticle, wire({ ...key, ...words }), as(operator))
  expect(findings.map(({ code, locale }) => `${locale} ${code}`)).toContain('en number-contradicts')
  expect(await codeOf(call(newsroomRoutes.publishArticle, key, as(operator)))).toBe('newsroom.not-ready')
  const manual = { ...words, manualNumbers: [{ value: 7, reason: { en: 'Counted by hand' } }] }
  await call(newsroomRoutes.updateArticle, wire({ ...key, ...manual, revision: 1 }), as(operator))
  const { revision } = await call(newsroomRoutes.publishArticle, key, as(operator))
  // Readers have seen it: a change needs a note, and must agree with the records too.
  const reworded = { ...manual, content: sameInEveryLanguage('Another title', 'Signed: 7 agreements.') }
  const update = (facts: object) =>
    call(newsroomRoutes.updateArticle, wire({ ...key, ...reworded, revision, ...facts }), as(operator))
  expect(await codeOf(update({}))).toBe('newsroom.correction-note-missing')
  expect(await codeOf(update({ manualNumbers: [] }))).toBe('newsroom.not-ready')
  await update({ correction: { en: 'The title was wrong.' }, slug: 'moved-address' })
  expect(await readPublicArticle(platform, words.slug)).toMatchObject({
    status: 'corrected',
    corrections: [{ kind: 'text', note: { en: 'The title was wrong.' } }],
  })
  expect(await codeOf(update({ correction: { en: 'x' } }))).toBe('newsroom.changed-meanwhile')
  await call(newsroomRoutes.withdrawArticle, key, as(operator))
  expect(await readPublicArticle(platform, words.slug)).toBeNull()
})

test('an embargo holds until its moment', async () => {
  const { programmeId } = await setting()
  const { slug } = await buildArticle(platform, programmeId, {
    published: true,
    embargoUntil: '2020-10-27T00:00:00.000Z',
  })
  expect(await readPublicArticle(platform, slug)).toBeNull()
  platform.clock.set('2020-10-27T00:00:00.000Z')
  expect(await readPublicArticle(platform, slug)).toMatchObject({ publishedAt: '2020-10-27T00:00:00.000Z' })
  platform.clock.set('2020-10-26T06:00:00.000Z')
})

test('an embargo is moved until its moment has come, and no longer', async () => {
  const { programmeId, operator } = await setting()
  const words = articleWords({ embargoUntil: '2020-10-27T00:00:00.000Z' })
  const { articleId, slug } = await buildArticle(platform, programmeId, { published: true, ...words })
  const key = { programmeId, articleId }
  const move = (embargoUntil: string | null, revision: number) =>
    call(newsroomRoutes.updateArticle, wire({ ...key, ...words, embargoUntil, revision }), as(operator))
  const { revision } = await move('2020-10-26T07:00:00.000Z', 2)
  platform.clock.set('2020-10-26T08:00:00.000Z')
  expect(await readPublicArticle(platform, slug)).toMatchObject({ publishedAt: '2020-10-26T07:00:00.000Z' })
  await move('2020-10-30T00:00:00.000Z', revision)
  expect(await readPublicArticle(platform, slug)).toMatchObject({ publishedAt: '2020-10-26T07:00:00.000Z' })
  platform.clock.set('2020-10-26T06:00:00.000Z')
})

test('a day shows the records that its draft will tell, and titles their numbers', async () => {
  const { programmeId, operator } = await setting()
  await buildOutcome(platform, programmeId, { kind: 'investment', amount: { minor: 500_000_000, currency: 'USD' } })
  const days = () => call(newsroomRoutes.listArticleDays, { programmeId }, as(operator))
  expect((await days()).rows).toMatchObject([
    { day: DAY, isEventDay: false, articles: [], signed: [{ amount: { minor: 500_000_000, currency: 'USD' } }] },
  ])
  const { id } = await call(newsroomRoutes.draftArticle, { programmeId, day: DAY }, as(operator))
  expect((await days()).rows[0]?.articles).toMatchObject([{ id, status: 'draft' }])
  const { rows } = await call(newsroomRoutes.listArticles, { programmeId }, as(operator))
  expect(rows[0]?.titles.en).toContain('1 agreement signed')
})

const png = (width: number, height: number): Buffer => {
  const bytes = Buffer.alloc(40)
  bytes.write('\x89PNG\r\n\x1a\n', 0, 'latin1')
  bytes.writeUInt32BE(13, 8)
  bytes.write('IHDR', 12, 'latin1')
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
const fileOf = (contents: Buffer | string, name = 'photo.png') =>
  new File([new Uint8Array(Buffer.from(contents))], name, { type: 'image/png' })

test('photographs are what their bytes say, and seen with their article only', async () => {
  const { programmeId, operator } = await setting()
  const { articleId } = await buildArticle(platform, programmeId)
  const key = { programmeId, articleId }
  const words = { caption: { en: 'The signing' }, credit: 'Center', alternative: { en: 'Two people' } }
  const add = (file: File) => call(newsroomRoutes.addPhoto, { ...key, ...words, file }, as(operator))
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  expect([
    await codeOf(add(fileOf(svg, 'photo.svg'))),
    await codeOf(add(fileOf(png(30_000, 30_000)))),
    await codeOf(add(fileOf('<html>'))),
  ]).toEqual(['newsroom.photo-type', 'newsroom.photo-too-large', 'newsroom.photo-type'])
  const { id: photoId } = await add(fileOf(png(640, 320)))
  const { id: second } = await add(fileOf(png(64, 32)))
  await call(newsroomRoutes.arrangePhotos, { ...key, photoIds: [second, photoId] }, as(operator))
  await call(newsroomRoutes.describePhoto, { ...key, ...words, photoId: second, credit: 'Press' }, as(operator))
  const { photos } = await call(newsroomRoutes.readArticle, key, as(operator))
  expect(photos.map(({ id, credit }) => [id, credit])).toEqual([
    [second, 'Press'],
    [photoId, 'Center'],
  ])
  const file = await call(newsroomRoutes.readPhoto, { ...key, photoId }, as(operator))
  expect([file.type, file.size]).toEqual(['image/png', 40])
  expect(await readPublicPhoto(platform, photoId)).toBeNull()
  const shown = articleWords({ content: sameInEveryLanguage('Title', 'Text', { type: 'photo', photoId }) })
  await call(newsroomRoutes.updateArticle, wire({ ...key, ...shown, revision: 1 }), as(operator))
  expect(await codeOf(call(newsroomRoutes.removePhoto, { ...key, photoId }, as(operator)))).toBe(
    'newsroom.photo-in-use',
  )
  // Nobody has said yet who can be recognised on them.
  expect(await codeOf(call(newsroomRoutes.publishArticle, key, as(operator)))).toBe('newsroom.not-ready')
  const nobody = { ...key, people: [], photosOfNobody: [photoId, second] }
  await call(newsroomRoutes.setArticlePeople, nobody, as(operator))
  await call(newsroomRoutes.publishArticle, key, as(operator))
  const photo = await readPublicPhoto(platform, photoId)
  await photo?.contents.cancel()
  expect(photo?.mediaType).toBe('image/png')
})

test('who is quoted or shown has consented, or there is a reason; a withdrawal is found again', async () => {
  const { programmeId, operator } = await setting()
  const { articleId } = await buildArticle(platform, programmeId)
  const key = { programmeId, articleId }
  const speaker = await buildActor(platform, 'company-representative', { programmeId, scopeId: platform.newId() })
  const { id: photoId } = await call(
    newsroomRoutes.addPhoto,
    { ...key, caption: { en: 'x' }, credit: 'x', alternative: { en: 'x' }, file: fileOf(png(10, 10)) },
    as(operator),
  )
  const by = 'Kim Naru, director'
  const quoted = articleWords({ content: sameInEveryLanguage('Title', 'Text', { type: 'quote', text: 'Good.', by }) })
  await call(newsroomRoutes.updateArticle, wire({ ...key, ...quoted, revision: 1 }), as(operator))
  const found = async () =>
    (await call(newsroomRoutes.readArticle, key, as(operator))).findings
      .filter(({ locale }) => locale === 'en')
      .map(({ code }) => code)
  expect(await found()).toEqual(['quote-of-nobody-known', 'photo-people-unstated'])
  const list = (personId: string | null, reason: string | null) =>
    call(
      newsroomRoutes.setArticlePeople,
      { ...key, people: [{ name: { en: 'Kim Naru' }, personId, reason, photoIds: [photoId] }] },
      as(operator),
    )
  await list(speaker.personId, null)
  expect(await found()).toEqual(['person-without-consent'])
  const decide = (given: boolean) =>
    platform.database.pool.query(
      `insert into consent (id, person_id, purpose, text_version, locale, given, decided_at)
       values ($1, $2, 'publicity', 'v1', 'en', $3, clock_timestamp())`,
      [platform.newId(), speaker.personId, given],
    )
  await decide(true)
  expect(await found()).toEqual([])
  await call(newsroomRoutes.publishArticle, key, as(operator))
  const steps = async () => (await summariseNewsroom(platform, operator, programmeId)).nextSteps
  expect(await steps()).toEqual([])
  await decide(false)
  expect(await found()).toEqual(['person-without-consent'])
  expect(await steps()).toEqual([{ code: 'see-to-consent', count: 1 }])
  await list(null, 'Office holder at a public ceremony')
  expect(await found()).toEqual([])
  const elsewhere = await buildActor(platform, 'operator', { programmeId: (await setting()).programmeId })
  expect(await codeOf(list(elsewhere.personId, null))).toBe('newsroom.person-unknown')
})

test('another programme can do nothing and see no draft', async () => {
  const { programmeId, operator, stranger } = await setting()
  const { articleId } = await buildArticle(platform, programmeId)
  const other = await buildArticle(platform, (await setting()).programmeId)
  const key = { programmeId, articleId }
  const photo = { ...key, photoId: platform.newId() }
  const foreign = { programmeId, articleId: other.articleId }
  const words = wire({ ...key, ...articleWords(), revision: 1 })
  const photoWords = { caption: { en: 'x' }, credit: 'x', alternative: { en: 'x' }, file: fileOf(png(10, 10)) }
  const tries: Record<string, (actor: Actor) => Promise<unknown>> = {
    list: (actor) => call(newsroomRoutes.listArticles, { programmeId }, as(actor)),
    read: (actor) => call(newsroomRoutes.readArticle, key, as(actor)),
    draft: (actor) => call(newsroomRoutes.draftArticle, { programmeId, day: DAY }, as(actor)),
    create: (actor) => call(newsroomRoutes.createArticle, wire({ programmeId, ...articleWords() }), as(actor)),
    update: (actor) => call(newsroomRoutes.updateArticle, words, as(actor)),
    check: (actor) => call(newsroomRoutes.checkArticle, words, as(actor)),
    publish: (actor) => call(newsroomRoutes.publishArticle, key, as(actor)),
    withdraw: (actor) => call(newsroomRoutes.withdrawArticle, key, as(actor)),
    'add photo': (actor) => call(newsroomRoutes.addPhoto, { ...key, ...photoWords }, as(actor)),
    'read photo': (actor) => call(newsroomRoutes.readPhoto, photo, as(actor)),
    'describe photo': (actor) =>
      call(
        newsroomRoutes.describePhoto,
        { ...photo, caption: { en: 'x' }, credit: 'x', alternative: { en: 'x' } },
        as(actor),
      ),
    people: (actor) => call(newsroomRoutes.setArticlePeople, { ...key, people: [] }, as(actor)),
    'arrange photos': (actor) => call(newsroomRoutes.arrangePhotos, { ...key, photoIds: [] }, as(actor)),
    days: (actor) => call(newsroomRoutes.listArticleDays, { programmeId }, as(actor)),
    'remove photo': (actor) => call(newsroomRoutes.removePhoto, photo, as(actor)),
    site: (actor) => call(newsroomRoutes.readSite, { programmeId }, as(actor)),
    catalogue: (actor) => call(newsroomRoutes.setCatalogue, { programmeId, open: true }, as(actor)),
    banners: (actor) => call(newsroomRoutes.setBanners, { programmeId, banners: [] }, as(actor)),
  }
  for (const [name, attempt] of Object.entries(tries)) {
    expect([name, await codeOf(attempt(stranger))]).toEqual([name, 'newsroom.forbidden'])
  }
  expect([
    await codeOf(call(newsroomRoutes.readArticle, foreign, as(operator))),
    await codeOf(call(newsroomRoutes.publishArticle, foreign, as(operator))),
    await codeOf(call(newsroomRoutes.withdrawArticle, foreign, as(operator))),
    await codeOf(call(newsroomRoutes.updateArticle, { ...words, ...foreign }, as(operator))),
    await codeOf(call(newsroomRoutes.checkArticle, { ...words, ...foreign }, as(operator))),
    await codeOf(call(newsroomRoutes.addPhoto, { ...foreign, ...photoWords }, as(operator))),
    await codeOf(call(newsroomRoutes.removePhoto, photo, as(operator))),
    await codeOf(call(newsroomRoutes.readPhoto, photo, as(operator))),
    await codeOf(call(newsroomRoutes.arrangePhotos, { ...foreign, photoIds: [] }, as(operator))),
    await codeOf(call(newsroomRoutes.setArticlePeople, { ...foreign, people: [] }, as(operator))),
  ]).toEqual(Array<string>(10).fill('newsroom.absent'))
  expect([await readPreview(platform, stranger, articleId), await readPreview(platform, operator, 'x')]).toEqual([
    null,
    null,
  ])
  expect((await readPreview(platform, operator, articleId))?.status).toBe('draft')
})

test('addresses are taken once in the whole instance', async () => {
  const { programmeId, operator } = await setting()
  const other = await buildArticle(platform, (await setting()).programmeId)
  const taken = wire({ programmeId, ...articleWords({ slug: other.slug }) })
  expect(await codeOf(call(newsroomRoutes.createArticle, taken, as(operator)))).toBe('newsroom.slug-taken')
  const { articleId } = await buildArticle(platform, programmeId)
  const moved = wire({ programmeId, articleId, ...articleWords({ slug: other.slug }), revision: 1 })
  expect(await codeOf(call(newsroomRoutes.updateArticle, moved, as(operator)))).toBe('newsroom.slug-taken')
})

test('banners and catalogue are set and read', async () => {
  const { programmeId, operator } = await setting()
  const banner = { title: { en: 'Partner' }, address: 'https://example.org/', shownFrom: null, shownUntil: null }
  await call(newsroomRoutes.setBanners, { programmeId, banners: [banner] }, as(operator))
  await call(newsroomRoutes.setCatalogue, { programmeId, open: true }, as(operator))
  await call(newsroomRoutes.setCatalogue, { programmeId, open: true }, as(operator))
  expect(await call(newsroomRoutes.readSite, { programmeId }, as(operator))).toMatchObject({
    catalogueIsOpen: true,
    banners: [banner],
  })
  expect((await readBeside(platform, null)).banners.map(({ title }) => title)).toContainEqual({ en: 'Partner' })
  await call(newsroomRoutes.setBanners, { programmeId, banners: [] }, as(operator))
  await call(newsroomRoutes.setCatalogue, { programmeId, open: false }, as(operator))
  expect(await call(newsroomRoutes.readSite, { programmeId }, as(operator))).toEqual({
    catalogueIsOpen: false,
    banners: [],
  })
  const script = { ...banner, address: 'javascript:alert(1)' }
  expect(await codeOf(call(newsroomRoutes.setBanners, { programmeId, banners: [script] }, as(operator)))).not.toBe('ok')
})

test('lists and pages take the same number of statements for one and three rows', async () => {
  const { programmeId, operator } = await setting()
  const { slug } = await buildArticle(platform, programmeId, { published: true })
  const counts = async () => {
    const article = await readPublicArticle(platform, slug)
    return [
      (await countStatements(() => listArticles(platform, operator, { programmeId }))).statements.length,
      (await countStatements(() => readPublicArticle(platform, slug))).statements.length,
      (await countStatements(() => readBeside(platform, article))).statements.length,
    ]
  }
  expect(await counts()).toEqual([2, 1, 1])
  for (let more = 0; more < 2; more++) await buildArticle(platform, programmeId, { published: true })
  expect(await counts()).toEqual([2, 1, 1])
})
