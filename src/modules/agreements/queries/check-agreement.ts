import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Id } from '../../../kernel/id.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Finding, checkConsistency } from '../domain/consistency.ts'
import { unprintable } from '../documents/typeset-agreement.ts'
import type { Clause } from '../domain/clause.ts'
import { mayManage } from '../domain/policy.ts'
import { refuseAgreement } from '../domain/refusal.ts'
import { type ContentInput, prepareContent } from '../operations/prepare-content.ts'
import type { AgreementKey } from '../store/agreement-store.ts'
import { findVisible } from './read-agreement.ts'

export interface Checked {
  readonly findings: readonly Finding[]
  readonly unprintable: string[]
}

/** Where language versions and record differ, and which characters the document could not show. */
export async function checkAgreement(platform: Platform, actor: Actor, key: AgreementKey): Promise<Result<Checked>> {
  const found = await findVisible(platform, actor, key)
  if (!found.ok) return found
  const { content, origin } = found.value
  // Of what was concluded elsewhere there is no text to compare.
  if (origin === 'recorded') return ok({ findings: [], unprintable: [] })
  return ok({ findings: checkConsistency(content), unprintable: unprintable(content) })
}

/** The same of a text that is being written and not saved; nothing is kept. */
export async function previewAgreement(
  platform: Platform,
  actor: Actor,
  { programmeId, ...input }: ContentInput & { readonly programmeId: Id },
): Promise<Result<Checked & { readonly clauses: readonly Clause[] }>> {
  if (!mayManage(actor, programmeId)) return refuseAgreement('absent', 'absent')
  const prepared = await prepareContent(platform, programmeId, input)
  if (!prepared.ok) return prepared
  const { content } = prepared.value
  return ok({ findings: checkConsistency(content), unprintable: unprintable(content), clauses: content.clauses })
}
