import { archivePath, countRows, writeArchive } from './archive.ts'
import type { Command } from './command.ts'

export const command: Command = {
  usage: '<file>',
  summary:
    'Writes everything into one archive: rows, stored files, the identity of the seals. On PostgreSQL the servers may go on working; the embedded database must be stopped first. `restore` reads it, into either kind of database.',
  async run(args) {
    const path = archivePath(args, 'write')
    const { manifest, secretIsGiven } = await writeArchive(path, 'backup')
    console.log(
      `${path}: ${countRows(manifest)} rows, ${manifest.files.length} files, ${manifest.heads.length} journals.`,
    )
    console.log('It holds the key of the seals: keep it like one.')
    if (secretIsGiven) console.log('NARU_SECRET is not in it: keep that beside it.')
    return 0
  },
}
