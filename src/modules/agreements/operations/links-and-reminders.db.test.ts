import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import { listAgreements } from '../queries/list-agreements.ts'
import { previewAgreement } from '../queries/check-agreement.ts'
import { readAgreementDocument } from '../queries/read-document.ts'
import { readSigningState } from '../queries/read-signing-state.ts'
import {
  type BuiltAgreement,
  buildAgreement,
  codeOf,
  granted,
  linkOf,
  mailsTo,
  writeMails,
} from '../testing/build-agreement.ts'
import { exampleContent } from '../testing/example-content.ts'
import { freezeAgreement } from './freeze-agreement.ts'
import { recallAgreement, sendAgreement, suspendAgreement } from './move-agreement.ts'
import { remindSignatories } from './remind-signatories.ts'
import { declineAgreement, signAgreement } from './sign-agreement.ts'
import { updateAgreement } from './update-agreement.ts'

const START = '2020-10-26T06:00:00.000Z'
const NOBODY = { kind: 'anonymous' } as const

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ now: START })
})
afterAll(() => platform.close())

const key = ({ programmeId, agreementId }: BuiltAgreement) => ({ programmeId, agreementId })
const stateOf = async (link: string) => (await readSigningState(platform, NOBODY, { link })).state

async function linksOf(built: BuiltAgreement): Promise<[string, string]> {
  await writeMails(platform)
  return [await linkOf(platform, built.emails[0]!), await linkOf(platform, built.emails[1]!)]
}

async function sign(built: BuiltAgreement, index: number, link: string) {
  const code = await codeOf(platform, link, built.emails[index]!)
  return granted(await signAgreement(platform, NOBODY, { link, code, contentHash: built.contentHash! }))
}

test('a link says where it stands, and where its code goes without naming the address', async () => {
  const built = await buildAgreement(platform)
  const [first, second] = await linksOf(built)
  expect(await readSigningState(platform, NOBODY, { link: first })).toMatchObject({
    state: 'open',
    codeGoesTo: 's•••@example.org',
    expiresAt: null,
  })
  await sign(built, 0, first)
  expect([await stateOf(first), await stateOf(second)]).toEqual(['signed-by-you', 'open'])
  await sign(built, 1, second)
  expect(await readSigningState(platform, NOBODY, { link: first })).toMatchObject({
    state: 'complete',
    codeGoesTo: null,
    expiresAt: null,
  })
})

test('in order the second reads that it is not the turn yet', async () => {
  const built = await buildAgreement(platform, { signingOrder: 'in-order' })
  const [first] = await linksOf(built)
  await sign(built, 0, first)
  const [, second] = await linksOf(built)
  expect([await stateOf(first), await stateOf(second)]).toEqual(['signed-by-you', 'open'])
})

test('recalled, declined, suspended and expired links say so', async () => {
  const [recalled, declined, suspended, expired] = [
    await buildAgreement(platform),
    await buildAgreement(platform),
    await buildAgreement(platform),
    await buildAgreement(platform, {}, 'frozen'),
  ]
  const reason = 'A reason.'
  const [one] = await linksOf(recalled)
  granted(await recallAgreement(platform, recalled.operator, { ...key(recalled), reason }))
  const [two] = await linksOf(declined)
  const code = await codeOf(platform, two, declined.emails[0]!)
  granted(await declineAgreement(platform, NOBODY, { link: two, code, reason }))
  const [three] = await linksOf(suspended)
  granted(await suspendAgreement(platform, suspended.operator, { ...key(suspended), reason }))
  const expiresAt = '2020-10-26T06:30:00.000Z'
  granted(await sendAgreement(platform, expired.operator, { ...key(expired), expiresAt, witness: null }))
  const [four] = await linksOf(expired)
  platform.clock.advance(31)
  const states = [await stateOf(one), await stateOf(two), await stateOf(three), await stateOf(four)]
  platform.clock.set(START)
  expect(states).toEqual(['recalled', 'declined', 'suspended', 'expired'])
})

