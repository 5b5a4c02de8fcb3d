import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import { METHODS } from '../domain/acceptance/criterion.ts'
import { EXAMPLE_CRITERIA } from '../domain/acceptance/example-measurement.ts'
import { summariseCommitments } from '../queries/summarise-commitments.ts'
import { buildCommitments } from '../testing/build-commitment.ts'
import { commitmentsRoutes } from './routes.ts'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform()
})
afterAll(() => platform.close())

const as = (actor: Actor) => ({
  context: {
    platform,
    actor,
    locale: 'en' as const,
    requestId: 'test',
    clientAddress: '127.0.0.1',
    headers: new Headers(),
  },
})
const DONE = { ok: true }
const refusal = (code: string) => ({ refusal: { code: `commitments.${code}` } })

test('a commitment over the wire from entry to fulfilment', async () => {
  const built = await buildCommitments(platform)
  const { programmeId, agreementId, partyIds } = built
  const [operator, owner, partner] = [as(built.operator), as(built.speakers[0]), as(built.speakers[1])]
  const promise = {
    programmeId,
    agreementId,
    partyId: partyIds[0]!,
    what: { en: 'A series of bonded foils' },
    dueOn: '2021-01-31',
    evidenceKind: 'measurement' as const,
  }
  const { id: commitmentId } = await call(commitmentsRoutes.createCommitment, promise, operator)
  const key = { programmeId, commitmentId }
  const criteria = EXAMPLE_CRITERIA['strength-series'].map((one) => ({ ...one }))
  expect(await call(commitmentsRoutes.setCriteria, { ...key, criteria }, operator)).toEqual(DONE)
  const move = { ...key, dueOn: '2021-02-28', reason: 'New furnace' }
  expect(await call(commitmentsRoutes.moveDueDate, move, operator)).toEqual(DONE)
  const file = await call(commitmentsRoutes.readExampleMeasurement, { programmeId, method: 'strength-series' }, owner)
  expect(file.name).toBe('synthetic-strength-series.csv')
  const given = await call(
    commitmentsRoutes.giveEvidence,
    { ...key, note: 'Twenty specimens', file, method: 'strength-series' },
    owner,
  )
  expect(given.assessment?.criteria).toMatchObject([{ key: 'least', met: true }])
  const shown = await call(commitmentsRoutes.readEvidenceFile, { ...key, evidenceId: given.id }, partner)
  expect([shown.name, await shown.text()]).toEqual([file.name, await file.text()])
  const waiting = await call(commitmentsRoutes.readCommitment, key, partner)
  expect(waiting).toMatchObject({ status: 'evidence-given', may: { manage: false, judgeFor: [partyIds[1]] } })
  const verdict = { ...key, evidenceId: given.id, partyId: partyIds[1]!, verdict: 'accept' as const }
  expect(await call(commitmentsRoutes.judgeEvidence, verdict, partner)).toEqual({ status: 'fulfilled' })
  const list = await call(commitmentsRoutes.listCommitments, { programmeId, status: 'fulfilled' }, owner)
  expect([list.rows.map(({ id }) => id), list.fulfilment]).toEqual([[commitmentId], { fulfilled: 1, due: 1, rate: 1 }])
  const { points } = await call(commitmentsRoutes.readTimeline, { programmeId, agreementId }, partner)
  expect(points.filter((one) => one.commitmentId === commitmentId).map(({ kind }) => kind)).toEqual([
    'moved',
    'evidence',
    'verdict',
    'fulfilled',
    'due',
  ])
})

