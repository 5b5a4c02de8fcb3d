import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isLocale } from '../kernel/locale.ts'
import type { Actor } from '../modules/accounts/index.ts'
import { systemActor } from '../modules/accounts/index.ts'
import { buildCompany } from '../modules/companies/testing/build-company.ts'
import { buildProfile } from '../modules/companies/testing/build-profile.ts'
import { openCatalogue } from '../modules/newsroom/index.ts'
import { buildArticle, sameInEveryLanguage } from '../modules/newsroom/testing/build-article.ts'
import { buildProgramme } from '../modules/programmes/testing/build-programme.ts'
import type { HttpEnv } from '../platform/http/http-env.ts'
import { Refused } from '../platform/http/problem.ts'
import { type TestPlatform, openTestPlatform } from '../platform/testing.ts'
import { mountSite } from './routes.ts'

let platform: TestPlatform
let programmeId: string
/** The public pages as one visitor after another sees them. */
let visitor = 0
const app = new Hono<HttpEnv<Actor>>()

beforeAll(async () => {
  platform = await openTestPlatform()
  ;({ programmeId } = await buildProgramme(platform))
  app.use(async (c, next) => {
    const wanted = c.req.header('accept-language') ?? 'en'
    const facts = {
      requestId: 'test',
      locale: isLocale(wanted) ? wanted : ('en' as const),
      clientAddress: `10.0.0.${visitor}`,
    }
    c.set('facts', { ...facts, actor: () => Promise.resolve({ kind: 'anonymous' as const }) })
    await next()
  })
  app.onError((error, c) =>
    c.text(error instanceof Refused ? error.refusal.code : String(error), error instanceof Refused ? 404 : 500),
  )
  mountSite(app, platform)
})
afterAll(() => platform.close())

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await app.request(path, { headers })
  return { response, status: response.status, text: await response.text() }
}
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
const mails = async () =>
  (
    await platform.database.pool.query<{ to_address: string; subject: string; body_text: string }>(
      'select * from mail order by created_at',
    )
  ).rows