test('a link to a text that was changed says so, before and after the new sending; one that was made up says nothing', async () => {
  const built = await buildAgreement(platform)
  const [old] = await linksOf(built)
  const content = exampleContent({ number: `${built.agreementId.slice(0, 8)}-2` })
  const parties = content.parties.map((party, index) => ({
    ...party,
    companyId: built.companyIds[index]!,
    signatory: { ...party.signatory!, email: built.emails[index]! },
  }))
  granted(await updateAgreement(platform, built.operator, { ...key(built), ...content, parties, revision: 3 }))
  expect(await stateOf(old)).toBe('changed')
  platform.clock.advance(1)
  granted(await freezeAgreement(platform, built.operator, key(built)))
  granted(await sendAgreement(platform, built.operator, { ...key(built), expiresAt: null, witness: null }))
  const [fresh] = await linksOf(built)
  platform.clock.set(START)
  expect(fresh).not.toBe(old)
  const forged = `${old.slice(0, -1)}${old.endsWith('A') ? 'B' : 'A'}`
  expect([await stateOf(old), await stateOf(fresh), await stateOf(forged), await stateOf('x')]).toEqual([
    'changed',
    'open',
    'unknown',
    'unknown',
  ])
})

test('a reminder goes to whoever is awaited, once in four hours, by the operator alone', async () => {
  const built = await buildAgreement(platform)
  const [first, second] = await linksOf(built)
  await sign(built, 0, first)
  expect(await remindSignatories(platform, built.speakers[1], key(built))).toMatchObject({ ok: false })
  expect(granted(await remindSignatories(platform, built.operator, key(built)))).toEqual({ reminded: 1 })
  await writeMails(platform)
  const reminders = async (index: number) =>
    (await mailsTo(platform, built.emails[index]!)).filter(({ subject }) => /Напоминание|재안내/.test(subject))
  expect([await reminders(0), (await reminders(1)).length]).toEqual([[], 1])
  expect((await reminders(1))[0]?.text).toContain(second)
  expect(await remindSignatories(platform, built.operator, key(built))).toMatchObject({
    refusal: { code: 'agreements.reminded-lately' },
  })
  platform.clock.advance(4 * 60 + 1)
  expect(granted(await remindSignatories(platform, built.operator, key(built)))).toEqual({ reminded: 1 })
  platform.clock.set(START)
})

test('two reminders at the same instant are one', async () => {
  const built = await buildAgreement(platform)
  const both = await Promise.all([1, 2].map(() => remindSignatories(platform, built.operator, key(built))))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a text that is not saved is checked and filled from the template, for the operator alone', async () => {
  const { programmeId, operator, speakers } = await buildAgreement(platform, {}, 'draft')
  const { clauses, ...content } = exampleContent({ number: 'PREVIEW' })
  const filled = granted(await previewAgreement(platform, operator, { programmeId, ...content, clauses: null }))
  expect([filled.findings, filled.clauses.length]).toEqual([[], clauses.length])
  const changed = clauses.map((clause) =>
    clause.key === 'milestones' ? { ...clause, body: { ...clause.body, ru: 'Поставка до 1 июля 2021 г.' } } : clause,
  )
  const { findings } = granted(
    await previewAgreement(platform, operator, { programmeId, ...content, clauses: changed }),
  )
  expect(findings.map(({ code }) => code)).toContain('date-differs')
  expect(await previewAgreement(platform, speakers[0], { programmeId, ...content, clauses: null })).toMatchObject({
    ok: false,
  })
})

test('a copy of one version can be read as PDF, of a draft as well; a language it does not have is refused', async () => {
  const built = await buildAgreement(platform, { languages: ['ko', 'en'] }, 'draft')
  const copy = granted(await readAgreementDocument(platform, built.operator, { ...key(built), language: 'ko' }))
  expect([copy.name.endsWith('-ko.pdf'), copy.contents.length > 5000]).toEqual([true, true])
  expect(await readAgreementDocument(platform, built.operator, { ...key(built), language: 'ru' })).toMatchObject({
    refusal: { code: 'agreements.no-document' },
  })
})

test('the list is narrowed by type and by what stands in number, title or party, in one programme', async () => {
  const { programmeId, operator, agreementId } = await buildAgreement(platform, { type: 'nda' }, 'draft')
  const found = async (filter: { type?: 'nda' | 'mou'; q?: string }) =>
    granted(await listAgreements(platform, operator, { programmeId, page: 1, pageSize: 50, ...filter })).rows.map(
      ({ id }) => id,
    )
  expect(await found({ type: 'nda' })).toEqual([agreementId])
  expect(await found({ type: 'mou' })).toEqual([])
  expect(await found({ q: 'пример' })).toEqual([agreementId])
  expect(await found({ q: '100%' })).toEqual([])
  const elsewhere = await buildProgramme(platform)
  const stranger = await buildActor(platform, 'operator', { programmeId: elsewhere.programmeId })
  const other = granted(
    await listAgreements(platform, stranger, {
      programmeId: elsewhere.programmeId,
      page: 1,
      pageSize: 50,
      q: 'пример',
    }),
  )
  expect(other.rows).toEqual([])
})
