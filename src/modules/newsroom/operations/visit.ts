import { createHmac } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import {
  LIKES_A_DAY,
  MAILS_A_DAY,
  MAILS_OF_ONE_ARTICLE,
  MAILS_TO_ONE_ADDRESS,
  checkAddress,
  checkSenderName,
} from '../domain/visitor.ts'
import { refuseNews } from '../domain/refusal.ts'
import { articleMail } from '../emails/article-mail.ts'
import { findPublicArticle } from '../store/reader-store.ts'
import { addViews, countUses, insertLike } from '../store/visitor-store.ts'

/** Stands for an address that nobody can read off it. */
const keyed = (platform: Platform, purpose: string, text: string): string =>
  createHmac('sha256', platform.config.secret).update(`${purpose}\n${text}`).digest('hex').slice(0, 32)

const today = (platform: Platform): string => platform.clock.now().slice(0, 10)

/** Notes that a visitor likes an article, once; needs no sign-in. */
export async function likeArticle(
  platform: Platform,
  { slug, clientAddress }: { readonly slug: string; readonly clientAddress: string },
): Promise<Result<{ likes: number }>> {
  const visitor = keyed(platform, 'visitor', clientAddress)
  const [likesToday = 0] = await countUses(platform.db, [`like/${visitor}`], today(platform))
  if (likesToday > LIKES_A_DAY) return refuseNews('conflict', 'liked-too-often')
  const likes = await insertLike(platform.db, slug, visitor, platform.clock.now())
  return likes === null ? refuseNews('absent', 'absent') : ok({ likes })
}

export interface MailArticle {
  readonly slug: string
  readonly to: string
  /** As the visitor calls themselves; may be empty. */
  readonly from: string
  readonly locale: Locale
  readonly clientAddress: string
}

/**
 * Sends title, subtitle and address of an article to one address. Bounded by visitor, by visitor and article, and by
 * address whoever writes to it; nothing of what the visitor typed but a short name goes out.
 */
export async function mailArticle(
  platform: Platform,
  { slug, to, from, locale, clientAddress }: MailArticle,
): Promise<Result<null>> {
  const address = checkAddress(to)
  if (!address.ok) return address
  const sender = checkSenderName(from)
  if (!sender.ok) return sender
  const article = await findPublicArticle(platform.db, slug, platform.clock.now())
  if (!article) return refuseNews('absent', 'absent')
  const visitor = keyed(platform, 'visitor', clientAddress)
  const limits = [
    { use: `mail/${visitor}`, most: MAILS_A_DAY },
    { use: `mail/${visitor}/${article.id}`, most: MAILS_OF_ONE_ARTICLE },
    { use: `mail-to/${keyed(platform, 'address', address.value)}`, most: MAILS_TO_ONE_ADDRESS },
  ]
  const day = today(platform)
  // Counted outside the transaction of the mail: what was refused counts too.
  const counts = await countUses(
    platform.db,
    limits.map(({ use }) => use),
    day,
  )
  if (limits.some(({ most }, index) => counts[index]! > most)) return refuseNews('conflict', 'mailed-too-often')
  const message = articleMail(article, {
    toAddress: address.value,
    sender: sender.value,
    locale,
    baseUrl: platform.config.baseUrl,
    dedupeKey: `article/${article.id}/${keyed(platform, 'address', address.value)}/${day}/${visitor}`,
  })
  return transaction(platform.db, async (trx): Promise<Result<null>> => {
    const sent = await platform.mail.enqueue(trx, message)
    return sent.ok ? ok(null) : refuseNews('invalid', 'address-malformed')
  })
}

/** Adds views that the pages have gathered. */
export const noteViews = (platform: Platform, views: ReadonlyMap<Id, number>): Promise<void> =>
  views.size === 0 ? Promise.resolve() : addViews(platform.db, today(platform), views)
