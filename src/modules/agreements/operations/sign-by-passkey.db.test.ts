import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { type BuiltPasskey, buildPasskey } from '../../accounts/testing/build-passkey.ts'
import { openSigningDocument, openSigningPaper } from '../queries/open-signing-paper.ts'
import { readAgreement } from '../queries/read-agreement.ts'
import { readOwnSigningLink } from '../queries/read-own-signing-link.ts'
import { readSigningState } from '../queries/read-signing-state.ts'
import { type BuiltAgreement, buildAgreement, granted, linkOf, writeMails } from '../testing/build-agreement.ts'
import { freezeAgreement } from './freeze-agreement.ts'
import { sendAgreement } from './move-agreement.ts'
import { prepareSigningPasskey, signByPasskey } from './sign-by-passkey.ts'
import { updateAgreement } from './update-agreement.ts'

const START = '2020-10-26T06:00:00.000Z'
const REFUSED = 'agreements.passkey-refused'

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ now: START })
})
afterAll(() => platform.close())

const code = (result: { ok: true } | { ok: false; refusal: { code: string } }) =>
  result.ok ? 'ok' : result.refusal.code

/** A person who is signed in with the address of a signatory, and has a passkey. */
async function signatoryOf({ programmeId, companyIds, emails }: BuiltAgreement, index: 0 | 1) {
  const person = { programmeId, scopeId: companyIds[index], email: emails[index]! }
  const actor = await buildActor(platform, 'company-representative', person)
  return { actor, passkey: await buildPasskey(platform, actor.personId) }
}

async function setUp() {
  const built = await buildAgreement(platform)
  await writeMails(platform)
  const link = await linkOf(platform, built.emails[0]!)
  const key = { programmeId: built.programmeId, agreementId: built.agreementId }
  return { built, key, link, contentHash: built.contentHash!, ...(await signatoryOf(built, 0)) }
}
type SetUp = Awaited<ReturnType<typeof setUp>>

const prepare = async ({ link, contentHash, actor }: SetUp) =>
  granted(await prepareSigningPasskey(platform, actor, { link, contentHash }))

const sign = ({ link, contentHash, actor }: SetUp, challengeId: string, answer: ReturnType<BuiltPasskey['answer']>) =>
  signByPasskey(platform, actor, { link, contentHash, challengeId, answer })

test('the signatory reads without a code and signs with a passkey; it is recorded as that', async () => {
  const set = await setUp()
  const { built, key, actor, link } = set
  expect(await readSigningState(platform, actor, { link })).toMatchObject({ isSignedIn: true, hasPasskey: true })
  expect(granted(await openSigningPaper(platform, actor, { link, code: null })).isYourTurn).toBe(true)
  expect(granted(await readOwnSigningLink(platform, actor, key))).toEqual({ link })
  const request = await prepare(set)
  const signed = await sign(set, request.challengeId, set.passkey.answer(request))
  expect(signed).toEqual({ ok: true, value: { complete: false } })
  const { signatures } = granted(await readAgreement(platform, built.operator, key))
  expect(signatures.map(({ method, signatoryName }) => [method, signatoryName])).toEqual([['passkey', '김나루']])
})

test('a link forwarded to somebody else opens and signs nothing, whoever they are here', async () => {
  const set = await setUp()
  const { built, key, link, contentHash } = set
  const other = await signatoryOf(built, 1)
  const nobody = { kind: 'anonymous' } as const
  for (const actor of [other.actor, built.speakers[0], built.operator, nobody]) {
    expect([
      code(await openSigningPaper(platform, actor, { link, code: null })),
      code(await openSigningDocument(platform, actor, { link, code: null })),
      code(await prepareSigningPasskey(platform, actor, { link, contentHash })),
      (await readSigningState(platform, actor, { link })).isSignedIn,
    ]).toEqual(['agreements.code-wrong', 'agreements.code-wrong', REFUSED, false])
  }
  expect(granted(await readOwnSigningLink(platform, built.speakers[0], key))).toEqual({ link: null })
  // The passkey of the other signatory, for the challenge of this one.
  const request = await prepare(set)
  expect(code(await sign(set, request.challengeId, other.passkey.answer(request)))).toBe(REFUSED)
})

test('a challenge is good once, for five minutes, on a device that knows its owner, and not before it was made', async () => {
  const set = await setUp()
  const late = await prepare(set)
  platform.clock.advance(5)
  expect(code(await sign(set, late.challengeId, set.passkey.answer(late)))).toBe(REFUSED)
  const early = await prepare(set)
  platform.clock.advance(-1)
  expect(code(await sign(set, early.challengeId, set.passkey.answer(early)))).toBe(REFUSED)
  platform.clock.set(START)
  const failed = await prepare(set)
  const unverified = set.passkey.answer(failed, { userVerified: false })
  expect(code(await sign(set, failed.challengeId, unverified))).toBe(REFUSED)
  // Used up by the try that failed.
  expect(code(await sign(set, failed.challengeId, set.passkey.answer(failed)))).toBe(REFUSED)
  const phished = await prepare(set)
  const elsewhere = set.passkey.answer(phished, { origin: 'https://naru.example.net' })
  expect(code(await sign(set, phished.challengeId, elsewhere))).toBe(REFUSED)
  const once = await prepare(set)
  const answer = set.passkey.answer(once)
  const results = await Promise.all(Array.from({ length: 10 }, () => sign(set, once.challengeId, answer)))
  expect(results.map(code).toSorted()).toEqual([...Array.from({ length: 9 }, () => REFUSED), 'ok'])
})

test('an answer for one text signs no other', async () => {
  const set = await setUp()
  const { built, key, link, actor } = set
  const request = await prepare(set)
  const answer = set.passkey.answer(request)
  const { revision, content } = granted(await readAgreement(platform, built.operator, key))
  const title = { ...content.title, en: 'Another text' }
  granted(await updateAgreement(platform, built.operator, { ...key, ...content, title, revision }))
  granted(await freezeAgreement(platform, built.operator, key))
  granted(await sendAgreement(platform, built.operator, { ...key, expiresAt: null, witness: null }))
  expect(code(await sign(set, request.challengeId, answer))).toBe(REFUSED)
  // With the new link and hash as well: the answer is one for the old text.
  const { contentHash } = granted(await readAgreement(platform, built.operator, key))
  const next = granted(await readOwnSigningLink(platform, actor, key)).link!
  expect(next).not.toBe(link)
  const now = { ...set, link: next, contentHash: contentHash! }
  expect(code(await sign(now, request.challengeId, answer))).toBe(REFUSED)
  const renewed = await prepare(now)
  const old = set.passkey.answer(renewed, { challenge: request.options.challenge })
  expect(code(await sign(now, renewed.challengeId, old))).toBe(REFUSED)
})
