import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type ListedOwnership, type Owner, listedOwnership } from '../domain/ownership.ts'
import { type FoundHit, type PartyFacts, sharesIdentifier } from '../domain/party.ts'
import { type Actor, isSecondPerson, mayManage, mayRead, maySecond } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { DEEDS, type Deed, mayDo } from '../domain/state.ts'
import { checkParty } from '../operations/check-party.ts'
import { currentPolicy } from '../operations/current-policy.ts'
import { indexOfLists } from '../operations/list-index.ts'
import { type Standing, standingOf } from '../operations/screen-parties.ts'
import {
  type PastDecision,
  type ScreeningKey,
  type ScreeningRecord,
  type StoredCheck,
  findDecisions,
  findPersonName,
  findScreening,
} from '../store/screening-store.ts'
import { type Licence, findLicencesOf } from '../store/technology-store.ts'

export interface ScreeningView extends Standing {
  readonly party: PartyFacts
  readonly owners: readonly Owner[]
  /** How much of it listed owners hold; null where no owners are known. */
  readonly ownership: ListedOwnership | null
  readonly reason: string | null
  readonly attribute: ScreeningRecord['attribute']
  readonly escalatedByName: string | null
  readonly revision: number
  readonly check: StoredCheck | null
  readonly decisions: readonly PastDecision[]
  readonly licences: readonly Licence[]
  readonly may: { readonly manage: boolean; readonly deeds: readonly Deed[]; readonly addLicence: boolean }
}

/** One party: the current check, how each score came about, every decision with the hits it was made on. */
export async function readScreening(
  platform: Platform,
  actor: Actor,
  key: ScreeningKey,
): Promise<Result<ScreeningView>> {
  if (!mayRead(actor, key.programmeId)) return refuseScreening('absent', 'absent')
  const record = await findScreening(platform.db, key)
  if (!record) return refuseScreening('absent', 'absent')
  const policy = await currentPolicy(platform, key.programmeId)
  const { party, owners, check, reason, attribute, revision, escalatedBy } = record
  const standing = standingOf(record, policy, platform.clock.now())
  return ok({
    ...standing,
    party,
    owners,
    ownership: ownershipOf(owners, check?.hits ?? []),
    reason,
    attribute,
    escalatedByName: await findPersonName(platform.db, escalatedBy),
    revision,
    check,
    decisions: await findDecisions(platform.db, record.id),
    licences: await findLicencesOf(platform.db, record.id),
    may: {
      manage: mayManage(actor, key.programmeId),
      deeds: deedsOf(actor, record, standing.stale.length > 0),
      addLicence: mayManage(actor, key.programmeId) && ['licence-required', 'licence-on-file'].includes(record.state),
    },
  })
}

function ownershipOf(owners: readonly Owner[], hits: readonly FoundHit[]): ListedOwnership | null {
  if (owners.length === 0) return null
  return listedOwnership(owners, new Set(hits.flatMap(({ ownerKey }) => ownerKey ?? [])))
}

/** What this person may do with it now. */
function deedsOf(actor: Actor, record: ScreeningRecord, isStale: boolean): Deed[] {
  const { programmeId, state, escalatedBy, check } = record
  return (Object.keys(DEEDS) as Deed[]).filter((deed) => {
    if (!mayDo(state, deed)) return false
    if (deed === 'set-aside' && check?.hits.some(sharesIdentifier)) return false
    if (isStale && !['reopen', 'suspend', 'resume'].includes(deed)) return false
    return DEEDS[deed].second
      ? maySecond(actor, programmeId) && isSecondPerson(actor, escalatedBy)
      : mayManage(actor, programmeId)
  })
}

/** What the lists had on a day in the past; nothing is written and no state follows from it. */
export async function previewAsOf(
  platform: Platform,
  actor: Actor,
  { asOf, ...key }: ScreeningKey & { readonly asOf: string },
): Promise<Result<readonly FoundHit[]>> {
  if (!mayRead(actor, key.programmeId)) return refuseScreening('absent', 'absent')
  const record = await findScreening(platform.db, key)
  if (!record) return refuseScreening('absent', 'absent')
  const { lists, threshold } = await currentPolicy(platform, key.programmeId)
  return ok(await checkParty(platform, await indexOfLists(platform.db, lists), record, { threshold, asOf }))
}
