import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayManageCases, maySeeCase } from '../domain/policy.ts'
import { type CaseOwner, findCases, findOwners } from '../store/case-store.ts'
import { type CaseView, viewCase } from './view-case.ts'

const MOST = 2000

/** All cases the reader may see, nearest next action first, and who may look after them. */
export async function listCases(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<{ rows: CaseView[]; owners: CaseOwner[] }> {
  if (!maySeeCase(actor, { programmeId, confidential: false })) return { rows: [], owners: [] }
  const rows = await findCases(platform.db, programmeId, {
    confidential: mayManageCases(actor, programmeId),
    limit: MOST,
  })
  return { rows: rows.map((row) => viewCase(platform, actor, row)), owners: await findOwners(platform.db, programmeId) }
}
