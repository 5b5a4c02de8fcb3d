import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Owner, checkOwners } from '../domain/ownership.ts'
import type { GateParty, PartyFacts } from '../domain/party.ts'
import { type Actor, mayManage, mayRead } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { type ScreeningKey, findScreening, saveOwners } from '../store/screening-store.ts'
import { hashParty, tidyParty } from './check-party.ts'
import { currentPolicy } from './current-policy.ts'
import { complianceEntry } from './entry.ts'
import { type ScreenOptions, type Standing, screenParties } from './screen-parties.ts'

/** Checks a name somebody asks after before there is a record of it. */
export async function screenProspect(
  platform: Platform,
  actor: Actor,
  { programmeId, party }: { readonly programmeId: Id; readonly party: PartyFacts },
): Promise<Result<Standing>> {
  if (!mayManage(actor, programmeId)) return refuseScreening('forbidden', 'forbidden')
  if (tidyParty(party).names.length === 0) return refuseScreening('invalid', 'name-missing')
  return screenOne(platform, programmeId, { subjectKind: 'prospect', subjectId: platform.newId(), party }, { actor })
}

/** Checks a party once more, against the lists as they are now. */
export async function checkAgain(platform: Platform, actor: Actor, key: ScreeningKey): Promise<Result<Standing>> {
  if (!mayRead(actor, key.programmeId)) return refuseScreening('absent', 'absent')
  if (!mayManage(actor, key.programmeId)) return refuseScreening('forbidden', 'forbidden')
  const record = await findScreening(platform.db, key)
  if (!record) return refuseScreening('absent', 'absent')
  return screenOne(platform, key.programmeId, record, { actor, again: true })
}

async function screenOne(
  platform: Platform,
  programmeId: Id,
  party: GateParty,
  options: ScreenOptions,
): Promise<Result<Standing>> {
  const policy = await currentPolicy(platform, programmeId)
  if (policy.lists.length === 0 && platform.config.screening === null) return refuseScreening('conflict', 'no-list')
  try {
    const [standing] = await screenParties(platform, programmeId, policy, [party], options)
    return ok(standing!)
  } catch (error) {
    platform.log.error({ err: error, programmeId }, 'screening failed')
    return refuseScreening('conflict', 'not-checked')
  }
}

export interface SetOwners extends ScreeningKey {
  readonly revision: number
  readonly owners: readonly Owner[]
}

/** Who holds the party. Owners are checked like the party itself, at once. */
export async function setOwners(
  platform: Platform,
  actor: Actor,
  { revision, owners, ...key }: SetOwners,
): Promise<Result<Standing>> {
  if (!mayRead(actor, key.programmeId)) return refuseScreening('absent', 'absent')
  if (!mayManage(actor, key.programmeId)) return refuseScreening('forbidden', 'forbidden')
  const checked = checkOwners(owners.map((owner) => ({ ...owner, party: tidyParty(owner.party) })))
  if (!checked.ok) return checked
  const record = await findScreening(platform.db, key)
  if (!record) return refuseScreening('absent', 'absent')
  const change = { owners: checked.value, partyHash: hashParty(tidyParty(record.party), checked.value), revision }
  const entry = complianceEntry(platform, actor, key.programmeId, {
    action: 'screening.owners-set',
    subjectKind: 'screening',
    subjectId: record.id,
    before: { owners: record.owners.length },
    after: { owners: owners.length },
  })
  if (!(await saveOwners(platform.db, key, change, entry))) return refuseScreening('conflict', 'changed-meanwhile')
  return checkAgain(platform, actor, key)
}
