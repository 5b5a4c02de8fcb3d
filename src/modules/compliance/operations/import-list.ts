import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { sha256Hex } from '../../../platform/documents/digest.ts'
import type { ListEntry } from '../domain/party.ts'
import { type Actor, mayImport, personOf } from '../domain/policy.ts'
import { refuseScreening } from '../domain/refusal.ts'
import { type ListFormat, parseList } from '../engine/index.ts'
import { rescreenProgrammes } from '../jobs/rescreen-parties.ts'
import { confirmVersion, insertWatchList, lockWatchList, swapVersion } from '../store/list-store.ts'
import { complianceEntry } from './entry.ts'

/** What is said of a list besides its contents. */
export interface ListFacts {
  readonly programmeId: Id
  /** Of the list; an import under a known one is its next version. */
  readonly code: string
  readonly name: string
  readonly format: ListFormat
  readonly fileName: string
  readonly source: string | null
  /** Made up for trying out. */
  readonly fictional: boolean
  /** The day the publisher gives; null: nobody said. */
  readonly publishedOn: string | null
}

export interface ImportList extends ListFacts {
  readonly contents: Uint8Array
}

export interface ImportedList {
  readonly listId: Id
  readonly version: number
  readonly entries: number
  /** The file is the one that was in force: it is confirmed as still current, and nothing becomes stale. */
  readonly unchanged: boolean
}

/**
 * Reads a watch list and puts it in force: all of it or nothing. A file that cannot be read whole is refused with the
 * line, and the version before stays. Whoever was checked with it is checked again in the background.
 */
export async function importList(
  platform: Platform,
  actor: Actor,
  { contents, ...facts }: ImportList,
): Promise<Result<ImportedList>> {
  const { programmeId, code, format } = facts
  if (!mayImport(actor, programmeId)) return refuseScreening('forbidden', 'forbidden')
  const before = await transaction(platform.db, (trx) => lockWatchList(trx, programmeId, code))
  if (before && before.format !== format) {
    return refuseScreening('conflict', 'list-other-format', { code, format: before.format })
  }
  const previousCount = before?.entryCount ?? undefined
  const parsed = parseList(format, contents, previousCount === undefined ? {} : { previousCount })
  if (!parsed.ok) return parsed
  const read = { entries: parsed.entries, sha256: sha256Hex(contents), after: before?.currentVersionId ?? null }
  return putListInForce(platform, actor, facts, read)
}

export interface ReadList {
  readonly entries: readonly ListEntry[]
  /** Of the file they were read from. */
  readonly sha256: string
  /** The version they are the next one of; null: the first. */
  readonly after: Id | null
}

/** Entries that were read whole become the version in force. Refuses when another version came in meanwhile. */
export async function putListInForce(
  platform: Platform,
  actor: Actor,
  facts: ListFacts,
  read: ReadList,
): Promise<Result<ImportedList>> {
  const { programmeId, code } = facts
  const { entries, sha256, after } = read
  if (!mayImport(actor, programmeId)) return refuseScreening('forbidden', 'forbidden')
  return transaction(platform.db, async (trx): Promise<Result<ImportedList>> => {
    const head = await lockWatchList(trx, programmeId, code)
    if ((head?.currentVersionId ?? null) !== after) return refuseScreening('conflict', 'changed-meanwhile')
    if (head?.currentVersionId && head.sha256 === sha256 && head.retiredAt === null) {
      const entry = complianceEntry(platform, actor, programmeId, {
        action: 'list.confirmed',
        subjectKind: 'watch-list',
        subjectId: head.id,
        after: { code, sha256 },
      })
      await confirmVersion(trx, head.currentVersionId, platform.clock.now(), entry)
      return ok({ listId: head.id, version: head.number, entries: entries.length, unchanged: true })
    }
    return swap(within(platform, trx), actor, facts, { entries, sha256, head })
  })
}

async function swap(
  platform: Platform,
  actor: Actor,
  { programmeId, code, name, format, fileName, source, fictional, publishedOn }: ListFacts,
  read: {
    readonly entries: readonly ListEntry[]
    readonly sha256: string
    readonly head: { readonly id: Id; readonly number: number; readonly sha256: string | null } | null
  },
): Promise<Result<ImportedList>> {
  const { entries, sha256, head } = read
  const now = platform.clock.now()
  const listId = head?.id ?? platform.newId()
  if (!head) {
    const list = { id: listId, programmeId, code, name, format, source, fictional }
    if (!(await insertWatchList(platform.db, list, now))) return refuseScreening('conflict', 'changed-meanwhile')
  }
  const number = (head?.number ?? 0) + 1
  const version = {
    id: platform.newId(),
    programmeId,
    listId,
    number,
    fileName: fileName.slice(0, 255) || code,
    sha256,
    publishedOn,
    importedBy: personOf(actor),
    importedAt: now,
  }
  const entry = complianceEntry(platform, actor, programmeId, {
    action: 'list.updated',
    subjectKind: 'watch-list',
    subjectId: listId,
    ...(head ? { before: { version: head.number, sha256: head.sha256 } } : {}),
    after: { code, version: number, sha256, entries: entries.length },
  })
  await swapVersion(platform.db, version, entries, entry)
  await platform.jobs.send(rescreenProgrammes, { programmeId }, { db: platform.db })
  return ok({ listId, version: number, entries: entries.length, unchanged: false })
}
