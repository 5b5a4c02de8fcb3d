import type { Id } from '../../../kernel/id.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { gatePartiesOfRecords } from '../../companies/index.ts'
import { checkGate } from '../../compliance/index.ts'
import type { OutcomeParty } from '../domain/outcome.ts'

/** Whether what these parties have done may be counted. */
export const askGate = (
  platform: Platform,
  actor: Actor,
  programmeId: Id,
  parties: readonly OutcomeParty[],
): Promise<Result<unknown>> =>
  checkGate(platform, {
    programmeId,
    gate: 'outcome-count',
    parties: () => gatePartiesOfRecords(platform, programmeId, parties),
    actor,
  })
