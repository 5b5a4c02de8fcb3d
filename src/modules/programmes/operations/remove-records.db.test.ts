import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Id } from '../../../kernel/id.ts'
import type { Refusal, Result } from '../../../kernel/result.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildProgramme } from '../testing/build-programme.ts'
import { previewArchive, previewRemoval, readRemovals, removeRecord, restoreRemoval } from './remove-records.ts'

let platform: TestPlatform
let programmeId: Id
let operator: Actor
let companyId: Id

/** This stage may not build what later ones own, so the rows are written as they lie. */
async function insert(table: string, row: Readonly<Record<string, unknown>>): Promise<Id> {
  const id = platform.newId()
  const all = { id, programme_id: programmeId, ...row }
  const columns = Object.keys(all)
  const places = columns.map((_, at) => `$${at + 1}`)
  await platform.database.pool.query(
    `insert into ${table} (${columns.join(', ')}) values (${places.join(', ')})`,
    Object.values(all),
  )
  return id
}

const at = () => platform.clock.now()
const company = (code: string, sideId: Id) =>
  insert('company', {
    side_id: sideId,
    code,
    kind: 'company',
    country: 'KR',
    name: JSON.stringify({ en: code }),
    created_at: at(),
    updated_at: at(),
  })

beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  const { programmeId: built, sides } = await buildProgramme(platform)
  programmeId = built
  operator = await buildActor(platform, 'operator', { programmeId })
  companyId = await company('A-1', sides[0].id)
  await company('B-1', sides[1].id)
  for (const name of ['Kim', 'Lee']) {
    await insert('contact', {
      company_id: companyId,
      name,
      email: `${name}@example.org`,
      locale: 'en',
      created_at: at(),
    })
  }
})

const value = <T>(result: Result<T, Refusal>): T => {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}
const code = (result: Result<unknown, Refusal>): string => (result.ok ? 'ok' : result.refusal.code)
const rows = async (table: string) =>
  (await platform.database.pool.query(`select * from ${table} where programme_id = $1 order by id`, [programmeId])).rows

const removal = () => ({ programmeId, kind: 'company', subjectId: companyId }) as const

test('a company goes with all that hangs on it, and comes back as it was, to the last column', async () => {
  const before = { company: await rows('company'), contact: await rows('contact') }
  expect(value(await previewRemoval(platform, operator, removal()))).toEqual({
    counts: { company: 1, contact: 2 },
    onRecord: {},
  })
  expect(await rows('contact')).toEqual(before.contact)
  const { removalId } = value(await removeRecord(platform, operator, removal()))
  expect([(await rows('company')).length, await rows('contact')]).toEqual([1, []])
  expect(code(await previewRemoval(platform, operator, removal()))).toBe('programmes.absent')
  expect(value(await readRemovals(platform, operator, { programmeId }))).toMatchObject([
    { id: removalId, kind: 'company', name: { en: 'A-1' }, restoredAt: null },
  ])
  expect(code(await restoreRemoval(platform, operator, { programmeId, removalId }))).toBe('ok')
  expect({ company: await rows('company'), contact: await rows('contact') }).toEqual(before)
  expect(code(await restoreRemoval(platform, operator, { programmeId, removalId }))).toBe('programmes.absent')
})

test('what has taken its place meanwhile is not overwritten', async () => {
  const { removalId } = value(await removeRecord(platform, operator, removal()))
  const { rows: sides } = await platform.database.pool.query('select id from side where programme_id = $1', [
    programmeId,
  ])
  await company('A-1', sides[0].id)
  expect(code(await restoreRemoval(platform, operator, { programmeId, removalId }))).toBe('programmes.restore-conflict')
  expect(value(await readRemovals(platform, operator, { programmeId }))[0]?.restoredAt).toBeNull()
})

test('what is on record is not removed, and the preview says what that is', async () => {
  const [, other] = (await rows('company')).map(({ id }) => id as Id)
  await insert('cooperation_case', {
    host_company_id: companyId,
    guest_company_id: other === companyId ? (await rows('company'))[0].id : other,
    about: 'x',
    state: 'negotiating',
    opened_at: at(),
    moved_at: at(),
    updated_at: at(),
  })
  expect(value(await previewRemoval(platform, operator, removal())).onRecord).toEqual({ cooperation_case: 1 })
  expect(code(await removeRecord(platform, operator, removal()))).toBe('programmes.removal-on-record')
  expect((await rows('company')).length).toBe(2)
})

test('an operator of another programme finds nothing to remove or restore', async () => {
  const elsewhere = (await buildProgramme(platform)).programmeId
  const other = await buildActor(platform, 'operator', { programmeId: elsewhere })
  const { removalId } = value(await removeRecord(platform, operator, removal()))
  expect(code(await restoreRemoval(platform, other, { programmeId, removalId }))).toBe('programmes.forbidden')
  expect(code(await restoreRemoval(platform, other, { programmeId: elsewhere, removalId }))).toBe('programmes.absent')
  const foreign = { programmeId: elsewhere, kind: 'company', subjectId: (await rows('company'))[0].id } as const
  expect(code(await removeRecord(platform, other, foreign))).toBe('programmes.absent')
  expect(code(await previewRemoval(platform, other, removal()))).toBe('programmes.forbidden')
  expect(code(await previewArchive(platform, other, { programmeId }))).toBe('programmes.forbidden')
})

test('before a programme is archived one reads what it holds', async () => {
  expect(value(await previewArchive(platform, operator, { programmeId }))).toMatchObject({
    company: 2,
    contact: 2,
    side: 2,
    role_grant: 1,
  })
})
