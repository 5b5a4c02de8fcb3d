import { sql } from 'kysely'
import type { Id } from '../../kernel/id.ts'
import { type Db, tables } from '../database/handle.ts'
import type { JournalHead } from './chain.ts'

/** The chain of entries that concern no single programme. */
export const COMMON_CHAIN: Id = '00000000-0000-0000-0000-000000000000'

export interface Link {
  readonly chainId: Id
  readonly number: number
  readonly seq: number
  readonly hash: string
}

interface Tables {
  journalLink: Link
  journalHead: JournalHead & { signature: string }
}

/** The entries as text in the order of the journal. */
export async function readLines(
  db: Db,
  seqs: readonly number[],
): Promise<{ seq: number; chainId: Id; line: string }[]> {
  const { rows } = await sql<{ seq: number; chainId: Id; line: string }>`
    select e.seq, coalesce(e.programme_id, ${COMMON_CHAIN}::uuid) as chain_id, journal_line(e) as line
    from journal_entry e where e.seq = any(${seqs}::bigint[]) order by e.era, e.tx, e.seq`.execute(db)
  return rows
}

/** The last link of each chain. */
export async function readLastLinks(db: Db, chainIds: readonly Id[] | null = null): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select distinct on (chain_id) chain_id, number, seq, hash from journal_link
    where ${chainIds}::uuid[] is null or chain_id = any(${chainIds}::uuid[])
    order by chain_id, number desc`.execute(db)
  return rows
}

export async function insertLinks(db: Db, links: readonly Link[]): Promise<void> {
  await tables<Tables>(db)
    .insertInto('journalLink')
    .values([...links])
    .execute()
}

/** The last links that no signature reaches yet. */
export async function readUnsignedLinks(db: Db): Promise<Link[]> {
  const { rows } = await sql<Link>`
    select * from (select distinct on (chain_id) chain_id, number, seq, hash from journal_link
      order by chain_id, number desc) last
    where not exists (select from journal_head h where h.chain_id = last.chain_id and h.number = last.number)`.execute(
    db,
  )
  return rows
}

/** Keeps heads; one that another process has signed meanwhile stays. */
export async function insertHeads(db: Db, heads: readonly (JournalHead & { signature: string })[]): Promise<void> {
  await tables<Tables>(db)
    .insertInto('journalHead')
    .values([...heads])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** The entries from number `after` + 1 on with the hash that was sealed; the text is what the journal says today. */
export async function readChain(
  db: Db,
  chainId: Id,
  after: number,
  upTo: number,
  limit: number,
): Promise<{ number: number; line: string; hash: string }[]> {
  const { rows } = await sql<{ number: number; line: string; hash: string }>`
    select l.number, coalesce(journal_line(e), 'null') as line, l.hash
    from journal_link l left join journal_entry e using (seq)
    where l.chain_id = ${chainId} and l.number > ${after} and l.number <= ${upTo}
    order by l.number limit ${limit}`.execute(db)
  return rows
}
