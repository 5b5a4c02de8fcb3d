import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { maySee } from '../domain/policy.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { type AgreementKey, type AgreementRecord, findAgreement } from '../store/agreement-store.ts'
import { type AgreementView, viewAgreement } from './view-agreement.ts'

/** For whoever is no party to it and does not see the programme, the agreement does not exist. */
export async function findVisible(
  platform: Platform,
  actor: Actor,
  key: AgreementKey,
): Promise<Result<AgreementRecord>> {
  const agreement = await findAgreement(platform.db, key)
  const facts = agreement && {
    status: agreement.status,
    companyIds: agreement.parties.map(({ companyId }) => companyId),
  }
  return agreement && facts && maySee(actor, key.programmeId, facts)
    ? ok(agreement)
    : refuseAgreement('absent', 'absent')
}

export async function readAgreement(
  platform: Platform,
  actor: Actor,
  key: AgreementKey,
): Promise<Result<AgreementView>> {
  const found = await findVisible(platform, actor, key)
  return found.ok ? ok(viewAgreement(found.value, actor, platform.clock.now())) : found
}
