import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type CommitmentStatus, type Fulfilment, fulfilmentOf } from '../domain/commitment.ts'
import { visibleCompanies } from '../domain/policy.ts'
import { listCommitmentRows } from '../store/commitment-store.ts'
import { type CommitmentView, viewCommitment } from './view-commitment.ts'

const MOST = 2000

export interface ListCommitments {
  readonly programmeId: Id
  readonly agreementId?: Id | undefined
  readonly status?: CommitmentStatus | undefined
}

/**
 * Commitments, nearest day first, with the rate of those that were fulfilled: of the programme for operator and officials,
 * of the own agreements for a company. The rate is over all of them, whatever state is asked for.
 */
export async function listCommitments(
  platform: Platform,
  actor: Actor,
  { programmeId, agreementId, status }: ListCommitments,
): Promise<Result<{ rows: CommitmentView[]; fulfilment: Fulfilment }>> {
  const companies = visibleCompanies(actor, programmeId)
  const now = platform.clock.now()
  if (companies !== null && companies.length === 0) return ok({ rows: [], fulfilment: fulfilmentOf([], now) })
  const filter = { programmeId, agreementId: agreementId ?? null, companies, limit: MOST }
  const all = await listCommitmentRows(platform.db, filter)
  const rows = all.map((row) => viewCommitment(row, actor, now))
  return ok({
    rows: status ? rows.filter((row) => row.status === status) : rows,
    fulfilment: fulfilmentOf(all, now),
  })
}
