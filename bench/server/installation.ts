import {
  type Installation,
  type NaruProcess,
  freePorts,
  openInstallation,
  startProcess,
} from '../../src/platform/testing/processes.ts'
import { readConfig } from '../../src/platform/config.ts'
import { silentLog } from '../../src/platform/log.ts'
import { type OpenPlatform, openPlatform } from '../../src/platform/open.ts'
import { type Client, openClient } from './client.ts'

export interface Running {
  readonly installation: Installation
  /** For building what is measured and for looking at it afterwards; the server is a process of its own. */
  readonly platform: OpenPlatform
  readonly server: NaruProcess
  readonly worker: NaruProcess
  readonly url: string
  readonly ask: Client
  readonly close: () => Promise<void>
}

/** `naru server` and `naru worker` as processes of their own on a database of their own, as behind a proxy. */
export async function openRunning(serverUrl: string): Promise<Running> {
  const installation = await openInstallation(serverUrl)
  const [port = 0] = await freePorts(1)
  const environment = { ...installation.environment, TRUST_PROXY: 'true', BASE_URL: `http://127.0.0.1:${port}` }
  const platform = await openPlatform(readConfig(environment), { log: silentLog() })
  platform.database.net.allUnlessSaid = true
  const server = startProcess('server', environment, port)
  const worker = startProcess('worker', environment, 0)
  const client = openClient(server.url)
  const close = async () => {
    client.close()
    await Promise.all([server.stop(), worker.stop(), platform.close()])
    await installation.remove()
  }
  try {
    await Promise.all([server.ready, worker.ready])
  } catch (error) {
    await close()
    throw error
  }
  return { installation, platform, server, worker, url: server.url, ask: client.ask, close }
}
