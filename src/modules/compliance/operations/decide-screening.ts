import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { type DistinguishingAttribute, sharesIdentifier } from '../domain/party.ts'
import { type Actor, isSecondPerson, mayManage, mayRead, maySecond, personOf } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { DEEDS, type Deed, type ScreeningState, mayDo } from '../domain/state.ts'
import { type ScreeningKey, type ScreeningRecord, findScreening, saveDecision } from '../store/screening-store.ts'
import { type Licence, insertLicence } from '../store/technology-store.ts'
import { currentPolicy } from './current-policy.ts'
import { complianceEntry } from './entry.ts'
import { standingOf } from './screen-parties.ts'

export interface DecideScreening extends ScreeningKey {
  readonly deed: Deed
  /** What the person has seen: with another one somebody else was first. */
  readonly revision: number
  readonly reason: string
  /** By what the party differs from who is listed; needed to set a hit aside. */
  readonly attribute: DistinguishingAttribute | null
  readonly conditions: string | null
}

/** Deeds that judge a hit: made on a check that still counts, or not at all. */
const JUDGING: readonly Deed[] = ['set-aside', 'escalate', 'clear-with-conditions', 'require-licence', 'block']

/**
 * A person's word on a party. What was escalated, and what the law has suspended, needs a second person. Of two who
 * decide at once the database lets one; the other is told that it has changed.
 */
export async function decideScreening(
  platform: Platform,
  actor: Actor,
  command: DecideScreening,
): Promise<Result<{ state: ScreeningState }>> {
  const { programmeId, deed, revision } = command
  if (!mayRead(actor, programmeId)) return refuseScreening('absent', 'absent')
  const record = await findScreening(platform.db, command)
  if (!record) return refuseScreening('absent', 'absent')
  const allowed = await judge(platform, actor, record, command)
  if (!allowed.ok) return allowed
  const { to } = DEEDS[deed]
  const keepsFirst = deed === 'escalate' || deed === 'suspend'
  const decision = {
    id: platform.newId(),
    from: record.state,
    to,
    revision,
    reason: command.reason,
    attribute: deed === 'set-aside' ? command.attribute : null,
    conditions: deed === 'clear-with-conditions' ? command.conditions : null,
    escalatedBy: keepsFirst ? personOf(actor) : record.escalatedBy,
    decidedBy: personOf(actor),
    decidedAt: platform.clock.now(),
  }
  const entry = complianceEntry(platform, actor, programmeId, {
    action: `screening.${deed}`,
    subjectKind: 'screening',
    subjectId: record.id,
    before: { state: record.state },
    after: { state: to, attribute: decision.attribute, reason: command.reason },
  })
  const saved = await saveDecision(platform.db, command, decision, entry)
  return saved ? ok({ state: to }) : refuseScreening('conflict', 'changed-meanwhile')
}

async function judge(
  platform: Platform,
  actor: Actor,
  record: ScreeningRecord,
  { programmeId, deed, revision, attribute, conditions }: DecideScreening,
): Promise<Result<null>> {
  const may = DEEDS[deed].second ? maySecond : mayManage
  if (!may(actor, programmeId)) return refuseScreening('forbidden', 'forbidden')
  if (record.revision !== revision) return refuseScreening('conflict', 'changed-meanwhile')
  if (!mayDo(record.state, deed)) return refuseScreening('conflict', 'not-in-state', { state: record.state })
  if (DEEDS[deed].second && !isSecondPerson(actor, record.escalatedBy)) {
    return refuseScreening('forbidden', 'second-person-needed')
  }
  if (deed === 'set-aside') {
    if (attribute === null) return refuseScreening('invalid', 'attribute-missing')
    if (record.check?.hits.some(sharesIdentifier)) return refuseScreening('conflict', 'same-identifier')
  }
  if (deed === 'clear-with-conditions' && conditions === null) {
    return refuseScreening('invalid', 'conditions-missing')
  }
  if (JUDGING.includes(deed)) {
    const standing = standingOf(record, await currentPolicy(platform, programmeId), platform.clock.now())
    if (standing.stale.length > 0) return refuseScreening('conflict', 'not-checked')
  }
  return ok(null)
}

export interface AddLicence extends ScreeningKey, Omit<Licence, 'id'> {
  readonly revision: number
}

/** A licence that an authority has given for dealing with the party; with it the gates open until its last day. */
export async function addLicence(
  platform: Platform,
  actor: Actor,
  { revision, screeningId, programmeId, ...licence }: AddLicence,
): Promise<Result<{ state: ScreeningState }>> {
  if (!mayRead(actor, programmeId)) return refuseScreening('absent', 'absent')
  if (!mayManage(actor, programmeId)) return refuseScreening('forbidden', 'forbidden')
  if (licence.expiresOn < licence.validFrom) return refuseScreening('invalid', 'licence-dates')
  const key = { programmeId, screeningId }
  const now = platform.clock.now()
  return transaction(platform.db, async (trx): Promise<Result<{ state: ScreeningState }>> => {
    const record = await findScreening(trx, key)
    if (!record) return refuseScreening('absent', 'absent')
    const { state, escalatedBy, conditions } = record
    if (state !== 'licence-required' && state !== 'licence-on-file') {
      return refuseScreening('conflict', 'not-in-state', { state })
    }
    const entry = complianceEntry(platform, actor, programmeId, {
      action: 'screening.licence-added',
      subjectKind: 'screening',
      subjectId: screeningId,
      before: { state },
      after: { state: 'licence-on-file', number: licence.number, expiresOn: licence.expiresOn },
    })
    const decision = {
      id: platform.newId(),
      from: state,
      to: 'licence-on-file' as const,
      revision,
      reason: licence.number,
      attribute: null,
      conditions,
      escalatedBy,
      decidedBy: personOf(actor),
      decidedAt: now,
    }
    if (!(await saveDecision(trx, key, decision, entry))) return refuseScreening('conflict', 'changed-meanwhile')
    const by = { addedBy: personOf(actor), addedAt: now }
    await insertLicence(trx, { id: platform.newId(), ...key, questionnaireId: null, ...licence, ...by })
    return ok({ state: 'licence-on-file' })
  })
}
