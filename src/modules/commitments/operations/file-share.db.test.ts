import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { granted } from '../../agreements/testing/build-agreement.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildEntry, buildScreening } from '../../compliance/testing/build-watch-list.ts'
import { readCommitment } from '../queries/read-commitment.ts'
import { readEvidenceFile } from '../queries/read-evidence-file.ts'
import { buildCommitments } from '../testing/build-commitment.ts'
import { giveEvidence } from './give-evidence.ts'

const LISTED = 'Vymysel Optronika'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ now: '2020-10-26T06:00:00.000Z' })
})
afterAll(() => platform.close())

test('a file of evidence goes to the other party only while both are cleared', async () => {
  const built = await buildCommitments(platform)
  const { programmeId, prototypeId: commitmentId, speakers, operator, companyIds } = built
  const [owner, other] = speakers
  const key = { programmeId, commitmentId }
  const file = new File(['%PDF-1.7 test report'], 'report.pdf', { type: 'application/pdf' })
  const give = (note: string, shown: File | null) =>
    giveEvidence(platform, owner, { ...key, note, file: shown, method: null })
  const first = granted(await give('Before the list named anybody', file))
  const take = (actor: typeof owner) => readEvidenceFile(platform, actor, { ...key, evidenceId: first.id })
  expect(granted(await take(other)).name).toBe('report.pdf')

  await platform.database.pool.query(`update company set name = $2 where id = $1`, [
    companyIds[1],
    JSON.stringify({ en: LISTED }),
  ])
  await buildScreening(platform, { programmeId, entries: [buildEntry({ id: '1', name: LISTED })] })
  const told = [await give('After', file), await take(other)]
  expect(told).toMatchObject([0, 1].map(() => ({ ok: false, refusal: { code: 'compliance.gate-closed' } })))
  expect(JSON.stringify(told)).not.toContain('Vymysel')
  // Words alone are no file; whose file it is, and who looks after the programme, still have it.
  granted(await give('In words', null))
  expect([granted(await take(owner)).name, granted(await take(operator)).name]).toEqual(['report.pdf', 'report.pdf'])
  expect(granted(await readCommitment(platform, operator, key)).evidence).toHaveLength(2)

  const stranger = await buildActor(platform, 'company-representative', {
    programmeId,
    scopeId: (await buildCommitments(platform)).companyIds[0],
  })
  expect([
    await take(stranger),
    await giveEvidence(platform, stranger, { ...key, note: 'x', file, method: null }),
  ]).toMatchObject([0, 1].map(() => ({ ok: false, refusal: { kind: 'absent', code: 'commitments.absent' } })))
})
