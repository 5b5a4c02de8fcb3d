import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayKeepRecords } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { saveExplanation } from '../store/announced-figure-store.ts'
import { entryOf } from './entry.ts'

/** Says why an announced number differs from what the records give. Neither number is touched. */
export async function explainDifference(
  platform: Platform,
  actor: Actor,
  command: { readonly programmeId: Id; readonly announcedId: Id; readonly explanation: LocalizedText },
): Promise<Result<null>> {
  const { programmeId, announcedId } = command
  if (!mayKeepRecords(actor, programmeId)) return refuseOutcome('forbidden', 'forbidden')
  const entry = entryOf(platform, actor, programmeId, {
    action: 'figure.explained',
    subjectKind: 'announced-figure',
    subjectId: announcedId,
  })
  return (await saveExplanation(platform.db, command, entry)) ? ok(null) : refuseOutcome('absent', 'absent')
}
