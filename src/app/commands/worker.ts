import { readConfig } from '../../platform/config.ts'
import { type Command, needsServer } from './command.ts'

export const command: Command = {
  usage: '',
  summary:
    'Does the background work: mail, schedules, matching, reminders. Any number may run beside `naru server` on one PostgreSQL server (DATABASE_URL).',
  async run() {
    const config = needsServer(readConfig(), 'worker')
    const [{ modules }, { startWorker }, { untilStopped }, { openPlatform }] = await Promise.all([
      import('../modules.ts'),
      import('../worker.ts'),
      import('../stop-signals.ts'),
      import('../../platform/open.ts'),
    ])
    const stopped = untilStopped()
    const platform = await openPlatform(config)
    const worker = await startWorker(platform, modules)
    console.log('Naru works.')
    await stopped
    await worker.stop()
    await platform.close()
    return 0
  },
}
