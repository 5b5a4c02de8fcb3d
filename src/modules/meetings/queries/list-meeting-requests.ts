import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Standing, standingOf } from '../../events/index.ts'
import { isOpenTo } from '../domain/decision.ts'
import { languagePair } from '../domain/language-pair.ts'
import type { Decision } from '../domain/policy.ts'
import { refuseMeeting } from '../domain/refusal.ts'
import { REQUEST_STATUSES, type RequestStatus } from '../domain/request.ts'
import {
  type RequestFilter,
  type RequestRow,
  countRequests,
  eventExists,
  listRequestRows,
} from '../store/listing-store.ts'

export interface ListMeetingRequests {
  readonly programmeId: Id
  readonly eventId: Id
  readonly companyId?: Id | undefined
  readonly status?: RequestStatus | undefined
  readonly page: number
  readonly pageSize: number
}

/** A request as one reader sees it. */
export interface RequestView extends RequestRow {
  readonly languagePair: string | null
  readonly may: Readonly<Record<Decision, boolean>>
}

export interface RequestList {
  readonly rows: RequestView[]
  readonly total: number
  readonly byStatus: Record<RequestStatus, number>
}

/** Requests of an event, newest first: all of them for the operator and officials, the own ones for a company. */
export async function listMeetingRequests(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId, companyId, status, page, pageSize }: ListMeetingRequests,
): Promise<Result<RequestList>> {
  const by = standingOf(actor, programmeId)
  if (!by.seesProgramme && by.companies.length === 0) return refuseMeeting('absent', 'absent')
  const now = platform.clock.now()
  const filter: RequestFilter = {
    programmeId,
    eventId,
    now,
    ...(by.seesProgramme ? {} : { companies: by.companies }),
    ...(companyId ? { companyId } : {}),
  }
  if (!(await eventExists(platform.db, programmeId, eventId))) return refuseMeeting('absent', 'absent')
  const counts = await countRequests(platform.db, filter)
  const byStatus = Object.fromEntries(REQUEST_STATUSES.map((one) => [one, counts[one] ?? 0])) as RequestList['byStatus']
  const total = status ? byStatus[status] : Object.values(byStatus).reduce((sum, count) => sum + count, 0)
  const paging = { limit: pageSize, offset: (page - 1) * pageSize }
  const rows = await listRequestRows(platform.db, { ...filter, ...(status ? { status } : {}) }, paging)
  return ok({ rows: rows.map((row) => viewOf(row, by, now)), total, byStatus })
}

export function viewOf(row: RequestRow, by: Standing, now: Instant): RequestView {
  const facts = { ...row, hostCompanyId: row.host.companyId, guestCompanyId: row.guest.companyId }
  return {
    ...row,
    languagePair: languagePair(row.hostLanguages, row.guestLanguages),
    waitsForScreening: row.waitsForScreening && by.seesProgramme,
    may: {
      accept: isOpenTo(facts, by, 'accept', now),
      decline: isOpenTo(facts, by, 'decline', now),
      cancel: isOpenTo(facts, by, 'cancel', now),
    },
  }
}
