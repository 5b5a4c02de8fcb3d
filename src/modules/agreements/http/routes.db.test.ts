import { call } from '@orpc/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import { buildAgreement, codeOf, linkOf, writeMails } from '../testing/build-agreement.ts'
import { exampleContent } from '../testing/example-content.ts'
import { agreementsRoutes } from './routes.ts'

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
const nobody = () => as({ kind: 'anonymous' })
const DONE = { ok: true }
const refusal = (code: string) => ({ refusal: { code: `agreements.${code}` } })

test('from draft to evidence over the wire', async () => {
  const { programmeId, operator: actor, companyIds } = await buildAgreement(platform, {}, 'draft')
  const operator = as(actor)
  const content = exampleContent({ number: 'WIRE-01' })
  const parties = content.parties.map((party, index) => ({ ...party, companyId: companyIds[index]! }))
  const input = JSON.parse(JSON.stringify({ programmeId, ...content, parties, clauses: null }))
  const { id: agreementId } = await call(agreementsRoutes.createAgreement, input, operator)
  const key = { programmeId, agreementId }
  await expect(call(agreementsRoutes.createAgreement, input, operator)).rejects.toMatchObject(refusal('number-taken'))
  const draft = await call(agreementsRoutes.readAgreement, key, operator)
  expect(draft).toMatchObject({ status: 'draft', number: 'WIRE-01', may: { change: true, freeze: true, send: false } })
  expect(await call(agreementsRoutes.checkAgreement, key, operator)).toEqual({ findings: [], unprintable: [] })
  expect(await call(agreementsRoutes.updateAgreement, { ...input, ...key, revision: 1 }, operator)).toEqual({
    revision: 2,
    voided: 0,
  })
  await expect(call(agreementsRoutes.readDocument, key, operator)).rejects.toMatchObject(refusal('no-document'))
  const { contentHash } = await call(agreementsRoutes.freezeAgreement, key, operator)
  expect(await call(agreementsRoutes.sendAgreement, key, operator)).toEqual(DONE)
  await expect(call(agreementsRoutes.readEvidence, key, operator)).rejects.toMatchObject(refusal('not-signed'))
  await writeMails(platform)
  for (const { signatory } of content.parties) {
    const link = await linkOf(platform, signatory!.email)
    expect(await call(agreementsRoutes.requestSigningCode, { link }, nobody())).toEqual(DONE)
    const code = await codeOf(platform, link, signatory!.email)
    const paper = await call(agreementsRoutes.openSigningPaper, { link, code }, nobody())
    expect(paper).toMatchObject({ contentHash, isYourTurn: true })
    expect(JSON.stringify(paper)).not.toContain('@example.org')
    expect((await call(agreementsRoutes.openSigningDocument, { link, code }, nobody())).type).toBe('application/pdf')
    await call(agreementsRoutes.signAgreement, { link, code, contentHash, consent: true }, nobody())
  }
  expect((await call(agreementsRoutes.readDocument, key, operator)).name).toBe('WIRE-01.pdf')
  expect((await call(agreementsRoutes.readEvidence, key, operator)).type).toBe('application/zip')
  const { rows, total } = await call(agreementsRoutes.listAgreements, { programmeId, status: 'signed' }, operator)
  expect([total, rows.map(({ number, signatures }) => [number, signatures])]).toEqual([1, [['WIRE-01', 2]]])
})

test('the remaining steps', async () => {
  const built = await buildAgreement(platform, { mode: 'ceremony' })
  const { programmeId, agreementId, partyIds } = built
  const [key, operator] = [{ programmeId, agreementId }, as(built.operator)]
  expect(await call(agreementsRoutes.suspendAgreement, { ...key, reason: 'Law' }, operator)).toEqual(DONE)
  expect(await call(agreementsRoutes.resumeAgreement, key, operator)).toEqual(DONE)
  for (const partyId of partyIds) await call(agreementsRoutes.recordCeremonySignature, { ...key, partyId }, operator)
  const file = new File(['%PDF-1.7 scan'], 'scan.pdf')
  const kept = await call(agreementsRoutes.addCeremonyFile, { ...key, kind: 'scan', file }, operator)
  expect(kept.sha256).toMatch(/^[0-9a-f]{64}$/)
  const scan = await call(agreementsRoutes.readCeremonyFile, { ...key, ceremonyFileId: kept.id }, operator)
  expect([scan.name, scan.type, await scan.text()]).toEqual(['scan.pdf', 'application/pdf', '%PDF-1.7 scan'])
  const foreign = as((await buildAgreement(platform)).operator)
  const stolen = call(agreementsRoutes.readCeremonyFile, { ...key, ceremonyFileId: kept.id }, foreign)
  await expect(stolen).rejects.toMatchObject(refusal('absent'))
  const other = await buildAgreement(platform)
  const otherKey = { programmeId: other.programmeId, agreementId: other.agreementId }
  expect(await call(agreementsRoutes.recallAgreement, { ...otherKey, reason: 'Typo' }, as(other.operator))).toEqual(
    DONE,
  )
  const recorded = {
    programmeId,
    number: 'R-1',
    type: 'investment' as const,
    title: { en: 'Investment agreement' },
    parties: exampleContent().parties.map(({ signatory: _, ...party }) => party),
    subject: {},
    amount: { minor: 500_000_000, currency: 'USD' as const },
    announcedAs: null,
    signedOn: '2020-10-26',
    source: 'Newspaper',
    note: { en: 'Nothing more is known.' },
  }
  const { id } = await call(agreementsRoutes.recordAgreement, recorded, operator)
  expect(await call(agreementsRoutes.readAgreement, { programmeId, agreementId: id }, operator)).toMatchObject({
    origin: 'recorded',
    status: 'signed',
    contentHash: null,
    signatures: [],
    may: { change: false, freeze: false, send: false, recall: false, suspend: true },
  })
  const tooMuch = { ...recorded, number: 'R-2', amount: { minor: 9_007_199_254_740_992, currency: 'KRW' as const } }
  await expect(call(agreementsRoutes.recordAgreement, tooMuch, operator)).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})

