import { setImmediate as yieldToOthers } from 'node:timers/promises'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournalEntries } from '../../../platform/journal.ts'
import type { PartyStanding } from '../domain/gate.ts'
import { isValidOn } from '../domain/licence.ts'
import type { GateParty } from '../domain/party.ts'
import type { Actor } from '../domain/policy.ts'
import { type ScreeningState, type StaleReason, stateAfterCheck, staleReasons } from '../domain/state.ts'
import { MATCHER_VERSION } from '../engine/index.ts'
import type { PolicyRecord } from '../store/policy-store.ts'
import { type CheckToSave, type ScreeningRecord, findScreeningsOf, saveChecks } from '../store/screening-store.ts'
import { checkParty, hashParty, tidyParty } from './check-party.ts'
import { complianceEntry } from './entry.ts'
import { type ProgrammeIndex, indexOfLists } from './list-index.ts'

const SYSTEM: Actor = { kind: 'system', name: 'compliance' }

/** Rounds in which a party that somebody else has just changed is read again. */
const ROUNDS = 4

/** Parties that are read and written together. */
const PARTIES_AT_ONCE = 200

/** Checks between two chances for others to be heard. */
const YIELD_EVERY = 10

export interface ScreenOptions {
  /** Check again whatever stands; false: only who was never checked or whose check is stale. */
  readonly again?: boolean
  readonly actor?: Actor
}

export type Standing = PartyStanding & { readonly screeningId: Id }

/**
 * How these parties stand, checking first whoever was never checked or not with what is current. Of two that check one
 * party at the same moment one writes, and the other reads what it wrote. Throws when the check could not be made.
 */
export async function screenParties(
  platform: Platform,
  programmeId: Id,
  policy: PolicyRecord,
  parties: readonly GateParty[],
  options: ScreenOptions = {},
): Promise<Standing[]> {
  const standings: Standing[] = []
  for (let at = 0; at < parties.length; at += PARTIES_AT_ONCE) {
    const part = parties.slice(at, at + PARTIES_AT_ONCE)
    standings.push(...(await screenPart(platform, programmeId, policy, part, options)))
  }
  return standings
}

async function screenPart(
  platform: Platform,
  programmeId: Id,
  policy: PolicyRecord,
  parties: readonly GateParty[],
  options: ScreenOptions,
): Promise<Standing[]> {
  const tidied = parties.map((party) => ({ ...party, party: tidyParty(party.party) }))
  const standings = new Map<string, Standing>()
  let open: readonly GateParty[] = [...new Map(tidied.map((party) => [subjectOf(party), party])).values()]
  for (let round = 0; open.length > 0; round++) {
    if (round === ROUNDS) throw new Error('Somebody else keeps changing the same parties')
    const known = new Map(
      (await findScreeningsOf(platform.db, programmeId, open)).map((record) => [subjectOf(record), record]),
    )
    const toCheck: GateParty[] = []
    for (const party of open) {
      const record = known.get(subjectOf(party))
      const standing = record && standingOf(record, policy, platform.clock.now(), party.party)
      if (!standing || needsCheck(standing) || (options.again && round === 0)) toCheck.push(party)
      else standings.set(subjectOf(party), standing)
    }
    if (toCheck.length > 0) await checkAndSave(platform, programmeId, policy, toCheck, known, options.actor ?? SYSTEM)
    open = toCheck
  }
  return tidied.map((party) => standings.get(subjectOf(party))!)
}

const subjectOf = ({ subjectKind, subjectId }: Pick<GateParty, 'subjectKind' | 'subjectId'>): string =>
  `${subjectKind}/${subjectId}`

/** An expired licence is no reason to look again: only a new one helps. */
const needsCheck = ({ state, stale }: Standing): boolean =>
  state === 'unscreened' || stale.some((reason) => reason !== 'licence-expired')

async function checkAndSave(
  platform: Platform,
  programmeId: Id,
  policy: PolicyRecord,
  parties: readonly GateParty[],
  known: ReadonlyMap<string, ScreeningRecord>,
  actor: Actor,
): Promise<void> {
  const index = await indexOfLists(platform.db, policy.lists)
  const checks: CheckToSave[] = []
  for (const [at, party] of parties.entries()) {
    if (at % YIELD_EVERY === YIELD_EVERY - 1) await yieldToOthers()
    checks.push(await checkOne(platform, policy, index, party, known.get(subjectOf(party)) ?? null))
  }
  const now = platform.clock.now()
  await transaction(platform.db, async (trx) => {
    const saved = new Set(await saveChecks(trx, programmeId, checks, now))
    const told = checks.filter(
      (check) => saved.has(check.screeningId) && check.state !== known.get(subjectOf(check))?.state,
    )
    await appendJournalEntries(
      trx,
      told.map((check) => {
        const before = known.get(subjectOf(check))?.state
        const { subjectKind, subjectId, state, hits } = check
        return complianceEntry(platform, actor, programmeId, {
          action: before === undefined ? 'screening.opened' : 'screening.changed',
          subjectKind: 'screening',
          subjectId: check.screeningId,
          ...(before === undefined ? {} : { before: { state: before } }),
          after: { state, hits: hits.length, of: { subjectKind, subjectId } },
        })
      }),
    )
  })
}

async function checkOne(
  platform: Platform,
  policy: PolicyRecord,
  index: ProgrammeIndex,
  { subjectKind, subjectId, party }: GateParty,
  record: ScreeningRecord | null,
): Promise<CheckToSave> {
  const owners = record?.owners ?? []
  const partyHash = hashParty(party, owners)
  const hits = await checkParty(platform, index, { party, owners }, { threshold: policy.threshold })
  const before = record?.check && { hits: record.check.hits, samePartyAsThen: record.check.partyHash === partyHash }
  return {
    screeningId: record?.id ?? platform.newId(),
    checkId: platform.newId(),
    subjectKind,
    subjectId,
    party,
    owners,
    partyHash,
    state: stateAfterCheck(record?.state ?? 'unscreened', hits, before ?? null),
    revision: record?.revision ?? 0,
    ...basisOf(platform, policy),
    hits,
  }
}

const basisOf = (platform: Platform, { threshold, lists }: PolicyRecord) => ({
  matcherVersion: MATCHER_VERSION,
  threshold,
  listVersionIds: lists.map(({ versionId }) => versionId),
  service: platform.config.screening?.url ?? null,
})

/** As it stands now; `party` is what is known of it now, else what it was checked as. */
export function standingOf(
  record: ScreeningRecord,
  policy: PolicyRecord,
  now: Instant,
  party = record.party,
): Standing {
  const { id, subjectKind, subjectId, state, conditions, check, licences, owners } = record
  const current = {
    partyHash: hashParty(party, owners),
    matcherVersion: MATCHER_VERSION,
    threshold: policy.threshold,
    listVersionIds: policy.lists.map(({ versionId }) => versionId),
    maxAgeDays: policy.maxScreeningAgeDays,
    now,
  }
  const stale: StaleReason[] = check ? staleReasons(check, current) : []
  if (state === 'licence-on-file' && !licences.some((licence) => isValidOn(licence, now.slice(0, 10)))) {
    stale.push('licence-expired')
  }
  const shown: ScreeningState = check ? state : state === 'suspended-by-law' ? state : 'unscreened'
  return { screeningId: id, subjectKind, subjectId, name: party.names[0] ?? '', state: shown, stale, conditions }
}
