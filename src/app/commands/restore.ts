import { archivePath, countRows, readArchive } from './archive.ts'
import type { Command } from './command.ts'

export const command: Command = {
  usage: '<file>',
  summary:
    'Reads an archive of `backup` into an empty database and data directory, embedded or PostgreSQL, and checks counts, rows and journal. All of it or nothing.',
  async run(args) {
    const { header, manifest, heldMails } = await readArchive(archivePath(args, 'read'), { movesHere: false })
    console.log(
      `Restored: ${countRows(manifest)} rows, ${manifest.files.length} files, ${manifest.heads.length} journals, all checked.`,
    )
    console.log(`They are as of ${header.madeAt}; everybody signs in anew.`)
    if (heldMails > 0) console.log(`${heldMails} mails that waited then are held back; see /operations.`)
    if (header.secretIsGiven) console.log('The backup was made under NARU_SECRET: set the same here.')
    return 0
  },
}
