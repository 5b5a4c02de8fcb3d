import { randomBytes } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { feedTokenHash } from '../queries/calendar-of-feed.ts'
import { readAgenda } from '../queries/read-agenda.ts'
import { type HolderKey, replaceFeed } from '../store/agenda-store.ts'

/** A new secret address for a holder's calendar; the one given out before stops working. */
export async function createCalendarFeed(
  platform: Platform,
  actor: Actor,
  input: { readonly programmeId: Id; readonly eventId: Id } & HolderKey,
): Promise<Result<{ url: string }>> {
  const agenda = await readAgenda(platform, actor, input)
  if (!agenda.ok) return agenda
  const { programmeId, eventId, holder } = agenda.value
  const token = randomBytes(24).toString('base64url')
  await replaceFeed(platform.db, {
    id: platform.newId(),
    programmeId,
    eventId,
    participantId: holder.participantId,
    interpreterId: holder.interpreterId,
    tokenSha256: feedTokenHash(token),
    now: platform.clock.now(),
  })
  return ok({ url: `${platform.config.baseUrl}/calendar/${token}.ics` })
}