test('for another company of the programme, and for the operator of another, there is no such commitment', async () => {
  const built = await buildCommitments(platform)
  const { programmeId, agreementId, partyIds, prototypeId: commitmentId } = built
  const { companyId } = await buildCompany(platform, { programmeId })
  const stranger = as(await buildActor(platform, 'company-representative', { programmeId, scopeId: companyId }))
  const elsewhere = await buildCommitments(platform)
  const foreign = as(elsewhere.operator)
  const key = { programmeId, commitmentId }
  const absent = refusal('absent')
  const reason = 'x'
  const evidenceId = platform.newId()
  const verdict = { evidenceId, partyId: partyIds[1]!, verdict: 'accept' as const }
  const promise = { agreementId, partyId: partyIds[0]!, what: { en: 'x' }, dueOn: null, evidenceKind: 'visit' as const }
  for (const caller of [stranger, foreign]) {
    const refused = [
      () => call(commitmentsRoutes.readCommitment, key, caller),
      () => call(commitmentsRoutes.readEvidenceFile, { ...key, evidenceId }, caller),
      () => call(commitmentsRoutes.createCommitment, { programmeId, ...promise }, caller),
      () => call(commitmentsRoutes.moveDueDate, { ...key, dueOn: null, reason }, caller),
      () => call(commitmentsRoutes.setCriteria, { ...key, criteria: [] }, caller),
      () => call(commitmentsRoutes.giveEvidence, { ...key, note: 'x' }, caller),
      () => call(commitmentsRoutes.judgeEvidence, { ...key, ...verdict }, caller),
      () => call(commitmentsRoutes.suspendCommitment, { ...key, reason }, caller),
      () => call(commitmentsRoutes.withdrawCommitment, { ...key, reason }, caller),
      () => call(commitmentsRoutes.resumeCommitment, key, caller),
    ]
    for (const one of refused) await expect(one()).rejects.toMatchObject(absent)
    await expect(call(commitmentsRoutes.readTimeline, { programmeId, agreementId }, caller)).rejects.toMatchObject({
      refusal: { code: 'agreements.absent' },
    })
    expect((await call(commitmentsRoutes.listCommitments, { programmeId }, caller)).rows).toEqual([])
  }
  // A commitment of one programme, named under another by that one's operator.
  const mixed = { programmeId: elsewhere.programmeId, commitmentId }
  await expect(call(commitmentsRoutes.readCommitment, mixed, foreign)).rejects.toMatchObject(absent)
  await expect(call(commitmentsRoutes.withdrawCommitment, { ...mixed, reason }, foreign)).rejects.toMatchObject(absent)
  await expect(call(commitmentsRoutes.readEvidenceFile, { ...mixed, evidenceId }, foreign)).rejects.toMatchObject(
    absent,
  )
  // A party sees it and manages nothing.
  const owner = as(built.speakers[0])
  const managing = [
    () => call(commitmentsRoutes.moveDueDate, { ...key, dueOn: null, reason }, owner),
    () => call(commitmentsRoutes.setCriteria, { ...key, criteria: [] }, owner),
    () => call(commitmentsRoutes.suspendCommitment, { ...key, reason }, owner),
    () => call(commitmentsRoutes.withdrawCommitment, { ...key, reason }, owner),
  ]
  for (const one of managing) await expect(one()).rejects.toMatchObject(refusal('not-the-owner'))
  expect(await call(commitmentsRoutes.suspendCommitment, { ...key, reason }, as(built.operator))).toEqual(DONE)
  await expect(call(commitmentsRoutes.resumeCommitment, key, owner)).rejects.toMatchObject(refusal('not-the-owner'))
  expect(await call(commitmentsRoutes.resumeCommitment, key, as(built.operator))).toEqual(DONE)
  expect(await call(commitmentsRoutes.withdrawCommitment, { ...key, reason }, as(built.operator))).toEqual(DONE)
})

test('worked examples are computed from the files that are handed out; the overview says what waits', async () => {
  const { programmeId, prototypeId, operator } = await buildCommitments(platform)
  for (const method of METHODS) {
    const example = await call(commitmentsRoutes.readWorkedExample, { programmeId, method }, as(operator))
    const file = await call(commitmentsRoutes.readExampleMeasurement, { programmeId, method }, as(operator))
    expect(example.assessment.sha256).toBe(sha256Hex(new Uint8Array(await file.arrayBuffer())))
    expect(example.fileName).toBe(file.name)
    expect(example.assessment.criteria.map(({ met }) => met)).toEqual(example.criteria.map(() => true))
  }
  // The overview says what waits: an overdue promise, then evidence that nobody has judged.
  const key = { programmeId, commitmentId: prototypeId }
  const steps = async () => (await summariseCommitments(platform, operator, programmeId)).nextSteps
  expect(await steps()).toEqual([])
  await call(commitmentsRoutes.moveDueDate, { ...key, dueOn: '2020-01-01', reason: 'Test' }, as(operator))
  expect(await steps()).toEqual([{ code: 'see-to-overdue', count: 1 }])
  await call(commitmentsRoutes.giveEvidence, { ...key, note: 'Shown' }, as(operator))
  expect(await steps()).toEqual([{ code: 'judge-evidence', count: 1 }])
})
