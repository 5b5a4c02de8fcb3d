import type { Instant } from '../../../kernel/instant.ts'
import { type Refusal, type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Stage } from './stage.ts'

/** Parts a programme can do without, in the order of the chain. */
export const FEATURES = [
  'screening',
  'matching',
  'consultation',
  'rooms',
  'cases',
  'agreements',
  'commitments',
  'outcomes',
  'newsroom',
  'catalogue',
] as const
export type Feature = (typeof FEATURES)[number]

/** What a part consists of, and the part it makes no sense without. */
const PARTS: Readonly<Record<Feature, { readonly stages: readonly Stage[]; readonly needs?: Feature }>> = {
  screening: { stages: ['compliance'] },
  matching: { stages: ['matching'] },
  consultation: { stages: ['events', 'meetings', 'scheduling'] },
  rooms: { stages: ['rooms'], needs: 'consultation' },
  cases: { stages: ['cases'] },
  agreements: { stages: ['agreements'] },
  commitments: { stages: ['commitments'], needs: 'agreements' },
  outcomes: { stages: ['outcomes'] },
  newsroom: { stages: ['newsroom'] },
  // Of the public pages alone; what is in it is published in the stage of companies.
  catalogue: { stages: [] },
}

/** With what makes no sense without them, in the order of the chain. */
export const switchedOff = (off: readonly string[]): Feature[] =>
  FEATURES.filter((feature) => off.includes(feature) || off.includes(PARTS[feature].needs ?? ''))

/** The stages nobody can enter while these parts are switched off. */
export const closedStages = (off: readonly string[]): Stage[] =>
  switchedOff(off).flatMap((feature) => PARTS[feature].stages)

export const partOf = (stage: string): Feature | undefined =>
  FEATURES.find((feature) => PARTS[feature].stages.some((each) => each === stage))

export interface GateFacts {
  readonly archivedAt: Instant | null
  readonly featuresOff: readonly string[]
}

export interface AskedRoute {
  /** `['meetings', 'list']` */
  readonly name: readonly string[]
  readonly method: string
}

/** Of an archived programme: people may still be taken out of it, and it can come back. */
const ALLOWED_WHEN_ARCHIVED: ReadonlySet<string> = new Set([
  'programmes.restoreProgramme',
  'accounts.leaveProgramme',
  'accounts.erasePerson',
  'accounts.revokeRole',
])

/**
 * Whether a route may be used in a programme as it is set up, whoever asks. Refuses with `programmes.feature-off` and,
 * for writes, `programmes.archived`.
 */
export function decideRoute({ archivedAt, featuresOff }: GateFacts, { name, method }: AskedRoute): Result<void> {
  const [stage = ''] = name
  if (closedStages(featuresOff).some((each) => each === stage)) {
    return refuse('conflict', 'programmes.feature-off', { feature: partOf(stage) ?? '' })
  }
  const isWrite = method !== 'GET'
  if (archivedAt !== null && isWrite && !ALLOWED_WHEN_ARCHIVED.has(name.join('.'))) return archived
  return ok(undefined)
}

const archived: { ok: false; refusal: Refusal } = refuse('conflict', 'programmes.archived')
