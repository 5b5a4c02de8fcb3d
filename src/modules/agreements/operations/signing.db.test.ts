import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestPlatform, openTestPlatform } from '../../../platform/testing.ts'
import { checkBundle } from '../documents/check-bundle.ts'
import { readAgreement } from '../queries/read-agreement.ts'
import { readAgreementDocument } from '../queries/read-document.ts'
import { readEvidence } from '../queries/read-evidence.ts'
import { openSigningPaper } from '../queries/open-signing-paper.ts'
import { knownFingerprint } from '../../../platform/documents/signing-identity.ts'
import {
  type BuiltAgreement,
  buildAgreement,
  codeOf,
  granted,
  linkOf,
  mailsTo,
  writeMails,
} from '../testing/build-agreement.ts'
import { showsPicture, wearBrand } from '../../programmes/testing/wear-brand.ts'
import { exampleContent } from '../testing/example-content.ts'
import { addCeremonyFile, recordCeremonySignature } from './conduct-ceremony.ts'
import { expireAgreements } from './expire-agreements.ts'
import { freezeAgreement } from './freeze-agreement.ts'
import { recallAgreement, resumeAgreement, sendAgreement, suspendAgreement } from './move-agreement.ts'
import { declineAgreement, signAgreement } from './sign-agreement.ts'
import { updateAgreement } from './update-agreement.ts'

const START = '2020-10-26T06:00:00.000Z'
const NOBODY = { kind: 'anonymous' } as const

let platform: TestPlatform
beforeAll(async () => {
  platform = await openTestPlatform({ now: START })
})
afterAll(() => platform.close())

const codes = <T>(results: readonly ({ ok: true; value: T } | { ok: false; refusal: { code: string } })[]) =>
  results.map((result) => (result.ok ? 'ok' : result.refusal.code))

async function sign(built: BuiltAgreement, index: number) {
  const email = built.emails[index]!
  await writeMails(platform)
  const link = await linkOf(platform, email)
  const code = await codeOf(platform, link, email)
  return signAgreement(platform, NOBODY, { link, code, contentHash: built.contentHash! })
}

const key = ({ programmeId, agreementId }: BuiltAgreement) => ({ programmeId, agreementId })
const read = async (built: BuiltAgreement) => granted(await readAgreement(platform, built.operator, key(built)))

