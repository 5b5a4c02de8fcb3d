import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Result } from '../../../kernel/result.ts'
import { within } from '../../../platform/context.ts'
import { type TestPlatform, drainJournal } from '../../../platform/testing.ts'
import type { Actor } from '../../accounts/index.ts'
import { buildActor } from '../../accounts/testing/build-person.ts'
import { buildCompany } from '../../companies/testing/build-company.ts'
import { buildProgramme } from '../../programmes/testing/build-programme.ts'
import type { AgreementContent } from '../domain/agreement.ts'
import { notifySignatories } from '../jobs/notify-signatories.ts'
import { createAgreement } from '../operations/create-agreement.ts'
import { freezeAgreement } from '../operations/freeze-agreement.ts'
import { sendAgreement } from '../operations/move-agreement.ts'
import { requestSigningCode } from '../operations/request-signing-code.ts'
import { findAgreement } from '../store/agreement-store.ts'
import { EXAMPLE_PARTIES, exampleContent } from './example-content.ts'

export const granted = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.detail ?? {})}`)
  return result.value
}

export interface BuiltAgreement {
  readonly programmeId: Id
  readonly agreementId: Id
  /** In their order. */
  readonly partyIds: readonly Id[]
  readonly companyIds: readonly [Id, Id]
  readonly operator: Actor
  /** People who speak for the companies. */
  readonly speakers: readonly [Actor, Actor]
  readonly emails: readonly string[]
  readonly contentHash: string | null
}

const LOCALES: readonly Locale[] = ['ko', 'ru']
let count = 0

/** An agreement of a company of each side, as a draft or further on its way. */
export async function buildAgreement(
  platform: TestPlatform,
  change: Partial<AgreementContent> = {},
  until: 'draft' | 'frozen' | 'sent' = 'sent',
): Promise<BuiltAgreement> {
  const { programmeId, sides } = await buildProgramme(platform)
  const [first, second] = [
    await buildCompany(platform, { programmeId, sideId: sides[0].id }),
    await buildCompany(platform, { programmeId, sideId: sides[1].id }),
  ]
  const operator = await buildActor(platform, 'operator', { programmeId })
  const speak = (scopeId: Id, locale: Locale) =>
    buildActor(platform, 'company-representative', { programmeId, scopeId, locale })
  const number = `EX-${String(++count).padStart(3, '0')}`
  const emails = EXAMPLE_PARTIES.map((_, index) => `signer-${index + 1}-${number.toLowerCase()}@example.org`)
  const parties = EXAMPLE_PARTIES.map((party, index) => ({
    ...party,
    companyId: [first.companyId, second.companyId][index]!,
    signatory: { ...party.signatory!, email: emails[index]!, locale: LOCALES[index]! },
  }))
  const content = exampleContent({ number, parties, ...change })
  const { id: agreementId } = granted(await createAgreement(platform, operator, { programmeId, ...content }))
  const key = { programmeId, agreementId }
  if (until !== 'draft') granted(await freezeAgreement(platform, operator, key))
  if (until === 'sent') granted(await sendAgreement(platform, operator, { ...key, expiresAt: null, witness: '박입회' }))
  const stored = (await findAgreement(platform.db, key))!
  return {
    ...key,
    partyIds: stored.parties.map(({ id }) => id),
    companyIds: [first.companyId, second.companyId],
    operator,
    speakers: [await speak(first.companyId, 'ko'), await speak(second.companyId, 'ru')],
    emails,
    contentHash: stored.contentHash,
  }
}

/** Lets the mails be written that wait in the journal. */
export const writeMails = (platform: TestPlatform): Promise<number> =>
  drainJournal(platform, {
    reader: notifySignatories.reader,
    handle: (entries, trx) => notifySignatories.handle(within(platform, trx), entries),
  })

export async function mailsTo(
  platform: TestPlatform,
  email: string,
): Promise<{ subject: string; text: string; locale: string }[]> {
  const { rows } = await platform.database.pool.query<{ subject: string; text: string; locale: string }>(
    'select subject, body_text as text, locale from mail where to_address = $1 order by created_at, id',
    [email],
  )
  return rows
}

/** The link in the newest mail that asks for a signature. */
export async function linkOf(platform: TestPlatform, email: string): Promise<string> {
  const mails = await mailsTo(platform, email)
  const links = mails.flatMap(({ text }) => /\/app\/sign#(\S+)/.exec(text)?.[1] ?? [])
  return links.at(-1) ?? ''
}

/** Asks for a code and reads it in the mail. */
export async function codeOf(platform: TestPlatform, link: string, email: string): Promise<string> {
  await requestSigningCode(platform, { kind: 'anonymous' }, { link })
  await writeMails(platform)
  const codes = (await mailsTo(platform, email)).flatMap(({ text }) => /^(\d{6})$/m.exec(text)?.[1] ?? [])
  return codes.at(-1) ?? ''
}
