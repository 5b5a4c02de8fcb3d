import { parseArgs } from 'node:util'
import { type Command, StartError } from './command.ts'

export const command: Command = {
  usage: '[--check]',
  summary:
    'Loads the demonstration programme into an empty database. --check reports on its schedule and exits 0 only when the independent verifier accepts it.',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false } } })
    if (values.check) return check()
    return load()
  },
}

async function load(): Promise<number> {
  // The modules come first: opening the platform makes a queue for every job that is defined by then.
  const [{ loadDemo }, { readInstance }] = await Promise.all([
    import('../demo/load-demo.ts'),
    import('../../modules/programmes/index.ts'),
    import('../modules.ts'),
  ])
  const [{ readConfig }, { openPlatform }, { sealJournal }] = await Promise.all([
    import('../../platform/config.ts'),
    import('../../platform/open.ts'),
    import('../../platform/journal-chain/seal-journal.ts'),
  ])
  const platform = await openPlatform({ ...readConfig(), logLevel: 'warn' })
  try {
    if (!(await readInstance(platform)).isEmpty) {
      throw new StartError(
        'The database already holds a programme; the demonstration is loaded into an empty one only.',
      )
    }
    await loadDemo(platform)
    // Here and not in the first minute of the server, which would keep the memory it takes.
    await sealJournal(platform)
    console.log('The demonstration programme is loaded.')
    return 0
  } finally {
    await platform.close()
  }
}

async function check(): Promise<number> {
  const { checkDemo } = await import('../demo/check-demo.ts')
  const { report, ok } = await checkDemo()
  console.log(report)
  return ok ? 0 : 1
}
