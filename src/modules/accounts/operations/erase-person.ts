import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../domain/actor.ts'
import { mayManagePeople } from '../domain/policy.ts'
import { erasePersonRow, findSubject, listLiveGrants } from '../store/erasure-store.ts'
import { findPerson } from '../store/person-store.ts'
import { revokeGrant } from '../store/role-grant-store.ts'
import type { Hold, PersonalData, PrivacySources } from './personal-data.ts'

/** How many rows were emptied or removed, and what stays for which reason. */
export interface Erased {
  readonly erased: number
  readonly kept: Readonly<Partial<Record<Hold, number>>>
}

type Sources = Pick<PrivacySources, 'personalData'>

/**
 * The actor is forgotten everywhere; `email` is the own address, typed once more. Refuses with
 * `accounts.address-differs`, and with `accounts.last-operator` rather than leaving a programme that nobody can open.
 */
export async function eraseSelf(
  platform: Platform,
  actor: Actor,
  { email }: { readonly email: string },
  sources: Sources,
): Promise<Result<Erased>> {
  if (actor.kind !== 'person') return refuse('forbidden', 'accounts.forbidden')
  const own = await findPerson(platform.db, actor.personId)
  if (own?.email !== email.toLowerCase()) return refuse('invalid', 'accounts.address-differs')
  return erase(platform, actor, { personId: actor.personId, programmeId: null }, sources)
}

/**
 * Somebody is forgotten in one programme, and altogether if there is no role elsewhere; which of both is not told, so
 * that nobody learns of other programmes. Refuses with `accounts.absent` and `accounts.last-operator`.
 */
export async function erasePerson(
  platform: Platform,
  actor: Actor,
  of: { readonly programmeId: Id; readonly personId: Id },
  sources: Sources,
): Promise<Result<void>> {
  if (!mayManagePeople(actor, of.programmeId)) return refuse('forbidden', 'accounts.forbidden')
  const done = await erase(platform, actor, of, sources)
  return done.ok ? ok(undefined) : done
}

/**
 * What `erasePerson` would do, said before it is done: how much of this programme is forgotten, and what stays for which
 * reason. Nothing of other programmes is in it. The erasure is tried and rolled back, so the answer cannot differ from
 * the deed.
 */
export async function previewErasure(
  platform: Platform,
  actor: Actor,
  { programmeId, personId }: { readonly programmeId: Id; readonly personId: Id },
  { personalData }: Sources,
): Promise<Result<Erased>> {
  if (!mayManagePeople(actor, programmeId)) return refuse('forbidden', 'accounts.forbidden')
  try {
    return await transaction(platform.db, async (trx): Promise<Result<Erased>> => {
      const subject = await findSubject(trx, personId, programmeId)
      if (!subject) return refuse('absent', 'accounts.absent')
      const revoked = await revokeGrants(within(platform, trx), actor, { personId, programmeId })
      if (!revoked.ok) return revoked
      throw new Tried(await eraseInStages(within(platform, trx), { personId, programmeId, ...subject }, personalData))
    })
  } catch (error) {
    if (error instanceof Tried) return ok(error.outcome)
    throw error
  }
}

/** Carries what was tried out of its transaction, which is rolled back. */
class Tried extends Error {
  readonly outcome: Erased
  constructor(outcome: Erased) {
    super('tried')
    this.outcome = outcome
  }
}

/** `platform` is inside the transaction. Refuses with `accounts.last-operator`. */
async function revokeGrants(
  platform: Platform,
  actor: Actor,
  { personId, programmeId }: { readonly personId: Id; readonly programmeId: Id | null },
): Promise<Result<void>> {
  const now = platform.clock.now()
  for (const { id, programmeId: ofRole } of await listLiveGrants(platform.db, personId, programmeId)) {
    const subject = { subjectKind: 'role-grant', subjectId: id }
    const revoked = { at: now, programmeId: ofRole, ...journalActor(actor), action: 'role.revoked', ...subject }
    if (!(await revokeGrant(platform.db, { id, programmeId: ofRole, now, revoked }))) {
      return refuse('conflict', 'accounts.last-operator')
    }
  }
  return ok(undefined)
}

/** As both above, once it is clear that the actor may. One transaction: all is forgotten or nothing. */
export async function erase(
  platform: Platform,
  actor: Actor,
  { personId, programmeId }: { readonly personId: Id; readonly programmeId: Id | null },
  { personalData }: Sources,
): Promise<Result<Erased>> {
  const now = platform.clock.now()
  return transaction(platform.db, async (trx) => {
    const inside = within(platform, trx)
    const found = await findSubject(trx, personId, programmeId)
    if (!found) return refuse('absent', 'accounts.absent')
    const revoked = await revokeGrants(inside, actor, { personId, programmeId })
    if (!revoked.ok) return revoked
    const isLast = (await listLiveGrants(trx, personId, null)).length === 0
    const everywhere = isLast && programmeId !== null ? await findSubject(trx, personId, null) : null
    const subject = everywhere ? { ...everywhere, programmeId: null } : { ...found, programmeId }
    const done = await eraseInStages(inside, { personId, ...subject }, personalData)
    let { erased } = done
    if (isLast) {
      const days = platform.config.retention.nameDays
      const isHeld = Object.values(done.kept).some((rows) => rows > 0)
      erased += await erasePersonRow(trx, personId, {
        now,
        nameKeptUntil: isHeld ? addMinutes(now, days * 1440) : null,
      })
    }
    await appendJournal(trx, {
      at: now,
      programmeId,
      ...journalActor(actor),
      action: 'person.erased',
      subjectKind: 'person',
      subjectId: personId,
      after: { kept: done.kept },
    })
    return ok({ erased, kept: done.kept })
  })
}

async function eraseInStages(
  platform: Platform,
  subject: Parameters<PersonalData['export']>[1],
  sources: readonly PersonalData[],
): Promise<{ erased: number; kept: Partial<Record<Hold, number>> }> {
  let erased = 0
  const kept: Partial<Record<Hold, number>> = {}
  // Later stages first: they may look at what earlier ones are about to forget.
  for (const source of sources.toReversed()) {
    const done = await source.erase?.(platform, subject)
    erased += done?.erased ?? 0
    for (const [hold, rows] of Object.entries(done?.kept ?? {})) {
      if (rows > 0) kept[hold as Hold] = (kept[hold as Hold] ?? 0) + rows
    }
  }
  return { erased, kept }
}
