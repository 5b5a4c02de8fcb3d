import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Finding, checkConsistency } from '../domain/consistency.ts'
import { unprintable } from '../documents/typeset-agreement.ts'
import type { AgreementKey } from '../store/agreement-store.ts'
import { findVisible } from './read-agreement.ts'

/** Where language versions and record differ, and which characters the document could not show. */
export async function checkAgreement(
  platform: Platform,
  actor: Actor,
  key: AgreementKey,
): Promise<Result<{ findings: Finding[]; unprintable: string[] }>> {
  const found = await findVisible(platform, actor, key)
  if (!found.ok) return found
  const { content, origin } = found.value
  // Of what was concluded elsewhere there is no text to compare.
  if (origin === 'recorded') return ok({ findings: [], unprintable: [] })
  return ok({ findings: checkConsistency(content), unprintable: unprintable(content) })
}
