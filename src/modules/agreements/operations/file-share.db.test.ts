import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildEntry, buildScreening } from '../../compliance/testing/build-watch-list.ts'
import { readAgreementDocument } from '../queries/read-document.ts'
import { type BuiltAgreement, buildAgreement, granted } from '../testing/build-agreement.ts'
import { recordCeremonySignature } from './conduct-ceremony.ts'
import { freezeAgreement } from './freeze-agreement.ts'

const LISTED = 'Vymysel Optronika'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

/** The second company is on a list from here on. */
async function listSecond({ programmeId, companyIds }: BuiltAgreement) {
  await platform.database.pool.query(`update company set name = $2 where id = $1`, [
    companyIds[1],
    JSON.stringify({ en: LISTED }),
  ])
  await buildScreening(platform, { programmeId, entries: [buildEntry({ id: '1', name: LISTED })] })
}

const read = (actor: Actor, { programmeId, agreementId }: BuiltAgreement, language?: 'ko') =>
  readAgreementDocument(platform, actor, { programmeId, agreementId, language })

test('what is not signed yet goes to no company while one of the parties is held', async () => {
  const built = await buildAgreement(platform, {}, 'frozen')
  const [first, second] = built.speakers
  expect(granted(await read(first, built)).mediaType).toBe('application/pdf')
  await listSecond(built)
  const told = [await read(first, built), await read(first, built, 'ko'), await read(second, built)]
  expect(told).toMatchObject(told.map(() => ({ ok: false, refusal: { code: 'compliance.gate-closed' } })))
  expect(JSON.stringify(told)).not.toContain('Vymysel')
  expect(granted(await read(built.operator, built)).mediaType).toBe('application/pdf')
  const { speakers } = await buildAgreement(platform)
  expect(await read(speakers[0], built)).toMatchObject({ refusal: { kind: 'absent', code: 'agreements.absent' } })
})

test('a text is not frozen, and so not shown to its parties, while one of them is held', async () => {
  const built = await buildAgreement(platform, {}, 'draft')
  await listSecond(built)
  expect(await freezeAgreement(platform, built.operator, built)).toMatchObject({
    refusal: { code: 'compliance.gate-closed-by', detail: { gate: 'file-share', party: LISTED } },
  })
})

test('what all have signed is theirs', async () => {
  const built = await buildAgreement(platform, { mode: 'ceremony' })
  const { programmeId, agreementId, partyIds, operator, speakers } = built
  for (const partyId of partyIds) {
    granted(await recordCeremonySignature(platform, operator, { programmeId, agreementId, partyId }))
  }
  await listSecond(built)
  expect(granted(await read(speakers[0], built)).mediaType).toBe('application/pdf')
})
