import type { Command } from './command.ts'

export const command: Command = {
  usage: '',
  summary: 'Brings the database up to date and ends. `start` does so by itself.',
  async run() {
    const [{ readConfig }, { openDatabase }, { migrate }] = await Promise.all([
      import('../../platform/config.ts'),
      import('../../platform/database/open.ts'),
      import('../../platform/database/migrate.ts'),
    ])
    const database = await openDatabase(readConfig())
    try {
      const added = await migrate(database.pool)
      console.log(added.length > 0 ? `Applied: ${added.join(', ')}` : 'The database is up to date.')
      return 0
    } finally {
      await database.close()
    }
  },
}
