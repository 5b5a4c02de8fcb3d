import type { Id } from '../../kernel/id.ts'
import type { Platform } from '../context.ts'
import { pem, signingIdentity } from '../documents/signing-identity.ts'
import { JOURNAL_FORMAT, type JournalHead, firstHash, signHead, writeHeader } from './chain.ts'
import { readChain, readLastLinks } from './chain-store.ts'

const PAGE = 5000

/** Every chain with its last entry: one for each programme that has a journal, and the common one. */
export const listChains = (platform: Platform): Promise<readonly Pick<JournalHead, 'chainId' | 'number'>[]> =>
  readLastLinks(platform.db)

/**
 * The sealed journal of a chain as text, in portions: the signed head first, then every entry up to it. What the
 * journal says today stands beside the hash it was sealed with, so a change made in the database shows when checked.
 */
export async function* exportJournal(platform: Platform, chainId: Id): AsyncGenerator<string> {
  const [last] = await readLastLinks(platform.db, [chainId])
  const identity = await signingIdentity(platform.config.dataDir, platform.clock.now())
  const head: JournalHead = {
    chainId,
    number: last?.number ?? 0,
    hash: last?.hash ?? firstHash(chainId),
    signedAt: platform.clock.now(),
  }
  yield writeHeader({
    ...head,
    format: JOURNAL_FORMAT,
    signature: signHead(head, identity.key),
    certificate: pem('CERTIFICATE', identity.certificate),
    authority: pem('CERTIFICATE', identity.authority),
  })
  for (let after = 0; after < head.number;) {
    const links = await readChain(platform.db, chainId, after, head.number, PAGE)
    if (links.length === 0) return
    yield links.map(({ line, hash }) => `${line} ${hash}\n`).join('')
    after = links.at(-1)!.number
  }
}
