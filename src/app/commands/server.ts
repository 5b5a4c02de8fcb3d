import { readConfig } from '../../platform/config.ts'
import { WEB_DIRECTORY, buildWeb, isWebBuilt } from '../build-web.ts'
import { type Command, needsServer } from './command.ts'

export const command: Command = {
  usage: '',
  summary:
    'Answers requests and leaves all background work to `naru worker`. Any number may run on one PostgreSQL server (DATABASE_URL).',
  async run() {
    const config = needsServer(readConfig(), 'server')
    if (!isWebBuilt()) await buildWeb()
    const [{ modules }, { runServer }, { untilStopped }, { openPlatform }] = await Promise.all([
      import('../modules.ts'),
      import('../server.ts'),
      import('../stop-signals.ts'),
      import('../../platform/open.ts'),
    ])
    const stopped = untilStopped()
    const platform = await openPlatform(config)
    const { port, stop } = await runServer(platform, { modules, webDirectory: WEB_DIRECTORY, works: false })
    console.log(`Naru answers at ${config.baseUrl} (listening on ${config.host}:${port}).`)
    await stopped
    await stop()
    return 0
  },
}
