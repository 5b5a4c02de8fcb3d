import type { Platform } from '../context.ts'
import type { Db } from '../database/handle.ts'
import { type JournalEntry, type JournalReader, readJournal } from '../journal.ts'
import { firstHash, linkHash } from './chain.ts'
import { type Link, insertLinks, readLastLinks, readLines } from './chain-store.ts'

/**
 * Links every entry to the one before it of the same programme. A reader of the journal like any other: in order, once,
 * and never two at a time, so a chain has no forks.
 */
export const journalChain: JournalReader = { reader: 'journal-chain', handle: sealEntries }

/** Links all that is not linked yet, where no worker does: after loading much, or before writing the chains out. */
export async function sealJournal(platform: Pick<Platform, 'db'>): Promise<void> {
  while ((await readJournal(platform, journalChain)) > 0);
}

async function sealEntries(entries: readonly JournalEntry[], db: Db): Promise<void> {
  const lines = await readLines(
    db,
    entries.map(({ seq }) => seq),
  )
  const known = await readLastLinks(db, [...new Set(lines.map(({ chainId }) => chainId))])
  const last = new Map(known.map((link) => [link.chainId, link]))
  const links = lines.map(({ seq, chainId, line }): Link => {
    const before = last.get(chainId)
    const hash = linkHash(before?.hash ?? firstHash(chainId), line)
    const link = { chainId, number: (before?.number ?? 0) + 1, seq, hash }
    last.set(chainId, link)
    return link
  })
  await insertLinks(db, links)
}
