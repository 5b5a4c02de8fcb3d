import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { confirmingCompany, mayKeepRecords, readableCompanies } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { type OutcomeRow, findOutcome, findOutcomes } from '../store/outcome-store.ts'

export interface OutcomeView extends OutcomeRow {
  readonly may: { readonly edit: boolean; readonly confirm: boolean }
}

const MOST = 2000

const viewOf = (actor: Actor, row: OutcomeRow): OutcomeView => {
  const companyId = confirmingCompany(actor, row.programmeId, row.parties)
  const isRecorded = row.status === 'recorded'
  return {
    ...row,
    may: {
      edit: isRecorded && mayKeepRecords(actor, row.programmeId),
      confirm: isRecorded && companyId !== null && !row.confirmedBy.includes(companyId),
    },
  }
}

/** Records as they stand: all of them for the operator and officials, the own ones for a company. */
export async function listOutcomes(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<OutcomeView[]>> {
  const companies = readableCompanies(actor, programmeId)
  if (companies?.length === 0) return refuseOutcome('absent', 'absent')
  const rows = await findOutcomes(platform.db, programmeId, { companies, limit: MOST })
  return ok(rows.map((row) => viewOf(actor, row)))
}

export async function readOutcome(
  platform: Platform,
  actor: Actor,
  { programmeId, outcomeId }: { readonly programmeId: Id; readonly outcomeId: Id },
): Promise<Result<OutcomeView>> {
  const companies = readableCompanies(actor, programmeId)
  const row = await findOutcome(platform.db, programmeId, outcomeId)
  const isOwn = companies === null || row?.parties.some(({ companyId }) => companyId && companies.includes(companyId))
  return row && isOwn ? ok(viewOf(actor, row)) : refuseOutcome('absent', 'absent')
}
