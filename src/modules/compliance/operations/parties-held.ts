import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Gate } from '../domain/gate.ts'
import { passes } from '../domain/gate.ts'
import type { GateParty } from '../domain/party.ts'
import type { PolicyRecord } from '../store/policy-store.ts'
import { findScreeningsOf } from '../store/screening-store.ts'
import { oldList } from './check-gate.ts'
import { tidyParty } from './check-party.ts'
import { currentPolicy } from './current-policy.ts'
import { screenParties, standingOf } from './screen-parties.ts'

export interface BulkQuestion {
  readonly programmeId: Id
  /** A hard one: the soft ones hold nobody. */
  readonly gate: Exclude<Gate, 'profile-publication' | 'match'>
  /** Asked only where screening is in force. */
  readonly parties: () => Promise<readonly GateParty[]>
}

/**
 * The hard gates for many at once, for work that leaves out whom they are closed for instead of refusing as a whole:
 * the `subjectId`s of those who are held. All are held when a list is old or the check fails; nobody where screening
 * is not in force.
 *
 * Outside a transaction whoever was not checked is checked first, as by `checkGate`. Inside one nobody is, because a
 * check has to stay when the transaction does not: there, whoever was never checked, or not with what is current, is
 * held.
 */
export async function partiesHeld(
  platform: Platform,
  { programmeId, gate, parties }: BulkQuestion,
): Promise<ReadonlySet<Id>> {
  const policy = await currentPolicy(platform, programmeId)
  if (!policy.inForce) return new Set()
  const asked = await parties()
  const everybody = new Set(asked.map(({ subjectId }) => subjectId))
  if (oldList(platform, policy, platform.clock.now()) !== null) return everybody
  if (platform.db.isTransaction) return withoutCleared(everybody, await lookUp(platform, programmeId, policy, asked))
  try {
    return withoutCleared(everybody, await screenParties(platform, programmeId, policy, asked))
  } catch (error) {
    platform.log.error({ err: error, gate, programmeId }, 'screening failed')
    return everybody
  }
}

function withoutCleared(
  everybody: ReadonlySet<Id>,
  standings: readonly (Parameters<typeof passes>[0] & { readonly subjectId: Id })[],
): ReadonlySet<Id> {
  const cleared = new Set(standings.filter(passes).map(({ subjectId }) => subjectId))
  return new Set([...everybody].filter((id) => !cleared.has(id)))
}

/** How those stand that have been checked, seen as what is known of them now. */
async function lookUp(platform: Platform, programmeId: Id, policy: PolicyRecord, parties: readonly GateParty[]) {
  const now = platform.clock.now()
  const known = new Map(
    (await findScreeningsOf(platform.db, programmeId, parties)).map((record) => [record.subjectId, record]),
  )
  return parties.flatMap(({ subjectId, party }) => {
    const record = known.get(subjectId)
    return record ? [standingOf(record, policy, now, tidyParty(party))] : []
  })
}
