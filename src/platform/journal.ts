import { type RawBuilder, sql } from 'kysely'
import type { Id } from '../kernel/id.ts'
import type { Instant } from '../kernel/instant.ts'
import { type Db, tables, transaction } from './database/handle.ts'

/** What happened: who did what to which subject, and how the subject looked before and after. */
export interface JournalEntry {
  /** Number of the entry; unique, rising, with gaps. */
  readonly seq: number
  readonly at: Instant
  /** null: it concerns no single programme. */
  readonly programmeId: Id | null
  /** `person`, `system` or another kind of actor that the modules name. */
  readonly actorKind: string
  readonly actorId: Id | null
  /** `meeting-request.accepted` */
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: Id
  readonly before: unknown
  readonly after: unknown
  /** Of the request that caused it, as in the log; null for work in the background. */
  readonly requestId: string | null
}

/** An entry to be written; the database adds number and time unless `at` gives the moment of the decision. */
export interface NewJournalEntry {
  readonly at?: Instant
  readonly programmeId: Id | null
  readonly actorKind: string
  readonly actorId: Id | null
  readonly action: string
  readonly subjectKind: string
  readonly subjectId: Id
  readonly before?: unknown
  readonly after?: unknown
  readonly requestId?: string | null
}

const json = (value: unknown) => (value === undefined || value === null ? null : JSON.stringify(value))

const entryValues = (entry: NewJournalEntry): RawBuilder<unknown> => sql`
  coalesce(${entry.at ?? null}::timestamptz, now()), ${entry.programmeId}::uuid, ${entry.actorKind}::text,
  ${entry.actorId}::uuid, ${entry.action}::text, ${entry.subjectKind}::text, ${entry.subjectId}::uuid,
  ${json(entry.before)}::jsonb, ${json(entry.after)}::jsonb, ${entry.requestId ?? null}::text`

const insertEntry = (entry: NewJournalEntry, from: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  insert into journal_entry
    (at, programme_id, actor_kind, actor_id, action, subject_kind, subject_id, before, after, request_id)
  select ${entryValues(entry)} ${from}`

/**
 * The entry as part of the statement that makes the change, one entry for each row of the CTE named
 * `changed` (so none when a conditional update found nothing):
 * `with changed as (update … returning *), logged as (${journalInsert(entry)}) select * from changed`.
 */
export const journalInsert = (entry: NewJournalEntry, changed = 'changed'): RawBuilder<unknown> =>
  insertEntry(entry, sql`from ${sql.table(changed)}`)

/** The entry as a statement of its own, for a change that takes several statements: pass their transaction. */
export async function appendJournal(db: Db, entry: NewJournalEntry): Promise<void> {
  await insertEntry(entry, sql``).execute(db)
}

/** Many entries in one statement. */
export async function appendJournalEntries(db: Db, entries: readonly NewJournalEntry[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ at, before, after, requestId, ...entry }) => ({
    at: at ?? null,
    before: before ?? null,
    after: after ?? null,
    requestId: requestId ?? null,
    ...entry,
  }))
  await sql`
    insert into journal_entry
      (at, programme_id, actor_kind, actor_id, action, subject_kind, subject_id, before, after, request_id)
    select coalesce(e.at, now()), e."programmeId", e."actorKind", e."actorId", e.action, e."subjectKind",
      e."subjectId", nullif(e.before, 'null'), nullif(e.after, 'null'), e."requestId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as e(at timestamptz, "programmeId" uuid,
      "actorKind" text, "actorId" uuid, action text, "subjectKind" text, "subjectId" uuid, before jsonb,
      after jsonb, "requestId" text)`.execute(db)
}

/** Reading order; `tx` is text, because it is wider than a number. */
interface Position {
  readonly era: number
  readonly tx: string
  readonly seq: number
}

const START: Position = { era: 0, tx: '0', seq: 0 }

interface Tables {
  journalCursor: Position & { reader: string }
}

/** Name, and what it does with entries: writes only through `trx`, so that they stand or fall with its cursor. */
export interface JournalReader {
  readonly reader: string
  readonly handle: (entries: readonly JournalEntry[], trx: Db) => Promise<void>
  /** Entries handed over in one transaction; 200 by default. */
  readonly limit?: number
}

/**
 * Hands the next entries to a reader and returns how many there were; call again until it is 0. Each entry
 * reaches each reader exactly once and in the order (era, tx, seq): the cursor moves in the transaction of the
 * handler's writes, and its row lock keeps a second process of the same reader waiting.
 *
 * Only entries below the oldest running transaction are read. A sequence gives out numbers before the
 * commit, so an entry with a lower number may still be on its way; below that line every transaction has ended
 * and nothing can appear any more. So 0 may also mean "not yet": another transaction on the server is running.
 */
export async function readJournal(platform: { readonly db: Db }, reader: JournalReader): Promise<number> {
  return transaction(platform.db, async (trx) => {
    const cursor = await lockCursor(trx, reader.reader)
    const entries = await entriesAfter(trx, cursor, reader.limit ?? 200)
    const last = entries.at(-1)
    if (!last) return 0
    await reader.handle(
      entries.map(({ era: _era, tx: _tx, ...entry }) => entry),
      trx,
    )
    await tables<Tables>(trx)
      .updateTable('journalCursor')
      .set({ era: last.era, tx: last.tx, seq: last.seq })
      .where('reader', '=', reader.reader)
      .execute()
    return entries.length
  })
}

async function lockCursor(trx: Db, reader: string): Promise<Position> {
  const db = tables<Tables>(trx)
  const lock = () =>
    db
      .selectFrom('journalCursor')
      .select(['era', 'tx', 'seq'])
      .where('reader', '=', reader)
      .forUpdate()
      .executeTakeFirst()
  const known = await lock()
  if (known) return known
  await db
    .insertInto('journalCursor')
    .values({ reader, ...START })
    .onConflict((conflict) => conflict.column('reader').doNothing())
    .execute()
  return (await lock()) ?? START
}

async function entriesAfter(trx: Db, cursor: Position, limit: number): Promise<(JournalEntry & Position)[]> {
  const { rows } = await sql<JournalEntry & Position>`
    select seq, era, tx, at, programme_id, actor_kind, actor_id, action, subject_kind, subject_id, before, after,
      request_id
    from journal_entry
    where (era, tx, seq) > (${cursor.era}::bigint, ${cursor.tx}::xid8, ${cursor.seq}::bigint)
      and (tx < pg_snapshot_xmin(pg_current_snapshot()) or era < current_journal_era())
    order by era, tx, seq
    limit ${limit}`.execute(trx)
  return rows
}

/**
 * Begins a new era when the journal holds transaction numbers that this server has not given out yet, which
 * means that the database was restored from another one. Otherwise new entries would sort before old ones and
 * no reader would ever see them. To be called at start, before anything is written.
 */
export async function continueJournal(db: Db): Promise<void> {
  await sql`
    select setval('journal_era', current_journal_era() + 1)
    where exists (select from journal_entry
      where era = current_journal_era() and tx >= pg_snapshot_xmax(pg_current_snapshot()))`.execute(db)
}
