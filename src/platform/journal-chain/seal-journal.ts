import type { Platform } from '../context.ts'
import type { JournalEntry } from '../journal.ts'
import { firstHash, linkHash } from './chain.ts'
import { type Link, insertLinks, readLastLinks, readLines } from './chain-store.ts'

/**
 * Links every entry to the one before it of the same programme. A reader of the journal like any other: in order, once,
 * and never two at a time, so a chain has no forks.
 */
export const journalChain = { reader: 'journal-chain', handle: sealEntries } as const

async function sealEntries({ db }: Pick<Platform, 'db'>, entries: readonly JournalEntry[]): Promise<void> {
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
