import { createWriteStream, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import type { Command } from './command.ts'

export const command: Command = {
  usage: '[--out journal]',
  summary:
    'Writes the sealed journal of every programme into a directory, one file each, signed; `verify` checks such a file offline.',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { out: { type: 'string', default: 'journal' } } })
    const [{ readConfig }, { openPlatform }, { sealJournal }, { signHeads }, chain] = await Promise.all([
      import('../../platform/config.ts'),
      import('../../platform/open.ts'),
      import('../../platform/journal-chain/seal-journal.ts'),
      import('../../platform/journal-chain/sign-heads.ts'),
      import('../../platform/journal-chain/export-journal.ts'),
    ])
    const platform = await openPlatform(readConfig())
    try {
      await sealJournal(platform)
      await signHeads(platform)
      mkdirSync(values.out, { recursive: true })
      for (const { chainId, number } of await chain.listChains(platform)) {
        const path = join(values.out, `${chainId}.journal`)
        await pipeline(Readable.from(chain.exportJournal(platform, chainId)), createWriteStream(path))
        console.log(`${path}: ${number} entries`)
      }
      return 0
    } finally {
      await platform.close()
    }
  },
}
