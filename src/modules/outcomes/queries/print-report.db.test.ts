import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import { showsPicture, wearBrand } from '../../programmes/testing/wear-brand.ts'
import { printReport } from './print-report.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

test('the report wears the name, the colour and the picture of the programme', async () => {
  const { programmeId } = await buildProgramme(platform)
  const operator = await buildActor(platform, 'operator', { programmeId })
  const print = async () => {
    const printed = await printReport(platform, operator, { programmeId, locale: 'en' })
    if (!printed.ok) throw new Error(printed.refusal.code)
    return Buffer.from(printed.value.contents as Uint8Array)
  }
  const plain = await print()
  expect(showsPicture(plain)).toBe(false)
  await wearBrand(platform, programmeId)
  const branded = await print()
  expect(branded.subarray(0, 4).toString()).toBe('%PDF')
  expect(showsPicture(branded)).toBe(true)
})
