import { existsSync } from 'node:fs'
import { type Command, StartError, UsageError } from './command.ts'

export const command: Command = {
  usage: '<file>',
  summary:
    'Writes everything into one archive: rows, stored files, the identity of the seals. On PostgreSQL the servers may go on working; the embedded database must be stopped first. `restore` reads it, into either kind of database.',
  async run(args) {
    const [path, ...more] = args
    if (!path || more.length > 0) throw new UsageError('Name one file to write.')
    if (existsSync(path)) throw new StartError(`${path} is there already.`)
    const [
      { isSecretGiven, readConfig },
      { openDatabase },
      { migrate },
      { createFiles },
      { systemClock },
      { createNewId },
      backup,
    ] = await Promise.all([
      import('../../platform/config.ts'),
      import('../../platform/database/open.ts'),
      import('../../platform/database/migrate.ts'),
      import('../../platform/files.ts'),
      import('../../platform/clock.ts'),
      import('../../platform/ids.ts'),
      import('../../platform/backup/write-backup.ts'),
    ])
    const config = readConfig()
    const database = await openDatabase(config)
    try {
      await migrate(database.pool)
      const files = createFiles({ config, clock: systemClock, newId: createNewId(systemClock) })
      const secretIsGiven = isSecretGiven()
      const source = { database, config, files, now: systemClock.now(), secretIsGiven }
      const { tables, files: written, heads } = await backup.writeBackup(source, path)
      const rows = tables.reduce((sum, table) => sum + table.rows, 0)
      console.log(`${path}: ${rows} rows, ${written.length} files, ${heads.length} journals.`)
      console.log('It holds the key of the seals: keep it like one.')
      if (secretIsGiven) console.log('NARU_SECRET is not in it: keep that beside it.')
      return 0
    } finally {
      await database.close()
    }
  },
}
