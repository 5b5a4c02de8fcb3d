import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../../modules/accounts/index.ts'
import { listMatches, readShores } from '../../modules/matching/index.ts'
import { listMeetingRequests } from '../../modules/meetings/index.ts'
import { readFigures } from '../../modules/outcomes/index.ts'
import { listLogs } from '../../modules/rooms/index.ts'
import { readBoard } from '../../modules/scheduling/index.ts'
import { type TestPlatform, openTestPlatform } from '../../platform/testing.ts'
import { checkProgramme } from './check-demo.ts'
import { type LoadedDemo, loadDemo } from './load-demo.ts'

let platform: TestPlatform
let demo: LoadedDemo
const actor = systemActor('test')
beforeAll(async () => {
  platform = await openTestPlatform({ now: '2026-11-24T06:00:00.000Z' })
  demo = await loadDemo(platform)
})
afterAll(() => platform.close())

test('22 and 18 companies take part, the invented ones marked; all but one have published a profile', async () => {
  const board = await readBoard(platform, actor, demo)
  if (!board.ok) throw new Error(board.refusal.code)
  const { facts, labels } = board.value
  const perSide = labels.sides.map(({ id }) => facts.participants.filter(({ sideId }) => sideId === id).length)
  expect([perSide, labels.participants.filter(({ synthetic }) => !synthetic).length]).toEqual([[22, 18], 13])
  const { rows } = await platform.database.pool.query(
    "select code from company c where not exists (select from profile p where p.company_id = c.id and p.status = 'published')",
  )
  // Of one organisation the reports give nothing but the name.
  expect(rows).toEqual([{ code: 'INTREE' }])
})

test('the announced 44 stands beside the recorded 40', async () => {
  const figures = await readFigures(platform, demo.programmeId)
  expect(figures).toHaveLength(10)
  expect(figures.find(({ figure }) => figure === 'participating-companies')).toMatchObject({
    announced: 44,
    recorded: 40,
  })
})

test('the pairs of the reports are ranked, each the best of at least one of its two companies', async () => {
  const shores = await readShores(platform, actor, { programmeId: demo.programmeId, perCompany: 1 })
  if (!shores.ok) throw new Error(shores.refusal.code)
  const code = new Map(shores.value.companies.map((company) => [company.id, company.code]))
  const links = shores.value.links.map(({ companyId, partnerId }) => `${code.get(companyId)} ${code.get(partnerId)}`)
  expect(links).toEqual(
    expect.arrayContaining([
      'POWEL POLYTECH',
      'MGEN DABAI',
      'S-LAB NUMVISION',
      'SMG PELCOM',
      'SHINRYONG XRAY',
      'RIBAN LIDAR',
    ]),
  )
})

test('requests in every state, with the scores of their pairs', async () => {
  const { programmeId, eventId } = demo
  const listed = await listMeetingRequests(platform, actor, { programmeId, eventId, page: 1, pageSize: 200 })
  if (!listed.ok) throw new Error(listed.refusal.code)
  expect(listed.value.byStatus).toMatchObject({ accepted: 90, pending: 6, declined: 4, expired: 3 })
  expect(listed.value.rows.filter(({ score }) => score !== null).length).toBeGreaterThan(100)
})

test('a first version of the schedule is released', async () => {
  const board = await readBoard(platform, actor, demo)
  if (!board.ok) throw new Error(board.refusal.code)
  const { released, draft } = board.value.facts
  expect([released?.number, released?.meetings.length === draft.meetings.length]).toEqual([1, true])
  expect(draft.meetings.length).toBeGreaterThan(80)
})

test('there is one person for every role', () => {
  expect(Object.keys(demo.people).toSorted()).toEqual(['company-representative', 'interpreter', 'official', 'operator'])
})

test('loading again changes nothing', async () => {
  const before = await platform.database.pool.query('select count(*) from journal_entry')
  expect(await loadDemo(platform)).toEqual(demo)
  expect((await platform.database.pool.query('select count(*) from journal_entry')).rows).toEqual(before.rows)
})

test('a representative sees pairs of the own company only', async () => {
  const personId = demo.people['company-representative']!
  const { rows: grants } = await platform.database.pool.query<{ scopeId: string }>(
    'select scope_id as "scopeId" from role_grant where person_id = $1',
    [personId],
  )
  const scopeId = grants[0]!.scopeId
  const grant = { programmeId: demo.programmeId, role: 'company-representative', scopeId } as const
  const representative = { kind: 'person', personId, grants: [grant] } as const
  const seen = await listMatches(platform, representative, { programmeId: demo.programmeId, minScore: 0, limit: 500 })
  if (!seen.ok) throw new Error(seen.refusal.code)
  expect(new Set(seen.value.rows.map(({ company }) => company.id))).toEqual(new Set([scopeId]))
  expect(seen.value.rows.filter(({ shortlisted }) => shortlisted)).toHaveLength(2)
})

test('the check holds companies, figures, schedule and reasons side by side', async () => {
  const { report, ok } = await checkProgramme(platform, demo.programmeId, demo.eventId)
  expect(ok).toBe(true)
  expect(report.split('\n').slice(0, 7)).toEqual([
    'Gyeonggi–Russia online technology consultation',
    'Companies',
    '  Gyeonggi Province, Korea: 22 (7 real, 15 synthetic)',
    '  Russia: 18 (6 real, 12 synthetic)',
    'Announced beside recorded',
    '  Participating companies, announced before: 44; recorded: 40',
    'Requests: 103 (6 pending, 90 accepted, 4 declined, 3 expired)',
  ])
  expect(report).toContain('verified: every rule is kept')
})

test('one meeting has the logs of both sides, and they differ', async () => {
  const views = await listLogs(platform, actor, { programmeId: demo.programmeId })
  const both = views.filter(({ logs }) =>
    ['host', 'guest'].every((seat) => logs.some(({ writtenAs }) => writtenAs === seat)),
  )
  expect(both.length).toBeGreaterThan(0)
  expect(both.map(({ differences }) => differences)).toContainEqual(['amount'])
})
