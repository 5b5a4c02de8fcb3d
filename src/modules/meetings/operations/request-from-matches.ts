import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournalEntries } from '../../../platform/journal.ts'
import type { Actor } from '../../accounts/index.ts'
import { standingOf } from '../../events/index.ts'
import { type RequestRules, mayAskIn } from '../domain/ask.ts'
import { type MatchesToAsk, pairKey, planRequests } from '../domain/from-matches.ts'
import { refuseMeeting } from '../domain/refusal.ts'
import { listNeverRows } from '../store/never-store.ts'
import { findRules, listCandidates, listCompaniesOfEvent, listLivePairs, lockParties } from '../store/pair-store.ts'
import { type EventKey, type RequestOfMany, insertRequests } from '../store/request-store.ts'
import { companiesHeld } from './companies-held.ts'
import { actorId, requestEntry } from './entry.ts'
import { expireMeetingRequests } from './expire-meeting-requests.ts'

export type RequestFromMatches = EventKey & {
  readonly perParticipant: number
  readonly minScore: number
  /** The operator has asked both companies by other means. */
  readonly accepted: boolean
}

export interface RequestedFromMatches {
  readonly created: number
  readonly skipped: number
  /** Of those created: would be accepted, but wait for screening. */
  readonly held: number
}

/**
 * Turns shortlists and the best matches into requests on behalf of their companies, in a constant number of statements.
 * Where they are accepted at once and screening is in force, those of a company that is not cleared stay pending.
 */
export async function requestFromMatches(
  platform: Platform,
  actor: Actor,
  command: RequestFromMatches,
): Promise<Result<RequestedFromMatches>> {
  if (!standingOf(actor, command.programmeId).isOperator) return refuseMeeting('absent', 'absent')
  const save = (cleared: ReadonlySet<Id> | null) =>
    transaction(platform.db, (trx) => saveFromMatches(within(platform, trx), actor, command, cleared))
  const saved = await save(null)
  if (saved !== 'ask-gate') return saved
  // Between two transactions: what the check finds stays, and nobody's row is locked meanwhile.
  const again = await save(await clearedOfEvent(platform, command))
  if (again === 'ask-gate') throw new Error('The gate has been asked')
  return again
}

/** The companies of the event that may be confirmed. */
async function clearedOfEvent(platform: Platform, command: RequestFromMatches): Promise<ReadonlySet<Id>> {
  const companyIds = await listCompaniesOfEvent(platform.db, command)
  const held = await companiesHeld(platform, command.programmeId, async () => companyIds)
  return new Set(companyIds.filter((id) => !held.has(id)))
}

const isAcceptedAtOnce = ({ requestMode }: Pick<RequestRules, 'requestMode'>, { accepted }: RequestFromMatches) =>
  accepted || requestMode === 'opt-out'

/** `platform` is inside the transaction. `cleared` is null while nobody has asked the gate. */
async function saveFromMatches(
  platform: Platform,
  actor: Actor,
  command: RequestFromMatches,
  cleared: ReadonlySet<Id> | null,
): Promise<Result<RequestedFromMatches> | 'ask-gate'> {
  const rules = await findRules(platform.db, command)
  if (!rules) return refuseMeeting('absent', 'absent')
  const { status } = rules
  if (!mayAskIn(standingOf(actor, command.programmeId), status))
    return refuseMeeting('conflict', 'event-not-open', { status })
  const atOnce = isAcceptedAtOnce(rules, command)
  if (atOnce && rules.screeningInForce && cleared === null) return 'ask-gate'
  await expireMeetingRequests(platform, command.eventId)
  const matches = await loadMatches(platform, command)
  const plan = planRequests({ rules, ...matches })
  const companies = new Map(matches.participants.map((one) => [one.participantId, one.companyId]))
  const isCleared = (participantId: Id) => cleared?.has(companies.get(participantId) ?? '') ?? false
  const requests = plan.requests.map((planned): RequestOfMany => {
    const isOpen = !rules.screeningInForce || (isCleared(planned.hostId) && isCleared(planned.guestId))
    return { ...planned, id: platform.newId(), note: null, status: atOnce && isOpen ? 'accepted' : 'pending' }
  })
  const now = platform.clock.now()
  const expiresAt = addMinutes(now, rules.requestExpiryHours * 60)
  const common = { createdBy: actorId(actor), now, expiresAt, decided: command.accepted }
  const written = await saveOnBehalf(platform, actor, command, requests, common)
  return ok({
    created: written.length,
    skipped: plan.skipped + requests.length - written.length,
    held: atOnce ? written.filter((one) => one.status === 'pending').length : 0,
  })
}

async function loadMatches(
  platform: Platform,
  { perParticipant, minScore, ...key }: RequestFromMatches,
): Promise<Omit<MatchesToAsk, 'rules'>> {
  const parties = await lockParties(platform.db, key, platform.clock.now())
  const live = await listLivePairs(platform.db, key)
  const never = await listNeverRows(platform.db, key, null)
  return {
    perParticipant,
    minScore,
    participants: parties.filter(({ status }) => status === 'registered'),
    candidates: await listCandidates(platform.db, key, minScore),
    live: new Set(live.map(({ hostId, guestId }) => pairKey(hostId, guestId))),
    never: new Set(never.map(({ participantId, unwantedId }) => pairKey(participantId, unwantedId))),
  }
}

/** Writes many requests with their journal entries; returns those that were written. `platform` is inside the transaction. */
export async function saveOnBehalf(
  platform: Platform,
  actor: Actor,
  key: EventKey,
  requests: readonly RequestOfMany[],
  common: Parameters<typeof insertRequests>[3],
): Promise<readonly RequestOfMany[]> {
  if (requests.length === 0) return []
  const ids = new Set(await insertRequests(platform.db, key, requests, common))
  const written = requests.filter(({ id }) => ids.has(id))
  const { programmeId, eventId } = key
  await appendJournalEntries(
    platform.db,
    written.map(({ id, hostId, guestId, wish, status }) =>
      requestEntry(platform, actor, { programmeId, requestId: id }, 'meeting-request.created', {
        after: { eventId, hostId, guestId, wish, status, onBehalf: true, expiresAt: common.expiresAt },
      }),
    ),
  )
  return written
}
