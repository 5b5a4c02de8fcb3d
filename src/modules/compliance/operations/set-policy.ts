import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { type Actor, isSecondPerson, maySetPolicy, mayRead, maySecond, personOf } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { rescreenProgrammes } from '../jobs/rescreen-parties.ts'
import { retireWatchList } from '../store/list-store.ts'
import {
  type PolicySettings,
  decideProposalRow,
  insertProposal,
  listOpenProposals,
  savePolicy,
  switchOff,
} from '../store/policy-store.ts'
import { currentPolicy } from './current-policy.ts'
import { complianceEntry } from './entry.ts'

export interface SetPolicy extends PolicySettings {
  readonly programmeId: Id
  readonly revision: number
}

/**
 * What the programme demands. Screening comes into force here, once there is a list or a service; it goes out of force
 * only by the word of two people (`proposeWeakening`).
 */
export async function setPolicy(platform: Platform, actor: Actor, command: SetPolicy): Promise<Result<null>> {
  const { programmeId, revision, ...settings } = command
  if (!maySetPolicy(actor, programmeId)) return refuseScreening('forbidden', 'forbidden')
  const before = await currentPolicy(platform, programmeId)
  if (before.inForce && !settings.inForce) return refuseScreening('forbidden', 'second-person-needed')
  if (settings.inForce && before.lists.length === 0 && platform.config.screening === null) {
    return refuseScreening('conflict', 'no-list')
  }
  const entry = complianceEntry(platform, actor, programmeId, {
    action: 'screening-policy.set',
    subjectKind: 'programme',
    subjectId: programmeId,
    before: settingsOf(before),
    after: settings,
  })
  const by = { personId: personOf(actor), now: platform.clock.now() }
  return transaction(platform.db, async (trx): Promise<Result<null>> => {
    if (!(await savePolicy(trx, programmeId, settings, revision, by, entry))) {
      return refuseScreening('conflict', 'changed-meanwhile')
    }
    if (before.threshold !== settings.threshold)
      await platform.jobs.send(rescreenProgrammes, { programmeId }, { db: trx })
    return ok(null)
  })
}

const settingsOf = (settings: PolicySettings): PolicySettings => ({
  inForce: settings.inForce,
  threshold: settings.threshold,
  maxListAgeDays: settings.maxListAgeDays,
  maxScreeningAgeDays: settings.maxScreeningAgeDays,
  technologyRequired: settings.technologyRequired,
})

export interface ProposeWeakening {
  readonly programmeId: Id
  readonly kind: 'switch-off' | 'retire-list'
  readonly listId: Id | null
  readonly reason: string
}

/** Asks to take screening out of force, or a list away. Nothing changes until another person confirms it. */
export async function proposeWeakening(
  platform: Platform,
  actor: Actor,
  { programmeId, kind, listId, reason }: ProposeWeakening,
): Promise<Result<{ id: Id }>> {
  const proposedBy = personOf(actor)
  if (!maySetPolicy(actor, programmeId) || proposedBy === null) return refuseScreening('forbidden', 'forbidden')
  const { inForce, lists } = await currentPolicy(platform, programmeId)
  if (kind === 'switch-off' && !inForce) return refuseScreening('conflict', 'changed-meanwhile')
  if (kind === 'retire-list' && !lists.some(({ id }) => id === listId)) return refuseScreening('absent', 'absent')
  const proposal = {
    id: platform.newId(),
    programmeId,
    kind,
    listId: kind === 'retire-list' ? listId : null,
    reason,
    proposedBy,
    proposedAt: platform.clock.now(),
  }
  const entry = complianceEntry(platform, actor, programmeId, {
    action: `screening-${kind}.proposed`,
    subjectKind: 'screening-proposal',
    subjectId: proposal.id,
    after: { listId: proposal.listId, reason },
  })
  const saved = await insertProposal(platform.db, proposal, entry)
  return saved ? ok({ id: proposal.id }) : refuseScreening('conflict', 'proposal-open')
}

export interface DecideProposal {
  readonly programmeId: Id
  readonly proposalId: Id
  readonly outcome: 'confirmed' | 'rejected'
}

/** The second person's word on it. Whoever proposed may take it back, but not confirm it. */
export async function decideProposal(
  platform: Platform,
  actor: Actor,
  { programmeId, proposalId, outcome }: DecideProposal,
): Promise<Result<null>> {
  if (!mayRead(actor, programmeId)) return refuseScreening('absent', 'absent')
  if (!maySecond(actor, programmeId)) return refuseScreening('forbidden', 'forbidden')
  const proposal = (await listOpenProposals(platform.db, programmeId)).find(({ id }) => id === proposalId)
  if (!proposal) return refuseScreening('absent', 'absent')
  if (!isSecondPerson(actor, proposal.proposedBy)) return refuseScreening('forbidden', 'second-person-needed')
  const now = platform.clock.now()
  const entry = complianceEntry(platform, actor, programmeId, {
    action: `screening-${proposal.kind}.${outcome}`,
    subjectKind: 'screening-proposal',
    subjectId: proposalId,
    after: { listId: proposal.listId, reason: proposal.reason },
  })
  return transaction(platform.db, async (trx): Promise<Result<null>> => {
    const by = { personId: personOf(actor)!, now }
    if (!(await decideProposalRow(trx, proposalId, outcome, by, entry))) {
      return refuseScreening('conflict', 'changed-meanwhile')
    }
    if (outcome === 'confirmed') await weaken(within(platform, trx), programmeId, proposal)
    return ok(null)
  })
}

async function weaken(
  platform: Platform,
  programmeId: Id,
  { kind, listId }: { readonly kind: 'switch-off' | 'retire-list'; readonly listId: Id | null },
): Promise<void> {
  const now = platform.clock.now()
  if (kind === 'switch-off') return switchOff(platform.db, programmeId, now)
  if (listId) await retireWatchList(platform.db, listId, now)
  await platform.jobs.send(rescreenProgrammes, { programmeId }, { db: platform.db })
}
