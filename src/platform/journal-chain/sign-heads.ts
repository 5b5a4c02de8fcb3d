import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Platform } from '../context.ts'
import { signingIdentity } from '../documents/signing-identity.ts'
import { defineJob } from '../jobs.ts'
import { signHead } from './chain.ts'
import { insertHeads, readUnsignedLinks } from './chain-store.ts'

const signHeadsDaily = defineJob('journal.sign-heads')

/** At ten past midnight UTC, and whenever `signHeads` is called. */
export async function startJournalChain(platform: Platform): Promise<void> {
  await platform.jobs.work(signHeadsDaily, () => signHeads(platform).then(() => {}), { pollSeconds: 60 })
  await platform.jobs.schedule(signHeadsDaily, '10 0 * * *', {})
}

/**
 * Signs the end of every chain that has grown and writes the heads of the day to `journal-heads/` in the data
 * directory, one JSON object a line: kept elsewhere, they betray a journal that was cut short and sealed anew.
 * Returns how many were signed.
 */
export async function signHeads(platform: Platform): Promise<number> {
  const now = platform.clock.now()
  const { dataDir } = platform.config
  const { key } = await signingIdentity(dataDir, now)
  const links = await readUnsignedLinks(platform.db)
  const heads = links.map(({ chainId, number, hash }) => {
    const head = { chainId, number, hash, signedAt: now }
    return { ...head, signature: signHead(head, key) }
  })
  if (heads.length === 0) return 0
  await insertHeads(platform.db, heads)
  const directory = join(dataDir, 'journal-heads')
  mkdirSync(directory, { recursive: true })
  const lines = heads.map((head) => `${JSON.stringify(head)}\n`).join('')
  writeFileSync(join(directory, `${now.slice(0, 10)}.jsonl`), lines, { flag: 'a' })
  return heads.length
}