describe('signing by mail', () => {
  test('the document wears what the programme wore when its text was fixed, signed or not', async () => {
    const built = await buildAgreement(platform, {}, 'draft')
    await wearBrand(platform, built.programmeId)
    granted(await freezeAgreement(platform, built.operator, key(built)))
    granted(await sendAgreement(platform, built.operator, { ...key(built), expiresAt: null, witness: '박입회' }))
    const { contentHash } = await read(built)
    const document = async () =>
      Buffer.from(granted(await readAgreementDocument(platform, built.operator, key(built))).contents)
    const frozen = await document()
    expect(showsPicture(frozen)).toBe(true)
    await wearBrand(platform, built.programmeId, '#0000ff')
    await platform.database.pool.query('update programme set logo_file_id = null where id = $1', [built.programmeId])
    expect(await document()).toEqual(frozen)
    expect(codes([await sign({ ...built, contentHash }, 0), await sign({ ...built, contentHash }, 1)])).toEqual([
      'ok',
      'ok',
    ])
    // Signatures are added behind what was fixed, byte by byte.
    expect((await document()).subarray(0, frozen.length)).toEqual(frozen)
    const copy = granted(await readAgreementDocument(platform, built.operator, { ...key(built), language: 'ko' }))
    expect(showsPicture(copy.contents)).toBe(false)
  })

  test('two signatories, each in their language; the document carries both signatures and the seal', async () => {
    const built = await buildAgreement(platform)
    expect(codes([await sign(built, 0), await sign(built, 1)])).toEqual(['ok', 'ok'])
    const agreement = await read(built)
    expect(agreement).toMatchObject({ status: 'signed', signedAt: START, sealedAt: START, awaitedParties: [] })
    expect(
      agreement.signatures.map(({ position, method, signatoryName }) => [position, method, signatoryName]),
    ).toEqual([
      [1, 'mailed-code', '김나루'],
      [2, 'mailed-code', 'Анна Иванова'],
    ])
    await writeMails(platform)
    const [asked, code, done] = await mailsTo(platform, built.emails[1]!)
    expect([asked?.locale, asked?.subject, code?.subject.slice(8), done?.subject]).toEqual([
      'ru',
      'На подпись: Соглашение о совместной разработке',
      expect.stringContaining('ваш код для EX-'),
      'Подписано всеми сторонами: Соглашение о совместной разработке',
    ])
    const pdf = granted(await readAgreementDocument(platform, built.speakers[1], key(built)))
    expect(pdf.contents.length).toBeLessThan(200_000)
  })

  test.skipIf(spawnSync('pdfsig', ['-v']).error)(
    'poppler finds every signature of the document good (skipped without pdfsig of poppler-utils)',
    async () => {
      const built = await buildAgreement(platform)
      granted(await sign(built, 0))
      granted(await sign(built, 1))
      const pdf = granted(await readAgreementDocument(platform, built.operator, key(built)))
      const path = join(platform.config.dataDir, 'signed.pdf')
      writeFileSync(path, pdf.contents)
      const { stdout } = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' })
      expect(stdout.match(/Signature Validation: .*/g)).toEqual(
        Array.from({ length: 3 }, () => 'Signature Validation: Signature is Valid.'),
      )
      expect(stdout.match(/Total document signed/g)).toHaveLength(1)
    },
  )

  test('a forwarded link opens nothing without the code, and five wrong codes use it up', async () => {
    const built = await buildAgreement(platform)
    await writeMails(platform)
    const [email, other] = built.emails as [string, string]
    const link = await linkOf(platform, email)
    expect(codes([await openSigningPaper(platform, NOBODY, { link, code: '000000' })])).toEqual([
      'agreements.code-wrong',
    ])
    const code = await codeOf(platform, link, email)
    expect(granted(await openSigningPaper(platform, NOBODY, { link, code })).isYourTurn).toBe(true)
    // The code of one signatory does not go with the link of another, nor with a link that was made up.
    const foreign = await linkOf(platform, other)
    const forged = `${built.agreementId}.${built.partyIds[1]}.${link.split('.')[2]}`
    expect(
      codes([
        await openSigningPaper(platform, NOBODY, { link: foreign, code }),
        await openSigningPaper(platform, NOBODY, { link: forged, code }),
        await openSigningPaper(platform, NOBODY, { link: 'nonsense', code }),
      ]),
    ).toEqual(Array.from({ length: 3 }, () => 'agreements.code-wrong'))
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
    const guesses = await Promise.all(
      Array.from({ length: 20 }, () => openSigningPaper(platform, NOBODY, { link, code: wrong })),
    )
    expect(new Set(codes(guesses))).toEqual(new Set(['agreements.code-wrong']))
    expect(codes([await openSigningPaper(platform, NOBODY, { link, code })])).toEqual(['agreements.code-wrong'])
  })

  test('a code is good for ten minutes, by a clock that may jump back, and asked for once a minute', async () => {
    const built = await buildAgreement(platform)
    await writeMails(platform)
    const [email] = built.emails as [string]
    const link = await linkOf(platform, email)
    const code = await codeOf(platform, link, email)
    expect(await codeOf(platform, link, email)).toBe(code)
    platform.clock.advance(-5)
    const before = await openSigningPaper(platform, NOBODY, { link, code })
    platform.clock.advance(5 + 9.9)
    const within = await openSigningPaper(platform, NOBODY, { link, code })
    platform.clock.advance(0.1)
    const after = await openSigningPaper(platform, NOBODY, { link, code })
    platform.clock.set(START)
    expect(codes([before, within, after])).toEqual(['agreements.code-wrong', 'ok', 'agreements.code-wrong'])
  })

  test('in order the second is written to when the first has signed', async () => {
    const built = await buildAgreement(platform, { signingOrder: 'in-order' })
    await writeMails(platform)
    expect([await linkOf(platform, built.emails[1]!), (await read(built)).awaitedParties]).toEqual([
      '',
      [built.partyIds[0]],
    ])
    granted(await sign(built, 0))
    granted(await sign(built, 1))
    expect((await read(built)).status).toBe('signed')
  })

  test('declined, recalled, expired: nobody signs any more, and all are told', async () => {
    const declined = await buildAgreement(platform)
    await writeMails(platform)
    const link = await linkOf(platform, declined.emails[0]!)
    const code = await codeOf(platform, link, declined.emails[0]!)
    granted(await declineAgreement(platform, NOBODY, { link, code, reason: '내부 검토' }))
    expect(await read(declined)).toMatchObject({ status: 'declined', reason: '내부 검토' })
    await writeMails(platform)
    expect((await mailsTo(platform, declined.emails[1]!)).at(-1)?.text).toContain('отказалась подписывать')
    expect(codes([await sign(declined, 1)])).toEqual(['agreements.code-wrong'])

    const recalled = await buildAgreement(platform)
    granted(await recallAgreement(platform, recalled.operator, { ...key(recalled), reason: 'Typo' }))
    expect(codes([await sign(recalled, 0)])).toEqual(['agreements.code-wrong'])

    const expired = await buildAgreement(platform, {}, 'frozen')
    const expiresAt = '2020-10-27T06:00:00.000Z'
    granted(await sendAgreement(platform, expired.operator, { ...key(expired), expiresAt, witness: null }))
    platform.clock.set(expiresAt)
    expect((await read(expired)).status).toBe('expired')
    expect([await expireAgreements(platform), await expireAgreements(platform)]).toEqual([1, 0])
    platform.clock.set(START)
  })

  test('a change after the first signature voids it: another text is sent and signed anew', async () => {
    const built = await buildAgreement(platform)
    granted(await sign(built, 0))
    const oldLink = await linkOf(platform, built.emails[1]!)
    const oldCode = await codeOf(platform, oldLink, built.emails[1]!)
    const { revision, content } = await read(built)
    const title = { ko: '개정 협약서', en: 'Amended agreement', ru: 'Изменённое соглашение' }
    const change = { ...key(built), ...content, title, revision }
    expect(granted(await updateAgreement(platform, built.operator, change))).toEqual({
      revision: revision + 1,
      voided: 1,
    })
    expect(codes([await updateAgreement(platform, built.operator, change)])).toEqual(['agreements.changed-meanwhile'])
    expect(await read(built)).toMatchObject({ status: 'draft', contentHash: null })
    granted(await freezeAgreement(platform, built.operator, key(built)))
    granted(await sendAgreement(platform, built.operator, { ...key(built), expiresAt: null, witness: null }))
    const stale = { link: oldLink, code: oldCode, contentHash: built.contentHash! }
    expect(codes([await signAgreement(platform, NOBODY, stale)])).toEqual(['agreements.code-wrong'])
    const { contentHash } = await read(built)
    platform.clock.advance(2)
    granted(await sign({ ...built, contentHash }, 0))
    granted(await sign({ ...built, contentHash }, 1))
    const signed = await read(built)
    platform.clock.set(START)
    expect(signed.signatures.map(({ voidedAt }) => voidedAt !== null)).toEqual([true, false, false])
    expect(codes([await updateAgreement(platform, built.operator, { ...change, revision: signed.revision })])).toEqual([
      'agreements.not-in-state',
    ])
  })

  test('an authority that lapsed, before sending and while it waits', async () => {
    const lapsed = async (authorityUntil: string) => {
      const content = exampleContent()
      const parties = content.parties.map((party) => ({ ...party, signatory: { ...party.signatory!, authorityUntil } }))
      return buildAgreement(platform, { parties: parties as never }, 'draft')
    }
    const before = await lapsed('2020-10-25')
    expect(codes([await freezeAgreement(platform, before.operator, key(before))])).toEqual([
      'agreements.authority-lapsed',
    ])
    const later = await lapsed('2020-10-26')
    granted(await freezeAgreement(platform, later.operator, key(later)))
    platform.clock.advance(24 * 60)
    const late = await sendAgreement(platform, later.operator, { ...key(later), expiresAt: null, witness: null })
    platform.clock.set(START)
    expect(codes([late])).toEqual(['agreements.authority-lapsed'])
  })

  test('suspended by law and taken up again', async () => {
    const built = await buildAgreement(platform)
    granted(await suspendAgreement(platform, built.operator, { ...key(built), reason: 'Regulation 1/2020' }))
    expect(codes([await sign(built, 0)])).toEqual(['agreements.code-wrong'])
    expect(await read(built)).toMatchObject({ status: 'suspended-by-law', reason: 'Regulation 1/2020' })
    granted(await resumeAgreement(platform, built.operator, key(built)))
    platform.clock.advance(2)
    granted(await sign(built, 0))
    platform.clock.set(START)
  })

  test('of a hundred signatures at the same instant one is recorded', { timeout: 60_000 }, async () => {
    const built = await buildAgreement(platform)
    await writeMails(platform)
    const [email] = built.emails as [string]
    const link = await linkOf(platform, email)
    const code = await codeOf(platform, link, email)
    const command = { link, code, contentHash: built.contentHash! }
    const results = await Promise.all(Array.from({ length: 100 }, () => signAgreement(platform, NOBODY, command)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await read(built)).signatures).toHaveLength(1)

    const ceremony = await buildAgreement(platform, { mode: 'ceremony' })
    const slot = { ...key(ceremony), partyId: ceremony.partyIds[0]! }
    const recorded = await Promise.all(
      Array.from({ length: 100 }, () => recordCeremonySignature(platform, ceremony.operator, slot)),
    )
    expect(
      [...Map.groupBy(codes(recorded), (code) => code)].map(([code, all]) => [code, all.length]).toSorted(),
    ).toEqual([
      ['agreements.already-signed', 99],
      ['ok', 1],
    ])
  })
})

