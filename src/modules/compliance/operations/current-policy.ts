import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { DEFAULT_LIMITS } from '../domain/gate.ts'
import { DEFAULT_THRESHOLD } from '../engine/index.ts'
import { type PolicyRecord, loadPolicy } from '../store/policy-store.ts'

const DEFAULTS = { inForce: false, threshold: DEFAULT_THRESHOLD, ...DEFAULT_LIMITS, technologyRequired: false }

/** What the programme demands now, with its lists. */
export const currentPolicy = (platform: Platform, programmeId: Id): Promise<PolicyRecord> =>
  loadPolicy(platform.db, programmeId, DEFAULTS)
