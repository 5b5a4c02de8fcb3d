import { type Command, UsageError } from './command.ts'

export const command: Command = {
  usage: '<file>',
  summary:
    'Reads an archive of `backup` into an empty database and data directory, embedded or PostgreSQL, and checks counts, rows and journal. All of it or nothing.',
  async run(args) {
    const [path, ...more] = args
    if (!path || more.length > 0) throw new UsageError('Name one file to read.')
    const [
      { isSecretGiven, readConfig },
      { openDatabase },
      { createJobs },
      { createLog },
      { systemClock },
      { createNewId },
      backup,
    ] = await Promise.all([
      import('../../platform/config.ts'),
      import('../../platform/database/open.ts'),
      import('../../platform/jobs.ts'),
      import('../../platform/log.ts'),
      import('../../platform/clock.ts'),
      import('../../platform/ids.ts'),
      import('../../platform/backup/restore-backup.ts'),
      // Queues are made for every job that is defined by then.
      import('../modules.ts'),
    ])
    const config = readConfig()
    const secretIsGiven = isSecretGiven()
    const database = await openDatabase(config)
    const log = createLog({ ...config, logLevel: 'warn' })
    const jobs = createJobs({ database, log, newId: createNewId(systemClock), timers: false })
    try {
      const { header, manifest, heldMails } = await backup.restoreBackup(
        { database, config, jobs, secretIsGiven },
        path,
      )
      const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      console.log(
        `Restored: ${rows} rows, ${manifest.files.length} files, ${manifest.heads.length} journals, all checked.`,
      )
      console.log(`They are as of ${header.madeAt}; everybody signs in anew.`)
      if (heldMails > 0) console.log(`${heldMails} mails that waited then are held back; see /operations.`)
      if (header.secretIsGiven) console.log('The backup was made under NARU_SECRET: set the same here.')
      return 0
    } finally {
      await jobs.stop()
      await database.close()
    }
  },
}