test('an article is a page for readers, search engines and shared links', async () => {
  const { slug } = await buildArticle(platform, programmeId, {
    published: true,
    slug: 'readers-and-engines',
    content: sameInEveryLanguage('A <b>title</b> & more', 'Hello </script><script>alert(document)</script>'),
    tags: ['laser & optics'],
  })
  const { response, text, status } = await get(`/news/${slug}?lang=ko`)
  expect([status, response.headers.get('content-language'), response.headers.get('etag')]).toEqual([
    200,
    'ko',
    expect.any(String),
  ])
  const base = platform.config.baseUrl
  for (const expected of [
    '<html lang="ko">',
    'A &lt;b&gt;title&lt;/b&gt; &amp; more',
    `<link rel="canonical" href="${base}/news/${slug}?lang=ko" />`,
    `<link rel="alternate" hreflang="ru" href="${base}/news/${slug}?lang=ru" />`,
    '<meta property="og:type" content="article" />',
    '"@type":"NewsArticle"',
    'href="/news?tag=laser%20%26%20optics"',
    `action="/news/${slug}/mail"`,
    `href="/news/${slug}/print"`,
  ]) {
    expect(text).toContain(expected)
  }
  expect(text).not.toMatch(/<script(?! type="application\/ld\+json")/)
  const again = await get(`/news/${slug}`, { 'accept-language': 'ko', 'if-none-match': response.headers.get('etag')! })
  expect(again.status).toBe(304)
  const packed = await app.request(`/news/${slug}`, { headers: { 'accept-encoding': 'gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect((await get(`/news/${slug}/print?lang=en`)).text).toContain('noindex')
})

test('drafts, addresses of nothing and words that are no address are not there', async () => {
  const { slug } = await buildArticle(platform, programmeId)
  for (const path of [
    `/news/${slug}`,
    `/news/${slug}/print`,
    '/news/nothing',
    '/news/..%2f..%2fetc',
    '/catalogue/x',
    `/news/photos/${platform.newId()}`,
    '/news/photos/x',
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 404])
  }
  expect((await post(`/news/${slug}/like`, {})).status).toBe(404)
  expect((await post(`/news/${slug}/mail`, { to: 'a@example.org' })).status).toBe(404)
})

test('the list is searched in any language, by tag, a page at a time', async () => {
  for (let more = 0; more < 13; more++) {
    await buildArticle(platform, programmeId, {
      published: true,
      content: sameInEveryLanguage(`라이다 ${'가나다라마바사아자차카타파'[more]}`, 'x'),
      tags: ['lidar'],
    })
  }
  expect((await get('/news?q=라이다')).text).toContain('13 articles')
  expect((await get('/news?q=nothing-like-it')).text).toContain('No article has these words')
  const tagged = (await get('/news?tag=lidar&page=2')).text
  expect(tagged).toContain('Page 2 of 2')
  expect((await get('/news?page=-5&q=%27%22%3C')).status).toBe(200)
})

test('a visitor likes an article once', async () => {
  const { slug } = await buildArticle(platform, programmeId, { published: true })
  visitor = 1
  const first = await post(`/news/${slug}/like`, {})
  expect([first.status, first.headers.get('location')]).toEqual([303, `/news/${slug}#actions`])
  await post(`/news/${slug}/like`, {})
  visitor = 2
  await post(`/news/${slug}/like`, {})
  expect((await get(`/news/${slug}`)).text).toContain('Like <b>2</b>')
})

test('an article is mailed to one address, and not without end', async () => {
  const { slug } = await buildArticle(platform, programmeId, {
    published: true,
    content: sameInEveryLanguage('Mailed title', 'x'),
  })
  visitor = 3
  const before = (await mails()).length
  const send = async (to: string, from = '') => (await post(`/news/${slug}/mail`, { to, from })).status
  expect(await send('kim@xn--80ak6aa92e.com', 'Kim')).toBe(200)
  const [mail] = (await mails()).slice(before)
  expect([mail?.to_address, mail?.subject, mail?.body_text.includes(`/news/${slug}?lang=en`)]).toEqual([
    'kim@xn--80ak6aa92e.com',
    'Mailed title',
    true,
  ])
  for (const bad of ['a@example.org\r\nBcc: b@example.org', 'a@example.org, b@example.org', 'x'])
    expect(await send(bad)).toBe(422)
  expect(await send('a@example.org', 'Visit http://spam.example')).toBe(422)
  expect((await mails()).length).toBe(before + 1)
  const statuses: number[] = []
  for (let more = 0; more < 30; more++) statuses.push(await send(`reader-${more}@example.org`))
  expect([statuses.filter((status) => status === 200).length, statuses.at(-1)]).toEqual([2, 429])
  expect((await mails()).length).toBe(before + 3)
  // Many visitors cannot fill one address either.
  for (visitor = 10; visitor < 30; visitor++) await send('victim@example.org')
  expect((await mails()).filter(({ to_address: to }) => to === 'victim@example.org').length).toBe(5)
})

test('feed, sitemap and robots tell where everything is', async () => {
  await buildArticle(platform, programmeId, {
    published: true,
    slug: 'in-the-feed',
    content: sameInEveryLanguage('Feed & <title>', 'x'),
  })
  const feed = await get('/news/feed.xml?lang=ru')
  expect(feed.response.headers.get('content-type')).toContain('application/atom+xml')
  expect(feed.text.startsWith('<?xml version="1.0" encoding="utf-8"?>')).toBe(true)
  expect(feed.text).toContain('<title>Feed &amp; &lt;title&gt;</title>')
  const map = (await get('/sitemap.xml')).text
  expect(map).toContain(`<loc>${platform.config.baseUrl}/news/in-the-feed</loc>`)
  expect((await get('/robots.txt')).text).toContain(`Sitemap: ${platform.config.baseUrl}/sitemap.xml`)
})

test('views make the most viewed', async () => {
  const { slug } = await buildArticle(platform, programmeId, {
    published: true,
    content: sameInEveryLanguage('Much read', 'x'),
  })
  await get(`/news/${slug}`)
  const { rows } = await platform.database.pool.query<{ views: number }>(
    'select coalesce(sum(views), 0)::int as views from article_view',
  )
  expect(rows[0]!.views).toBeGreaterThan(0)
})

async function companyOf(
  facts: Parameters<typeof buildCompany>[1],
): Promise<{ companyId: string; programmeId: string }> {
  const { companyId, programmeId: of } = await buildCompany(platform, facts)
  return { companyId, programmeId: of }
}

test('the catalogue shows open programmes only, and who stays unnamed without a name', async () => {
  const secret = await buildProgramme(platform)
  const closed = await companyOf({ programmeId: secret.programmeId })
  await buildProfile(platform, { ...closed, published: true, title: { en: 'Secret maser' } })
  const open = await buildProgramme(platform)
  await openCatalogue(platform, systemActor('test'), { programmeId: open.programmeId, open: true })
  const facts = {
    programmeId: open.programmeId,
    name: { en: 'Hidden Works' },
    anonymous: true,
    website: 'https://hidden.example',
  }
  const { companyId, programmeId: of } = await buildCompany(platform, {
    ...facts,
    description: { en: 'Hidden Works makes it' },
  })
  const hidden = { companyId, programmeId: of }
  await buildProfile(platform, {
    ...hidden,
    published: true,
    title: { en: 'Quiet maser' },
    advantages: { en: 'Very quiet' },
    partnerRole: { en: 'Builds together' },
    technologyKeywords: ['opt.maser'],
  })
  await buildProfile(platform, { ...hidden, title: { en: 'Draft maser' }, code: 'DRAFT' })
  const list = (await get('/catalogue?q=maser')).text
  expect([
    list.includes('Quiet maser'),
    list.includes('Secret'),
    list.includes('Hidden'),
    list.includes('Draft'),
  ]).toEqual([true, false, false, false])
  expect((await get('/catalogue?q=hidden')).text).toContain('No companies')
  expect((await get('/catalogue?group=opt.maser')).text).toContain('Quiet maser')
  const page = (await get(`/catalogue/${hidden.companyId}`)).text
  for (const expected of ['Strengths', 'Very quiet', 'Plan for cooperation', 'Builds together'])
    expect(page).toContain(expected)
  expect(page).not.toMatch(/Hidden|hidden\.example|Draft maser/)
})
