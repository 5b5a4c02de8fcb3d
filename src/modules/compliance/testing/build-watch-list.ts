import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import type { ListEntry } from '../domain/party.ts'
import { complianceEntry } from '../operations/entry.ts'
import { currentPolicy } from '../operations/current-policy.ts'
import { setPolicy } from '../operations/set-policy.ts'
import { insertWatchList, lockWatchList, swapVersion } from '../store/list-store.ts'

const SYSTEM = { kind: 'system', name: 'test' } as const

export const buildEntry = (facts: Partial<ListEntry> & { readonly id: string; readonly name: string }): ListEntry => ({
  kind: 'organisation',
  names: [{ text: facts.name, weak: false }],
  identifiers: [],
  countries: [],
  birthDates: [],
  programmes: [],
  effect: 'block',
  listedOn: null,
  delistedOn: null,
  ...facts,
})

/** The next version of a list with these entries, as an import would put it in force. */
export async function buildWatchList(
  platform: Platform,
  facts: { readonly programmeId: Id; readonly entries: readonly ListEntry[]; readonly code?: string },
): Promise<{ listId: Id; versionId: Id }> {
  const { programmeId, entries, code = 'test' } = facts
  const now = platform.clock.now()
  return transaction(platform.db, async (trx) => {
    const head = await lockWatchList(trx, programmeId, code)
    const listId = head?.id ?? platform.newId()
    const versionId = platform.newId()
    const list = { id: listId, programmeId, code, name: `List ${code}`, format: 'ofac-sdn-csv', source: null }
    if (!head) await insertWatchList(trx, { ...list, fictional: true }, now)
    const version = {
      id: versionId,
      programmeId,
      listId,
      number: (head?.number ?? 0) + 1,
      fileName: 'test.csv',
      sha256: versionId.replaceAll('-', '').padEnd(64, '0'),
      publishedOn: null,
      importedBy: null,
      importedAt: now,
    }
    const entry = complianceEntry(platform, SYSTEM, programmeId, {
      action: 'list.updated',
      subjectKind: 'watch-list',
      subjectId: listId,
    })
    await swapVersion(trx, version, entries, entry)
    return { listId, versionId }
  })
}

/** Screening in force against a list with these entries. */
export async function buildScreening(
  platform: Platform,
  { programmeId, entries }: { readonly programmeId: Id; readonly entries: readonly ListEntry[] },
): Promise<{ listId: Id }> {
  const { listId } = await buildWatchList(platform, { programmeId, entries })
  const { lists: _lists, ...policy } = await currentPolicy(platform, programmeId)
  const set = await setPolicy(platform, SYSTEM, { programmeId, ...policy, inForce: true })
  if (!set.ok) throw new Error(set.refusal.code)
  return { listId }
}
