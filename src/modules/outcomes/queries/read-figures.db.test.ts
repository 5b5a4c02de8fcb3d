import { afterAll, beforeAll, expect, test } from 'vitest'
import { countStatements } from '../../../platform/database/statement-count.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import type { AnnouncedFigure } from '../domain/figure.ts'
import { announceFigure } from '../operations/announce-figure.ts'
import { readFigures } from '../queries/read-figures.ts'
import { summariseOutcomes } from '../queries/summarise-outcomes.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const companies: AnnouncedFigure = {
  figure: 'participating-companies',
  name: { ko: '참가 기업' },
  value: 44,
  unit: 'companies',
  asOf: '2020-10-26',
  source: 'press report',
}
const attendees: AnnouncedFigure = { ...companies, figure: 'attendees', value: 50.5, asOf: null }

/** Companies of a side that registered for one or two events, and one that withdrew. */
async function register(programmeId: string, sideId: string, count: number): Promise<void> {
  const query = (text: string, values: unknown[]) => platform.database.pool.query(text, values)
  const events = [platform.newId(), platform.newId()]
  for (const id of events) {
    await query(
      `insert into event (id, programme_id, name, status, request_mode, request_expiry_hours, max_requests_per_participant,
        who_may_meet, created_at) values ($1, $2, '{}', 'open', 'opt-in', 48, 20, 'anyone', now())`,
      [id, programmeId],
    )
  }
  for (let at = 0; at <= count; at++) {
    const companyId = platform.newId()
    await query(
      `insert into company (id, programme_id, side_id, code, kind, name, country, created_at, updated_at)
       values ($1, $2, $3, $4, 'company', '{}', 'KR', now(), now())`,
      [companyId, programmeId, sideId, companyId.slice(-12)],
    )
    const status = at === count ? 'withdrawn' : 'registered'
    for (const eventId of at === 0 ? events : events.slice(0, 1)) {
      await query(
        `insert into participant (id, programme_id, event_id, company_id, status, delegates, attendance, languages, created_at)
         values ($1, $2, $3, $4, $5, 1, 'online', '{ko}', now())`,
        [platform.newId(), programmeId, eventId, companyId, status],
      )
    }
  }
}

test('what was announced stands beside what the records count, by side', async () => {
  const { programmeId, sides } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  await announceFigure(platform, operator, { programmeId, ...companies })
  await announceFigure(platform, operator, { programmeId, ...attendees })
  await register(programmeId, sides[0].id, 3)
  await register(programmeId, sides[1].id, 2)
  const { value: figures, statements } = await countStatements(() => readFigures(platform, programmeId))
  const { value: announced, ...rest } = companies
  expect([statements.length, figures]).toEqual([
    1,
    [
      {
        ...rest,
        announced,
        recorded: 5,
        recordedBySide: [
          { sideId: sides[0].id, count: 3 },
          { sideId: sides[1].id, count: 2 },
        ],
      },
      { ...rest, figure: 'attendees', asOf: null, announced: 50.5, recorded: null, recordedBySide: [] },
    ],
  ])
  expect(await summariseOutcomes(platform, operator, programmeId)).toMatchObject({ count: 2, facts: { figures: 2 } })
})

test('figures belong to one programme and are kept by its operator', async () => {
  const { programmeId } = await buildProgramme(platform)
  const other = await buildProgramme(platform)
  const foreign = await buildActor(platform, 'operator', { programmeId: other.programmeId })
  expect(await announceFigure(platform, foreign, { programmeId, ...companies })).toMatchObject({
    refusal: { kind: 'forbidden' },
  })
  await announceFigure(platform, foreign, { programmeId: other.programmeId, ...companies })
  expect(await readFigures(platform, programmeId)).toEqual([])
})
