import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { systemActor } from '../../accounts/index.ts'
import { type RecordOutcome, recordOutcome } from '../operations/record-outcome.ts'

let count = 0

/** The command of a record with two outside parties and a reference of its own; `facts` change it. */
export const outcomeCommand = (
  programmeId: Id,
  facts: Partial<Omit<RecordOutcome, 'programmeId'>> = {},
): RecordOutcome => ({
  programmeId,
  reference: `T-${++count}`,
  kind: 'joint-development',
  title: { en: `Test outcome ${count}` },
  parties: [
    { companyId: null, sideId: null, name: { en: `First party ${count}` } },
    { companyId: null, sideId: null, name: { en: `Second party ${count}` } },
  ],
  basis: 'signed',
  amount: null,
  grade: 'claimed',
  happenedOn: '2020-10-26',
  eventId: null,
  requestId: null,
  agreementId: null,
  commitmentId: null,
  evidence: null,
  conversions: [],
  announcements: [],
  distinct: false,
  ...facts,
})

/** A recorded outcome of an existing programme. */
export async function buildOutcome(
  platform: Platform,
  programmeId: Id,
  facts: Partial<Omit<RecordOutcome, 'programmeId'>> = {},
): Promise<{ outcomeId: Id }> {
  const recorded = await recordOutcome(platform, systemActor('test'), outcomeCommand(programmeId, facts))
  if (!recorded.ok) throw new Error(recorded.refusal.code)
  return { outcomeId: recorded.value.id }
}
