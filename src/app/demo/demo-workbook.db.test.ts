import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locale } from '../../kernel/locale.ts'
import type { Actor } from '../../modules/accounts/index.ts'
import { buildActor, buildSession } from '../../modules/accounts/testing/build-person.ts'
import { addBlock, createEvent, setPlaces } from '../../modules/events/index.ts'
import { buildProgramme } from '../../modules/programmes/testing/build-programme.ts'
import type { HttpApp } from '../../platform/http/http-env.ts'
import { type TestPlatform, openTestPlatform } from '../../platform/testing.ts'
import { modules } from '../modules.ts'
import { createApp } from '../server.ts'
import { writeDemoWorkbook } from './demo-workbook.ts'
import { generateProgramme } from './generate-programme.ts'

const generated = generateProgramme()

let platform: TestPlatform
let app: HttpApp<Actor>
beforeAll(async () => {
  platform = await openTestPlatform()
  app = createApp(platform, platform.database, { modules, webDirectory: null })
})
afterAll(() => platform.close())

interface Prepared {
  readonly programmeId: string
  readonly eventId: string
  readonly cookie: string
}

/** An empty programme with its event, as the operator has set it up before the workbook arrives. */
async function prepare(): Promise<Prepared> {
  const { programmeId } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const { blocks, tables, online, ...rules } = generated.event
  const event = await createEvent(platform, operator, { programmeId, ...rules })
  if (!event.ok) throw new Error(event.refusal.code)
  const key = { programmeId, eventId: event.value.id }
  for (const block of blocks) await addBlock(platform, operator, { ...key, ...block })
  await setPlaces(platform, operator, { ...key, tables, online })
  return { ...key, cookie: await buildSession(platform, operator.personId) }
}

interface Batch {
  readonly id: string
  readonly status: string
  readonly issues: readonly unknown[]
  readonly sheets: readonly { sheet: string; create: number; update: number; unchanged: number }[]
}

async function preview({ programmeId, eventId, cookie }: Prepared, locale: Locale): Promise<Batch> {
  const body = new FormData()
  body.set('file', new File([new Uint8Array(await writeDemoWorkbook(generated, { locale }))], 'demo.xlsx'))
  body.set('eventId', eventId)
  const path = `/api/v1/programmes/${programmeId}/imports`
  const response = await app.request(path, { method: 'POST', headers: { cookie }, body })
  return (await response.json()) as Batch
}

const effects = ({ sheets }: Batch) =>
  Object.fromEntries(sheets.map(({ sheet, create, update, unchanged }) => [sheet, [create, update, unchanged]]))

test.each(['ko', 'ru', 'en'] as const)('the workbook in %s is understood without a remark', async (locale) => {
  const shown = await preview(await prepare(), locale)
  expect(shown.issues).toEqual([])
  expect(effects(shown)).toEqual({
    companies: [40, 0, 0],
    contacts: [27, 0, 0],
    keywords: [97, 0, 0],
    profiles: [generated.companies.flatMap(({ profiles }) => profiles).length, 0, 0],
    participants: [40, 0, 0],
    interpreters: [6, 0, 0],
    requests: [96, 0, 0],
  })
})

test('applied once it is there, brought again it changes nothing', async () => {
  const prepared = await prepare()
  const { id } = await preview(prepared, 'ko')
  const path = `/api/v1/programmes/${prepared.programmeId}/imports/${id}/application`
  const headers = { cookie: prepared.cookie, 'content-type': 'application/json' }
  const applied = await app.request(path, { method: 'POST', headers, body: '{}' })
  expect(await applied.json()).toMatchObject({ status: 'applied' })
  const again = await preview(prepared, 'ko')
  expect(again.issues).toEqual([])
  expect(Object.values(effects(again)).flatMap(([create, update]) => [create, update])).toEqual(Array(14).fill(0))
})
