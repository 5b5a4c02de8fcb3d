import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Gate, type GateOutcome, NOT_IN_FORCE, type PartyStanding, isSoft, passes } from '../domain/gate.ts'
import type { GateParty } from '../domain/party.ts'
import { type Actor, mayRead } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { daysBetween } from '../domain/state.ts'
import { technologyPasses } from '../domain/technology.ts'
import type { PolicyRecord } from '../store/policy-store.ts'
import { findQuestionnairesOf } from '../store/technology-store.ts'
import { currentPolicy } from './current-policy.ts'
import { screenParties } from './screen-parties.ts'

export interface GateQuestion {
  readonly programmeId: Id
  readonly gate: Gate
  /** Who is concerned. As a function it is asked only where screening is in force. */
  readonly parties: readonly GateParty[] | (() => Promise<readonly GateParty[]>)
  /** Records (agreement, profile) whose technology is handed over. */
  readonly technologies?: readonly Id[]
  /** Who wants to pass. Only those who may read screenings are told whom the gate is closed for. */
  readonly actor: Actor
}

/**
 * Whether something may go on for these parties: the one question that later stages ask here. Whoever was not checked
 * yet, or not with the current lists, is checked first. A hard gate refuses what is not cleared, and it refuses too when
 * a list is old or the check fails; a soft one says so in the outcome. Where screening is not in force the outcome says
 * that and nothing is cleared.
 *
 * To be called before the transaction that a refusal would roll back: what the check finds has to stay.
 */
export async function checkGate(platform: Platform, question: GateQuestion): Promise<Result<GateOutcome>> {
  const { programmeId, gate, actor } = question
  try {
    const policy = await currentPolicy(platform, programmeId)
    if (!policy.inForce) return ok(NOT_IN_FORCE)
    return await askAll(platform, policy, question)
  } catch (error) {
    platform.log.error({ err: error, gate, programmeId }, 'screening failed')
    if (isSoft(gate)) return ok({ verdict: 'warning', conditions: [], warnings: ['party'] })
    return mayRead(actor, programmeId)
      ? refuseScreening('conflict', 'not-checked')
      : refuseScreening('conflict', 'gate-closed', { gate })
  }
}

async function askAll(platform: Platform, policy: PolicyRecord, question: GateQuestion): Promise<Result<GateOutcome>> {
  const { programmeId, gate, parties, technologies = [], actor } = question
  const now = platform.clock.now()
  const isTold = mayRead(actor, programmeId)
  const closed = () => refuseScreening('conflict', 'gate-closed', { gate })
  const warnings: GateOutcome['warnings'][number][] = []
  const old = oldList(platform, policy, now)
  if (old !== null) {
    const told =
      old === ''
        ? refuseScreening('conflict', 'no-list')
        : refuseScreening('conflict', 'gate-list-old', { gate, list: old })
    if (!isSoft(gate)) return isTold ? told : closed()
    warnings.push('list-old')
  }
  const standings = await screenParties(
    platform,
    programmeId,
    policy,
    typeof parties === 'function' ? await parties() : parties,
  )
  const held = standings.find((standing) => !passes(standing))
  if (held) {
    // A message selects by words without hyphens; what passes and is held all the same is out of date.
    const word = passes({ state: held.state, stale: [] }) ? heldByAge(held) : held.state.replaceAll('-', '_')
    const detail = { gate, party: held.name, state: held.state, word }
    if (!isSoft(gate)) return isTold ? refuseScreening('conflict', 'gate-closed-by', detail) : closed()
    warnings.push('party')
  }
  const technology = await judgeTechnologies(platform, programmeId, technologies, now)
  if (technology !== null) {
    const isHeld = technology === 'technology' || policy.technologyRequired
    if (isHeld && !isSoft(gate)) return isTold ? refuseScreening('conflict', 'gate-technology', { gate }) : closed()
    warnings.push(technology)
  }
  const conditions = standings.flatMap((one) => (one.conditions === null ? [] : [one.conditions]))
  return ok({ verdict: warnings.length > 0 && isSoft(gate) ? 'warning' : 'open', conditions, warnings })
}

const heldByAge = ({ stale }: PartyStanding): string =>
  stale.includes('licence-expired') ? 'licence_on_file' : 'stale'

/** Name of a list that is too old to clear anybody, or '' when there is none at all and no service; null: all is fresh. */
export function oldList(platform: Platform, { lists, maxListAgeDays }: PolicyRecord, now: Instant): string | null {
  if (lists.length === 0) return platform.config.screening === null ? '' : null
  return lists.find(({ confirmedAt }) => daysBetween(confirmedAt, now) > maxListAgeDays)?.name ?? null
}

async function judgeTechnologies(
  platform: Platform,
  programmeId: Id,
  ids: readonly Id[],
  now: Instant,
): Promise<'technology' | 'no-questionnaire' | null> {
  if (ids.length === 0) return null
  const known = await findQuestionnairesOf(platform.db, programmeId, ids)
  if (known.some((one) => !technologyPasses(one, now.slice(0, 10)))) return 'technology'
  return ids.every((id) => known.some(({ subjectId }) => subjectId === id)) ? null : 'no-questionnaire'
}
