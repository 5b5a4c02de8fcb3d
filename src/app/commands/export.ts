import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { archivePath, countEntries, countRows, largestTables, writeArchive } from './archive.ts'
import type { Command } from './command.ts'

export const command: Command = {
  usage: '<file>',
  summary:
    'Writes everything into one archive to go on elsewhere, as from the embedded database to PostgreSQL; stop Naru first. `import` reads it there. Unlike after `backup`, mail that waits is sent from there, so the embedded database here does not open again.',
  async run(args) {
    const path = archivePath(args, 'write')
    const { manifest, secretIsGiven, config } = await writeArchive(path, 'move')
    if (config.databaseUrl === null) writeFileSync(join(config.dataDir, 'moved'), `${path}\n`, { flush: true })
    console.log(`${path}: ${countRows(manifest)} rows, ${manifest.files.length} files.`)
    console.log(`Journal: ${manifest.heads.length} chains, ${countEntries(manifest)} entries.`)
    console.log(`Most rows: ${largestTables(manifest)}.`)
    console.log('It holds the key of the seals: keep it like one.')
    if (secretIsGiven) console.log('NARU_SECRET is not in it: set the same there.')
    return 0
  },
}
