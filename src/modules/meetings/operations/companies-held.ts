import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { gatePartiesOf } from '../../companies/index.ts'
import { partiesHeld } from '../../compliance/index.ts'

/**
 * The companies whose meetings nobody confirms: those that the gate `meeting-confirmation` is closed for. Nobody where
 * screening is not in force.
 */
export const companiesHeld = (
  platform: Platform,
  programmeId: Id,
  companyIds: () => Promise<readonly Id[]>,
): Promise<ReadonlySet<Id>> =>
  partiesHeld(platform, {
    programmeId,
    gate: 'meeting-confirmation',
    parties: async () => gatePartiesOf(platform, programmeId, await companyIds()),
  })
