import type { Id } from '../../../kernel/id.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { ListEntry } from '../domain/party.ts'
import { type ListIndex, buildListIndex } from '../engine/index.ts'
import { findEntries } from '../store/list-store.ts'
import type { CurrentList } from '../store/policy-store.ts'

/** Every current entry of a programme's lists, ready to be searched. */
export interface ProgrammeIndex {
  readonly index: ListIndex
  /** By the id under which the index knows an entry: the list's code and the entry's own id. */
  readonly entries: ReadonlyMap<string, { readonly entry: ListEntry; readonly list: CurrentList }>
}

/** By the versions they were built from: a version never changes, so neither does its index. */
const built = new Map<string, ProgrammeIndex>()
const MOST_KEPT = 8

/** Building takes seconds for a long list, so the last few are kept. */
export async function indexOfLists(db: Db, lists: readonly CurrentList[]): Promise<ProgrammeIndex> {
  const key = lists.map(({ id, versionId, name, fictional }) => [id, versionId, name, fictional].join()).join(';')
  const known = built.get(key)
  if (known) return known
  const listOf = new Map<Id, CurrentList>(lists.map((list) => [list.versionId, list]))
  const entries = new Map<string, { entry: ListEntry; list: CurrentList }>()
  for (const { versionId, entry } of await findEntries(db, [...listOf.keys()])) {
    const list = listOf.get(versionId)!
    entries.set(`${list.code}/${entry.id}`, { entry, list })
  }
  const index = buildListIndex([...entries].map(([id, { entry }]) => ({ ...entry, id })))
  const programme = { index, entries }
  const [oldest] = built.keys()
  if (built.size >= MOST_KEPT && oldest !== undefined) built.delete(oldest)
  built.set(key, programme)
  return programme
}
