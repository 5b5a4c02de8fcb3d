import { afterAll, beforeAll, expect, test } from 'vitest'
import { knownFingerprint } from '../../../platform/documents/signing-identity.ts'
import { type TimeStampService, startTimeStampService } from '../../../platform/documents/testing/time-stamp-service.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { checkBundle } from '../documents/check-bundle.ts'
import { readAgreement } from '../queries/read-agreement.ts'
import { readEvidence } from '../queries/read-evidence.ts'
import { type BuiltAgreement, buildAgreement, codeOf, granted, linkOf, writeMails } from '../testing/build-agreement.ts'
import { signAgreement } from './sign-agreement.ts'

const STAMPED = '2020-10-26T06:00:07.000Z'

let service: TimeStampService
let platform: TestPlatform
beforeAll(async () => {
  service = await startTimeStampService()
  platform = await openTestPlatform({ config: { timeStampUrl: service.url } })
})
afterAll(async () => {
  await platform.close()
  await service.close()
})

async function sign(built: BuiltAgreement, index: number): Promise<void> {
  const email = built.emails[index]!
  await writeMails(platform)
  const link = await linkOf(platform, email)
  const code = await codeOf(platform, link, email)
  granted(await signAgreement(platform, { kind: 'anonymous' }, { link, code, contentHash: built.contentHash! }))
}

const stampsOf = (signatures: readonly { stampedAt: string | null; stampProblem: string | null }[]) =>
  signatures.map(({ stampedAt, stampProblem }) => [stampedAt, stampProblem])

test('signatures are stamped; without a good answer they are kept, and everybody is told', async () => {
  const built = await buildAgreement(platform)
  await sign(built, 0)
  service.misbehaviour = 'wrong-nonce'
  const before = service.asked
  await sign(built, 1)
  service.misbehaviour = null
  // Not asked again for the seal of the same moment.
  expect(service.asked - before).toBe(1)
  const key = { programmeId: built.programmeId, agreementId: built.agreementId }
  const { status, signatures } = granted(await readAgreement(platform, built.operator, key))
  const expected = [
    [STAMPED, null],
    [null, 'invalid'],
  ]
  expect([status, stampsOf(signatures)]).toEqual(['signed', expected])
  const { contents } = granted(await readEvidence(platform, built.operator, key))
  const checked = checkBundle(contents, [knownFingerprint(platform.config.dataDir)!])
  expect(checked).toMatchObject({ problems: [], trusted: true })
  expect([checked.levels.map(({ level }) => level), stampsOf(checked.signatures)]).toEqual([
    ['B-T', 'B-B', 'B-B'],
    expected,
  ])
})

test('nobody waits for the authority: the agreement is not locked while it is asked', async () => {
  const built = await buildAgreement(platform)
  const locks: string[] = []
  service.meanwhile = async () => {
    const client = await platform.database.authPool.connect()
    try {
      await client.query('begin')
      await client.query('select from agreement where id = $1 for update nowait', [built.agreementId])
      locks.push('free')
    } catch (error) {
      locks.push(String(error))
    } finally {
      await client.query('rollback')
      client.release()
    }
  }
  await sign(built, 0)
  service.meanwhile = null
  expect(locks).toEqual(['free'])
})

test('of two who sign while the authority is asked, the slower signs again onto what the faster has signed', async () => {
  const built = await buildAgreement(platform)
  const before = service.asked
  service.meanwhile = async () => {
    service.meanwhile = null
    await sign(built, 1)
  }
  await sign(built, 0)
  // Once in vain, once for the faster, and for signature and seal of the slower.
  expect(service.asked - before).toBe(4)
  const key = { programmeId: built.programmeId, agreementId: built.agreementId }
  const { status, signatures } = granted(await readAgreement(platform, built.operator, key))
  expect([status, signatures.length]).toEqual(['signed', 2])
  const { contents } = granted(await readEvidence(platform, built.operator, key))
  const checked = checkBundle(contents, [knownFingerprint(platform.config.dataDir)!])
  expect([checked.problems, checked.levels.map(({ level }) => level)]).toEqual([[], ['B-T', 'B-T', 'B-T']])
})