test('for another company of the programme, and for the operator of another, there is no such agreement', async () => {
  const built = await buildAgreement(platform, { mode: 'ceremony' })
  const { programmeId, agreementId, partyIds, speakers } = built
  const { companyId } = await buildCompany(platform, { programmeId })
  const stranger = as(await buildActor(platform, 'company-representative', { programmeId, scopeId: companyId }))
  const elsewhere = await buildAgreement(platform)
  const foreign = as(elsewhere.operator)
  const key = { programmeId, agreementId }
  for (const caller of [stranger, foreign]) {
    const hidden = [
      () => call(agreementsRoutes.readAgreement, key, caller),
      () => call(agreementsRoutes.checkAgreement, key, caller),
      () => call(agreementsRoutes.readDocument, key, caller),
      () => call(agreementsRoutes.readEvidence, key, caller),
    ]
    for (const one of hidden) await expect(one()).rejects.toMatchObject(refusal('absent'))
    expect(await call(agreementsRoutes.listAgreements, { programmeId }, caller)).toEqual({ rows: [], total: 0 })
  }
  const content = JSON.parse(JSON.stringify(exampleContent({ number: 'X-1' })))
  const [partyId = ''] = partyIds
  const reason = 'x'
  const file = new File(['%PDF-1.7 scan'], 'scan.pdf')
  const recorded = {
    ...content,
    subject: {},
    amount: null,
    announcedAs: null,
    signedOn: '2020-10-26',
    source: 'x',
    note: {},
  }
  // A party reads its agreement and manages nothing; the operator of another programme does neither.
  for (const caller of [as(speakers[0]), stranger, foreign]) {
    const refused = [
      () => call(agreementsRoutes.createAgreement, { programmeId, ...content }, caller),
      () => call(agreementsRoutes.recordAgreement, { programmeId, ...recorded }, caller),
      () => call(agreementsRoutes.updateAgreement, { ...key, ...content, revision: 1 }, caller),
      () => call(agreementsRoutes.freezeAgreement, key, caller),
      () => call(agreementsRoutes.sendAgreement, key, caller),
      () => call(agreementsRoutes.recallAgreement, { ...key, reason }, caller),
      () => call(agreementsRoutes.suspendAgreement, { ...key, reason }, caller),
      () => call(agreementsRoutes.resumeAgreement, key, caller),
      () => call(agreementsRoutes.recordCeremonySignature, { ...key, partyId }, caller),
      () => call(agreementsRoutes.addCeremonyFile, { ...key, kind: 'scan', file }, caller),
    ]
    for (const one of refused) await expect(one()).rejects.toMatchObject(refusal('absent'))
  }
  // An operator of one programme who names an agreement of another under the own programme.
  const mixed = { programmeId: elsewhere.programmeId, agreementId }
  await expect(call(agreementsRoutes.readAgreement, mixed, foreign)).rejects.toMatchObject(refusal('absent'))
  await expect(call(agreementsRoutes.freezeAgreement, mixed, foreign)).rejects.toMatchObject(refusal('absent'))
  await expect(call(agreementsRoutes.recordCeremonySignature, { ...mixed, partyId }, foreign)).rejects.toMatchObject(
    refusal('absent'),
  )
  const own = await call(agreementsRoutes.readAgreement, key, as(speakers[1]))
  expect(own.parties.map(({ signatory }) => signatory?.email)).toEqual([null, null])
})

test('a draft is shown to nobody but operator and official; parties must be of the programme', async () => {
  const built = await buildAgreement(platform, {}, 'draft')
  const key = { programmeId: built.programmeId, agreementId: built.agreementId }
  await expect(call(agreementsRoutes.readAgreement, key, as(built.speakers[0]))).rejects.toMatchObject(
    refusal('absent'),
  )
  const official = as(await buildActor(platform, 'official', { programmeId: built.programmeId }))
  expect((await call(agreementsRoutes.readAgreement, key, official)).may.freeze).toBe(false)
  const { companyId } = await buildCompany(platform)
  const content = exampleContent({ number: 'X-2' })
  const parties = content.parties.map((party) => ({ ...party, companyId }))
  const input = JSON.parse(JSON.stringify({ programmeId: built.programmeId, ...content, parties }))
  await expect(call(agreementsRoutes.createAgreement, input, as(built.operator))).rejects.toMatchObject(
    refusal('company-absent'),
  )
})
