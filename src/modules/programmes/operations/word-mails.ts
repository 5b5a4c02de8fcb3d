import type { Locale } from '../../../kernel/locale.ts'
import { textIn } from '../../../kernel/locale.ts'
import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { MailMessage } from '../../../platform/mail.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { type MailKind, type MailWording, decideWording, wordMail } from '../domain/mail-wording.ts'
import { maySetUp } from '../domain/policy.ts'
import { mailPage } from '../emails/mail-page.ts'
import {
  type Letterhead,
  type WordingKey,
  type WordingRow,
  findLetterhead,
  listWordings,
  saveWording,
} from '../store/wording-store.ts'

/** Our mail of a kind as it would read with made-up facts; handed in by app/, because later stages write most of them. */
export type SampleMail = (kind: MailKind, locale: Locale) => { readonly subject: string; readonly text: string }

/** The words of each kind of mail: the programme's own and ours beside them. */
export async function readMailWordings(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<readonly WordingRow[]>> {
  if (!maySetUp(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  return ok(await listWordings(platform.db, programmeId))
}

export type SaveWording = WordingKey & MailWording

/**
 * An operator's words for one kind of mail in one language; all null: back to ours. Refuses with
 * `programmes.placeholder-unknown`, `programmes.brace-open` or `programmes.subject-lines`.
 */
export async function saveMailWording(platform: Platform, actor: Actor, command: SaveWording): Promise<Result<void>> {
  const { programmeId, kind, locale, subject, intro, footer } = command
  if (!maySetUp(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  const wording = { subject, intro, footer }
  const decided = decideWording(wording)
  if (!decided.ok) return decided
  const now = platform.clock.now()
  await saveWording(platform.db, { programmeId, kind, locale }, wording, now, {
    at: now,
    programmeId,
    ...journalActor(actor),
    action: 'mail-wording.saved',
    subjectKind: 'programme',
    subjectId: programmeId,
    after: { kind, locale, ...wording },
  })
  return ok(undefined)
}

/** How a mail would read with these words, without saving them. Refuses as `saveMailWording` does. */
export async function previewMail(
  platform: Platform,
  actor: Actor,
  { programmeId, kind, locale, subject, intro, footer }: SaveWording,
  sample: SampleMail,
): Promise<Result<{ subject: string; text: string; html: string | null }>> {
  if (!maySetUp(actor, programmeId)) return refuse('forbidden', 'programmes.forbidden')
  const wording = { subject, intro, footer }
  const decided = decideWording(wording)
  if (!decided.ok) return decided
  const letterhead = await findLetterhead(platform.db, { programmeId, kind, locale })
  if (!letterhead) return refuse('absent', 'programmes.absent')
  const ours = { ...sample(kind, locale), dedupeKey: '', toAddress: '', toName: SAMPLE_NAMES[locale], locale }
  const {
    subject: line,
    text,
    html = null,
  } = dress(ours, { ...letterhead, ...wording }, address(platform, programmeId))
  return ok({ subject: line, text, html })
}

/** Whom the mails of the preview greet. */
export const SAMPLE_NAMES: Readonly<Record<Locale, string>> = { ko: '김나루', ru: 'Анна Нарова', en: 'Anna Naru' }

/**
 * Puts a mail of a programme into the outbox in the programme's words and look. Everything a later stage writes to
 * people goes through here.
 */
export async function sendMail(
  platform: Platform,
  { programmeId, kind }: { readonly programmeId: Id; readonly kind: MailKind },
  message: MailMessage,
): Promise<Result<Id>> {
  const letterhead = await findLetterhead(platform.db, { programmeId, kind, locale: message.locale })
  const dressed = letterhead ? dress(message, letterhead, address(platform, programmeId)) : message
  return platform.mail.enqueue(platform.db, dressed)
}

const address = ({ config }: Platform, programmeId: Id): string => `${config.baseUrl}/brand/${programmeId}`

function dress(message: MailMessage, letterhead: Letterhead, brandAddress: string): MailMessage {
  const { locale, toName = '' } = message
  const { programmeName, operatorName, brand } = letterhead
  const operator = textIn(operatorName, locale)
  const values = { programme: textIn(programmeName, locale), operator, name: toName }
  const worded = { ...message, ...wordMail(message, letterhead, values) }
  if (brand.accent === null && brand.logo === null) return worded
  const page = {
    ...brand,
    locale,
    name: textIn(brand.name, locale) || operator,
    logo: brand.logo && `${brandAddress}/logo?v=${brand.logo.slice(0, 12)}`,
  }
  return { ...worded, html: mailPage(worded.text, page) }
}
