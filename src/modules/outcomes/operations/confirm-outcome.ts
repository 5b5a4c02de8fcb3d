import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, representedCompanies } from '../../accounts/index.ts'
import { type Grade, gradeAfterConfirmation } from '../domain/outcome.ts'
import { confirmingCompany } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { findOutcome } from '../store/outcome-store.ts'
import { type OutcomeKey, saveMove } from './change-outcome.ts'

/** A company of the parties says that it is so: claimed becomes one side, and both sides once the other says so too. */
export async function confirmOutcome(
  platform: Platform,
  actor: Actor,
  { programmeId, outcomeId }: OutcomeKey,
): Promise<Result<{ grade: Grade }>> {
  if (representedCompanies(actor, programmeId).length === 0) return refuseOutcome('absent', 'absent')
  const row = await findOutcome(platform.db, programmeId, outcomeId)
  // Of what others have agreed a company learns nothing here.
  const companyId = row && confirmingCompany(actor, programmeId, row.parties)
  if (!row || companyId === null) return refuseOutcome('absent', 'absent')
  if (row.status === 'withdrawn') return refuseOutcome('conflict', 'withdrawn')
  if (row.confirmedBy.includes(companyId)) return ok({ grade: row.grade })
  const confirmedBy = [...row.confirmedBy, companyId]
  const grade = gradeAfterConfirmation(row.grade, row.parties, confirmedBy)
  const saved = await saveMove(platform, actor, row, { ...row, confirmedBy, grade }, 'outcome.confirmed')
  return saved.ok ? ok({ grade }) : saved
}
