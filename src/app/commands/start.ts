import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { type Config, readConfig } from '../../platform/config.ts'
import { acrossProgrammes } from '../../platform/database/reach.ts'
import type { OpenPlatform } from '../../platform/open.ts'
import { ROOT, WEB_DIRECTORY, buildWeb, isWebBuilt, watchWeb } from '../build-web.ts'
import type { DemoLink } from '../demo-links.ts'
import { type Command, StartError } from './command.ts'

export const command: Command = {
  usage: '[--watch]',
  summary: 'Starts the server. --watch builds the web app again whenever its sources change.',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { watch: { type: 'boolean', default: false } } })
    const config = readConfig()
    if (!isWebBuilt()) {
      console.log('Building the web app …')
      await buildWeb()
    }
    if (values.watch) watchWeb()
    await serve(config)
    return 0
  },
}

const loadParts = () => Promise.all([import('../modules.ts'), import('../server.ts'), import('../demo-links.ts')])

async function serve(config: Config): Promise<void> {
  const { untilStopped } = await import('../stop-signals.ts')
  const stopped = untilStopped()
  growYoungHeap(false)
  const platform = await openPrepared(config)
  const [{ modules }, { runServer }, { createDemoLinks }] = await loadParts()
  const links = await acrossProgrammes(() => createDemoLinks(platform))
  const { port, stop } = await runServer(platform, { modules, webDirectory: WEB_DIRECTORY })
  setTimeout(() => growYoungHeap(true), CATCHING_UP_MS).unref()
  console.log(welcome(config, port, links))
  await stopped
  await stop()
}

/** In which a start does what the last run left undone. */
const CATCHING_UP_MS = 20_000

/**
 * Loading and catching up leave garbage only, but V8 makes room for more of the same and keeps it: 130 MB that an idle
 * server would hold. So the young generation grows once there is work, by V8's own factor.
 */
const growYoungHeap = (grows: boolean): void => setFlagsFromString(`--semi-space-growth-factor=${grows ? 2 : 1}`)

/**
 * The platform with its database made and, on the first run, the demonstration loaded. Both happen in a process of
 * their own: making the embedded database takes twice the memory of using it, and would keep it.
 */
async function openPrepared(config: Config): Promise<OpenPlatform> {
  const { openPlatform } = await import('../../platform/open.ts')
  const isNew = config.databaseUrl === null && !existsSync(join(config.dataDir, 'database'))
  if (isNew) console.log('Making the database …')
  if (isNew) await runNaru(config.demo ? 'demo' : 'migrate')
  const platform = await openPlatform(config, { load: loadParts })
  const { readInstance } = await import('../../modules/programmes/index.ts')
  if (!config.demo || !(await acrossProgrammes(() => readInstance(platform))).isEmpty) return platform
  await platform.close()
  await runNaru('demo')
  return openPlatform(config, { load: loadParts })
}

function runNaru(word: 'demo' | 'migrate'): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'src/app/naru.js'), word], { stdio: 'inherit' })
    process.once('exit', () => child.kill())
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new StartError(`naru ${word} did not succeed.`))))
  })
}

function welcome(
  { baseUrl, host, databaseUrl, dataDir, smtpUrl }: Config,
  port: number,
  links: readonly DemoLink[],
): string {
  const width = Math.max(0, ...links.map(({ role }) => role.length))
  return [
    '',
    `Naru is running at ${baseUrl} (listening on ${host}:${port}).`,
    databaseUrl === null
      ? `Database: embedded, in ${dataDir}. It survives a killed process, not a power cut: use DATABASE_URL for anything that counts.`
      : 'Database: PostgreSQL.',
    ...(smtpUrl === null ? [`Mail: written to ${dataDir}/outbox, because SMTP_URL is not set.`] : []),
    ...(links.length > 0 ? ['Sign in to the demonstration programme (each link works once, for 12 hours):'] : []),
    ...links.map(({ role, url }) => `  ${role.padEnd(width)}  ${url}`),
    '',
  ].join('\n')
}
