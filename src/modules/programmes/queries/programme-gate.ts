import type { Id } from '../../../kernel/id.ts'
import type { Refusal } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type AskedRoute, type GateFacts, decideRoute } from '../domain/feature.ts'
import { findGateFacts } from '../store/setup-store.ts'

/** How long a process believes what it has read: a switch that is turned holds everywhere after this time. */
const KEEP_MS = 1000
const MOST_KEPT = 10_000

interface Kept {
  readonly facts: Promise<GateFacts | null>
  readonly readMs: number
}

/** Asked before every route of a programme, after who may call it: what `decideRoute` says, or null. */
export type ProgrammeGate = (programmeId: Id, route: AskedRoute) => Promise<Refusal | null>

/** Reads a programme at most once a second, so that a busy event does not ask with every request. */
export function createProgrammeGate(platform: Platform, keepMs = KEEP_MS): ProgrammeGate {
  const known = new Map<Id, Kept>()
  const read = (programmeId: Id): Promise<GateFacts | null> => {
    const now = performance.now()
    const kept = known.get(programmeId)
    if (kept && now - kept.readMs < keepMs) return kept.facts
    if (known.size >= MOST_KEPT) known.clear()
    const facts = findGateFacts(platform.db, programmeId)
    known.set(programmeId, { facts, readMs: now })
    // What could not be read is asked for anew.
    facts.catch(() => known.delete(programmeId))
    return facts
  }
  return async (programmeId, route) => {
    const facts = await read(programmeId)
    const decided = facts ? decideRoute(facts, route) : null
    // What has just been changed here holds here at once.
    if (route.method !== 'GET' && route.name[0] === 'programmes') known.delete(programmeId)
    return decided && !decided.ok ? decided.refusal : null
  }
}
