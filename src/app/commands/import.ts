import { archivePath, countEntries, countRows, largestTables, readArchive } from './archive.ts'
import type { Command } from './command.ts'

export const command: Command = {
  usage: '<file>',
  summary:
    'Reads an archive of `export` into an empty database (DATABASE_URL), compares every row with what was written and follows the journal to its end; then everything goes on here, mail that waits too. All of it or nothing.',
  async run(args) {
    const { header, manifest, heldMails } = await readArchive(archivePath(args, 'read'), { movesHere: true })
    console.log(`Imported and compared: ${countRows(manifest)} rows, ${manifest.files.length} files.`)
    console.log(`Journal verified: ${manifest.heads.length} chains, ${countEntries(manifest)} entries.`)
    console.log(`Most rows: ${largestTables(manifest)}.`)
    console.log(`As of ${header.madeAt}; everybody signs in anew.`)
    if (heldMails > 0)
      console.log(`It is a backup: ${heldMails} mails that waited then are held back; see /operations.`)
    if (header.secretIsGiven) console.log('It was made under NARU_SECRET: set the same here.')
    return 0
  },
}
