import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { AgreementStatus, AgreementType } from '../domain/agreement.ts'
import { visibleCompanies } from '../domain/policy.ts'
import { listAgreementRows } from '../store/agreement-store.ts'
import { type AgreementView, viewAgreement } from './view-agreement.ts'

export interface ListAgreements {
  readonly programmeId: Id
  readonly status?: AgreementStatus | undefined
  readonly type?: AgreementType | undefined
  readonly q?: string | undefined
  readonly page: number
  readonly pageSize: number
}

/** All of the programme for operator and officials; for a company those it is a party to, drafts excepted. */
export async function listAgreements(
  platform: Platform,
  actor: Actor,
  { programmeId, status, type, q, page, pageSize }: ListAgreements,
): Promise<Result<{ rows: AgreementView[]; total: number }>> {
  const companies = visibleCompanies(actor, programmeId)
  if (companies !== null && companies.length === 0) return ok({ rows: [], total: 0 })
  const now = platform.clock.now()
  const paging = { limit: pageSize, offset: (page - 1) * pageSize }
  const { rows, total } = await listAgreementRows(platform.db, {
    programmeId,
    companies,
    status: status ?? null,
    type: type ?? null,
    q: q || null,
    ...paging,
  })
  return ok({ rows: rows.map((row) => viewAgreement(row, actor, now)), total })
}
