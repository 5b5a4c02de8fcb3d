import { parseArgs } from 'node:util'
import type { OpenPlatform } from '../../platform/open.ts'
import type { Command } from './command.ts'

export const command: Command = {
  usage: '[--check]',
  summary:
    'Loads the demonstration programme into an empty database. --check reports on its schedule and exits 0 only when the independent verifier accepts it.',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { check: { type: 'boolean', default: false } } })
    if (values.check) return check()
    return withPlatform(async (platform) => {
      const { readInstance } = await import('../../modules/programmes/index.ts')
      const { isEmpty } = await readInstance(platform)
      if (!isEmpty) {
        console.error('The database already holds a programme; the demonstration is loaded into an empty one only.')
        return 1
      }
      const { loadDemo } = await import('../demo/load-demo.ts')
      await loadDemo(platform)
      console.log('The demonstration programme is loaded.')
      return 0
    })
  },
}

async function check(): Promise<number> {
  const { checkDemo } = await import('../demo/check-demo.ts')
  const { report, ok } = await checkDemo()
  console.log(report)
  return ok ? 0 : 1
}

async function withPlatform(work: (platform: OpenPlatform) => Promise<number>): Promise<number> {
  const [{ readConfig }, { openPlatform }] = await Promise.all([
    import('../../platform/config.ts'),
    import('../../platform/open.ts'),
  ])
  const platform = await openPlatform({ ...readConfig(), logLevel: 'warn' })
  try {
    return await work(platform)
  } finally {
    await platform.close()
  }
}
