import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, isSecondPerson, mayImport, mayManage, mayRead, maySecond, maySetPolicy } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { daysBetween } from '../domain/state.ts'
import { oldList } from '../operations/check-gate.ts'
import { currentPolicy } from '../operations/current-policy.ts'
import { type WatchListRecord, listWatchLists } from '../store/list-store.ts'
import { type PolicySettings, type ProposalRecord, listOpenProposals } from '../store/policy-store.ts'

export interface ListView extends WatchListRecord {
  /** Days since it was last read from its publisher, rounded down; null for a retired one. */
  readonly ageDays: number | null
  readonly isOld: boolean
}

export interface ScreeningDesk {
  readonly policy: PolicySettings & { readonly revision: number }
  /** The address of the service that is asked besides, as the environment sets it. */
  readonly service: string | null
  /** A list is so old, or missing, that hard gates are closed for everybody. */
  readonly isHeldByList: boolean
  readonly lists: readonly ListView[]
  readonly proposals: readonly (ProposalRecord & { readonly mayDecide: boolean })[]
  readonly may: { readonly manage: boolean; readonly importLists: boolean; readonly setPolicy: boolean }
}

/** What is in force, with which lists, and what waits for a second person. */
export async function readScreeningDesk(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<ScreeningDesk>> {
  if (!mayRead(actor, programmeId)) return refuseScreening('absent', 'absent')
  const { lists: current, ...policy } = await currentPolicy(platform, programmeId)
  const now = platform.clock.now()
  const lists = await listWatchLists(platform.db, programmeId)
  const proposals = await listOpenProposals(platform.db, programmeId)
  return ok({
    policy,
    service: platform.config.screening?.url ?? null,
    isHeldByList: policy.inForce && oldList(platform, { ...policy, lists: current }, now) !== null,
    lists: lists.map((list) => viewOf(list, policy.maxListAgeDays, now)),
    proposals: proposals.map((proposal) => ({
      ...proposal,
      mayDecide: maySecond(actor, programmeId) && isSecondPerson(actor, proposal.proposedBy),
    })),
    may: {
      manage: mayManage(actor, programmeId),
      importLists: mayImport(actor, programmeId),
      setPolicy: maySetPolicy(actor, programmeId),
    },
  })
}

function viewOf(list: WatchListRecord, maxAgeDays: number, now: Instant): ListView {
  const [version] = list.versions
  if (list.retiredAt !== null || !version) return { ...list, ageDays: null, isOld: false }
  const age = daysBetween(version.confirmedAt, now)
  return { ...list, ageDays: Math.floor(age), isOld: age > maxAgeDays }
}
