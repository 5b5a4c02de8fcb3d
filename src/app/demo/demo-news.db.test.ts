import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../modules/accounts/index.ts'
import type { HttpApp } from '../../platform/http/http-env.ts'
import { type TestPlatform, openTestPlatform } from '../../platform/testing.ts'
import { modules } from '../modules.ts'
import { createApp } from '../server.ts'
import { loadDemoAgreements } from './demo-agreements.ts'
import { loadDemoNews } from './demo-news.ts'
import { loadDemo } from './load-demo.ts'

let platform: TestPlatform
let app: HttpApp<Actor>
beforeAll(async () => {
  platform = await openTestPlatform({ now: '2026-11-24T06:00:00.000Z' })
  const { programmeId } = await loadDemo(platform, { withSchedule: false })
  const { rows: known } = await platform.database.pool.query<{ count: number }>('select count(*) from agreement')
  if (known[0]?.count === 0) {
    const { rows } = await platform.database.pool.query<{ code: string; id: string }>('select code, id from company')
    await loadDemoAgreements(platform, programmeId, new Map(rows.map(({ code, id }) => [code, id])))
  }
  const { rows: articles } = await platform.database.pool.query<{ count: number }>('select count(*) from article')
  if (articles[0]?.count === 0) await loadDemoNews(platform, programmeId)
  app = createApp(platform, platform.database, { modules, webDirectory: null })
})
afterAll(() => platform.close())

const page = async (path: string) => {
  const response = await app.request(path)
  return { status: response.status, text: await response.text() }
}
const words = (text: string) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')

test.each([
  ['ko', '경기도–러시아 기술협력 첫해 결실, 협약 5건 체결', '발표: 44', '2020년 10월 27일 09:30'],
  [
    'ru',
    'Кёнгидо и Россия: по итогам первого года подписано 5 соглашений',
    'объявлено: 44',
    '27 октября 2020 г. 09:30',
  ],
  [
    'en',
    'Gyeonggi and Russia close a first year of technology cooperation with 5 agreements',
    'announced: 44',
    '27 October 2020 09:30',
  ],
])(
  'the article of 27 October 2020 tells 5 agreements and 40 companies in %s, with 44 beside',
  async (lang, title, announced, day) => {
    const { status, text } = await page(`/news/gyeonggi-russia-agreements-2020-10-26?lang=${lang}`)
    const read = words(text)
    expect(status).toBe(200)
    for (const expected of [title, announced, day, '40', '22', '18', 'ExoAtlet']) expect(read).toContain(expected)
    expect(Buffer.byteLength(text)).toBeLessThan(50_000)
    expect(text).not.toMatch(
      /<script(?! type="application\/ld\+json")| style=|javascript:|\{(?:figure|count|side|commitment)/,
    )
  },
)

test('the catalogue shows industry groups and finds a technology by its keyword', async () => {
  const all = words((await page('/catalogue?lang=en')).text)
  expect(all).toContain('Semiconductors')
  const found = words((await page('/catalogue?lang=en&q=lidar')).text)
  expect(found).toContain('Riban')
  expect(found).not.toContain('Powel Corporation')
})
