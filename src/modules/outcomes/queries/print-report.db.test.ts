import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import { printReport } from './print-report.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** One red pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
)

test('the report wears the name, the colour and the picture of the programme', async () => {
  const { programmeId } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const print = async () => {
    const printed = await printReport(platform, operator, { programmeId, locale: 'en' })
    if (!printed.ok) throw new Error(printed.refusal.code)
    return Buffer.from(printed.value.contents as Uint8Array)
  }
  const plain = await print()
  expect(plain.includes('/Subtype/Image') || plain.includes('/Subtype /Image')).toBe(false)
  const file = await platform.files.store(platform.db, { name: 'logo.png', mediaType: 'image/png', contents: PNG })
  if (!file.ok) throw new Error(file.refusal.code)
  await platform.database.pool.query('update programme set accent = $1, logo_file_id = $2 where id = $3', [
    '#7a1f3d',
    file.value.id,
    programmeId,
  ])
  const branded = await print()
  expect(branded.subarray(0, 4).toString()).toBe('%PDF')
  expect(branded.includes('/Subtype/Image') || branded.includes('/Subtype /Image')).toBe(true)
})
