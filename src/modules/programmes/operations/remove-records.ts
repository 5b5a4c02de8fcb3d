import type { Id } from '../../../kernel/id.ts'
import { addMinutes } from '../../../kernel/instant.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import {
  exclusionViolation,
  foreignKeyViolation,
  transaction,
  uniqueViolation,
} from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { mayRemove, maySetUp } from '../domain/policy.ts'
import { type Counts, KEEP_REMOVED_DAYS, type RemovableKind, onRecord } from '../domain/removal.ts'
import { countHoldings, lockDependents, putBack, takeOut } from '../store/dependents.ts'
import { type RemovalRow, claimRemoval, findSubjectName, insertRemoval, listRemovals } from '../store/removal-store.ts'

export type { RemovalRow }

export interface Removal {
  readonly programmeId: Id
  readonly kind: RemovableKind
  readonly subjectId: Id
}

/** What would go, and what of it keeps the whole from going. */
export interface RemovalPreview {
  readonly counts: Counts
  readonly onRecord: Counts
}

const forbidden = () => refuse('forbidden', 'programmes.forbidden')
const absent = () => refuse('absent', 'programmes.absent')

/** What a programme holds: none of it goes when it is archived, all of it can only be read. */
export async function previewArchive(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<Counts>> {
  if (!maySetUp(actor, programmeId)) return forbidden()
  return ok(await countHoldings(platform.db, programmeId))
}

/** What removing an event or a company would take, without removing anything. */
export async function previewRemoval(
  platform: Platform,
  actor: Actor,
  { programmeId, kind, subjectId }: Removal,
): Promise<Result<RemovalPreview>> {
  if (!mayRemove(actor, programmeId)) return forbidden()
  return transaction(platform.db, async (trx): Promise<Result<RemovalPreview>> => {
    const dependents = await lockDependents(trx, { table: kind, id: subjectId, programmeId })
    return dependents.size === 0 ? absent() : ok(previewOf(dependents))
  })
}

const previewOf = (dependents: ReadonlyMap<string, readonly string[]>): RemovalPreview => {
  const counts = Object.fromEntries([...dependents].map(([table, places]) => [table, places.length]))
  return { counts, onRecord: onRecord(counts) }
}

/**
 * Takes an event or a company out with all that hangs on it; for thirty days it can come back. What is on record stays:
 * refuses with `programmes.removal-on-record`.
 */
export async function removeRecord(
  platform: Platform,
  actor: Actor,
  { programmeId, kind, subjectId }: Removal,
): Promise<Result<{ removalId: Id }>> {
  if (!mayRemove(actor, programmeId)) return forbidden()
  return transaction(platform.db, async (trx): Promise<Result<{ removalId: Id }>> => {
    const name = await findSubjectName(trx, kind, { programmeId, subjectId })
    const dependents = await lockDependents(trx, { table: kind, id: subjectId, programmeId })
    if (!name || dependents.size === 0) return absent()
    const { counts, onRecord: kept } = previewOf(dependents)
    const [table] = Object.keys(kept)
    if (table !== undefined) return refuse('conflict', 'programmes.removal-on-record', { what: table })
    const removal = { id: platform.newId(), programmeId, kind, subjectId, name, counts }
    const [removedAt, { actorId: removedBy }] = [platform.clock.now(), journalActor(actor)]
    const contents = await takeOut(trx, dependents)
    await insertRemoval(
      trx,
      { ...removal, contents, removedAt, removedBy },
      {
        ...entryOf(platform, actor, { programmeId, kind, subjectId }, `${kind}.removed`),
        after: { removalId: removal.id, counts },
      },
    )
    return ok({ removalId: removal.id })
  })
}

/** What was removed lately and can be put back. */
export async function readRemovals(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<RemovalRow[]>> {
  if (!mayRemove(actor, programmeId)) return forbidden()
  return ok(await listRemovals(platform.db, programmeId, keptSince(platform)))
}

/**
 * Puts back what was removed, as it was. Refuses with `programmes.absent` and, when another record has taken a name or
 * a number meanwhile, `programmes.restore-conflict`.
 */
export async function restoreRemoval(
  platform: Platform,
  actor: Actor,
  { programmeId, removalId }: { readonly programmeId: Id; readonly removalId: Id },
): Promise<Result<void>> {
  if (!mayRemove(actor, programmeId)) return forbidden()
  try {
    return await transaction(platform.db, async (trx): Promise<Result<void>> => {
      const claimed = await claimRemoval(trx, { programmeId, removalId }, platform.clock.now())
      if (!claimed) return absent()
      const { kind, subjectId, contents } = claimed
      await putBack(trx, contents)
      const entry = entryOf(within(platform, trx), actor, { programmeId, kind, subjectId }, `${kind}.restored`)
      await appendJournal(trx, { ...entry, after: { removalId } })
      return ok(undefined)
    })
  } catch (error) {
    const taken = uniqueViolation(error) ?? foreignKeyViolation(error) ?? exclusionViolation(error)
    if (taken !== null) return refuse('conflict', 'programmes.restore-conflict')
    throw error
  }
}

const keptSince = ({ clock }: Platform) => addMinutes(clock.now(), -KEEP_REMOVED_DAYS * 24 * 60)

const entryOf = (platform: Platform, actor: Actor, { programmeId, kind, subjectId }: Removal, action: string) => ({
  at: platform.clock.now(),
  programmeId,
  ...journalActor(actor),
  action,
  subjectKind: kind,
  subjectId,
})
