import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { type Db, transaction } from '../../../platform/database/handle.ts'
import { appendJournalEntries } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { standingOf } from '../../events/index.ts'
import { mayAskIn } from '../domain/ask.ts'
import { type MatchesToAsk, pairKey, planRequests } from '../domain/from-matches.ts'
import { refuseMeeting } from '../domain/refusal.ts'
import { listNeverRows } from '../store/never-store.ts'
import { findRules, listCandidates, listLivePairs, lockParties } from '../store/pair-store.ts'
import { type EventKey, type RequestOfMany, insertRequests } from '../store/request-store.ts'
import { actorId, requestEntry } from './entry.ts'
import { expireMeetingRequests } from './expire-meeting-requests.ts'

export type RequestFromMatches = EventKey & {
  readonly perParticipant: number
  readonly minScore: number
  /** The operator has asked both companies by other means. */
  readonly accepted: boolean
}

/** Turns shortlists and the best matches into requests on behalf of their companies, in a constant number of statements. */
export async function requestFromMatches(
  platform: Platform,
  actor: Actor,
  command: RequestFromMatches,
): Promise<Result<{ created: number; skipped: number }>> {
  const by = standingOf(actor, command.programmeId)
  if (!by.isOperator) return refuseMeeting('absent', 'absent')
  return transaction(platform.db, async (trx): Promise<Result<{ created: number; skipped: number }>> => {
    const rules = await findRules(trx, command)
    if (!rules) return refuseMeeting('absent', 'absent')
    if (!mayAskIn(by, rules.status)) return refuseMeeting('conflict', 'event-not-open', { status: rules.status })
    await expireMeetingRequests(within(platform, trx), command.eventId)
    const plan = planRequests({ rules, ...(await loadMatches(platform, trx, command)) })
    const accepted = command.accepted || rules.requestMode === 'opt-out'
    const requests = plan.requests.map((planned): RequestOfMany => ({
      ...planned,
      id: platform.newId(),
      note: null,
      status: accepted ? 'accepted' : 'pending',
    }))
    const now = platform.clock.now()
    const expiresAt = addMinutes(now, rules.requestExpiryHours * 60)
    const common = { createdBy: actorId(actor), now, expiresAt, decided: command.accepted }
    const created = await saveOnBehalf(platform, trx, actor, command, requests, common)
    return ok({ created, skipped: plan.skipped + requests.length - created })
  })
}

async function loadMatches(
  platform: Platform,
  trx: Db,
  { perParticipant, minScore, ...key }: RequestFromMatches,
): Promise<Omit<MatchesToAsk, 'rules'>> {
  const parties = await lockParties(trx, key, platform.clock.now())
  const live = await listLivePairs(trx, key)
  const never = await listNeverRows(trx, key, null)
  return {
    perParticipant,
    minScore,
    participants: parties.filter(({ status }) => status === 'registered'),
    candidates: await listCandidates(trx, key, minScore),
    live: new Set(live.map(({ hostId, guestId }) => pairKey(hostId, guestId))),
    never: new Set(never.map(({ participantId, unwantedId }) => pairKey(participantId, unwantedId))),
  }
}

/** Writes many requests with their journal entries; returns how many were written. */
export async function saveOnBehalf(
  platform: Platform,
  trx: Db,
  actor: Actor,
  key: EventKey,
  requests: readonly RequestOfMany[],
  common: Parameters<typeof insertRequests>[3],
): Promise<number> {
  if (requests.length === 0) return 0
  const written = new Set(await insertRequests(trx, key, requests, common))
  const { programmeId, eventId } = key
  await appendJournalEntries(
    trx,
    requests
      .filter(({ id }) => written.has(id))
      .map(({ id, hostId, guestId, wish, status }) =>
        requestEntry(platform, actor, { programmeId, requestId: id }, 'meeting-request.created', {
          after: { eventId, hostId, guestId, wish, status, onBehalf: true, expiresAt: common.expiresAt },
        }),
      ),
  )
  return written.size
}
