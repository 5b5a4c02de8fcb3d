import { parseArgs } from 'node:util'
import type { Command } from './command.ts'

export const command: Command = {
  usage: '[--dry-run]',
  summary:
    'Removes personal data that has been kept as long as the settings say (NARU_KEEP_…), as the job does each night. --dry-run writes nothing and says how many rows it would be.',
  async run(args) {
    const { values } = parseArgs({ args: [...args], options: { 'dry-run': { type: 'boolean', default: false } } })
    // The modules come first: opening the platform makes a queue for every job that is defined by then.
    const { privacySources } = await import('../modules.ts')
    const [{ readConfig }, { openPlatform }, { applyRetention }] = await Promise.all([
      import('../../platform/config.ts'),
      import('../../platform/open.ts'),
      import('../../modules/accounts/index.ts'),
    ])
    const platform = await openPlatform({ ...readConfig(), logLevel: 'warn' })
    try {
      for (const { name, days, rows } of await applyRetention(platform, privacySources, values['dry-run'])) {
        const limit = days === 0 ? 'time is up' : `older than ${days} days`
        console.log(`${name}: ${rows} ${values['dry-run'] ? 'would be removed' : 'removed'} (${limit})`)
      }
      return 0
    } finally {
      await platform.close()
    }
  },
}