describe('ceremony', () => {
  const png = (width: number, height: number) => {
    const bytes = Buffer.alloc(40)
    Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bytes)
    bytes.writeUInt32BE(width, 16)
    bytes.writeUInt32BE(height, 20)
    return new File([bytes], 'scan.png')
  }

  test('in the order of the parties; the scan is sealed afterwards', async () => {
    const built = await buildAgreement(platform, { mode: 'ceremony', signingOrder: 'in-order' })
    const { operator, partyIds } = built
    const record = (index: number) =>
      recordCeremonySignature(platform, operator, { ...key(built), partyId: partyIds[index]! })
    expect(codes([await record(1), await record(0), await record(0), await record(1)])).toEqual([
      'agreements.not-your-turn',
      'ok',
      'agreements.already-signed',
      'ok',
    ])
    await writeMails(platform)
    expect(await mailsTo(platform, built.emails[0]!)).toEqual([])
    const add = (kind: 'scan' | 'photograph', file: File) =>
      addCeremonyFile(platform, operator, { ...key(built), kind, file })
    const svg = new File(['<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], 'photo.png')
    expect(
      codes([
        await add('photograph', svg),
        await add('photograph', new File(['%PDF-1.7 '], 'a.pdf')),
        await add('photograph', png(30_000, 30_000)),
        await add('photograph', png(1200, 800)),
        await add('scan', png(1654, 2339)),
      ]),
    ).toEqual(['agreements.file-kind', 'agreements.file-kind', 'agreements.picture-too-large', 'ok', 'ok'])
    const evidence = granted(await readEvidence(platform, operator, key(built)))
    const fingerprint = knownFingerprint(platform.config.dataDir)!
    expect(checkBundle(evidence.contents, [fingerprint])).toMatchObject({ problems: [], trusted: true })
  })

  test('nobody signs by mail what is signed on paper, nor the other way round', async () => {
    const mailed = await buildAgreement(platform)
    const slot = { ...key(mailed), partyId: mailed.partyIds[0]! }
    expect(codes([await recordCeremonySignature(platform, mailed.operator, slot)])).toEqual(['agreements.not-ceremony'])
    const paper = await buildAgreement(platform, { mode: 'ceremony' })
    expect(codes([await sign(paper, 0)])).toEqual(['agreements.code-wrong'])
  })
})

describe('before sending', () => {
  test('what differs cannot be frozen', async () => {
    const content = exampleContent()
    const clauses = content.clauses.map((clause) =>
      clause.key === 'amount' ? { ...clause, body: { ...clause.body, ko: '총사업비는 5천만 달러로 한다.' } } : clause,
    )
    const built = await buildAgreement(platform, { clauses }, 'draft')
    expect(await freezeAgreement(platform, built.operator, key(built))).toMatchObject({
      refusal: { code: 'agreements.checks-failed', detail: { count: 3 } },
    })
  })

  test('a character without a glyph is named, never printed as a box', async () => {
    const built = await buildAgreement(platform, { title: { ko: '협약 😀', en: 'שלום', ru: 'Nguyễn' } }, 'draft')
    expect(await freezeAgreement(platform, built.operator, key(built))).toMatchObject({
      refusal: { code: 'agreements.glyph-missing', detail: { characters: '😀 ש ל ו ם' } },
    })
  })
})
