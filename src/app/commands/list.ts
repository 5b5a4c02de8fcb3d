import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { type Command, StartError, UsageError } from './command.ts'

const OPTIONS = {
  programme: { type: 'string' },
  code: { type: 'string' },
  name: { type: 'string' },
  format: { type: 'string' },
  source: { type: 'string' },
  published: { type: 'string' },
} as const

export const command: Command = {
  usage:
    'import <file> --programme ID --code CODE --format FORMAT [--name NAME] [--source TEXT] [--published YYYY-MM-DD]',
  summary:
    'Reads a watch list into a programme: all of it or nothing. Formats: ofac-sdn-csv, ofac-consolidated-csv, eu-csv, un-xml, ftm-json, opensanctions-simple-csv. The same file again confirms that it is current. Exits 1 with the line when the file cannot be read whole.',
  async run(args) {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS })
    const [verb, path, ...more] = positionals
    if (verb !== 'import' || path === undefined || more.length > 0) throw new UsageError('Say `import` and one file.')
    const { programme: programmeId, code, name = code, format, source = null, published: publishedOn = null } = values
    if (!programmeId || !code || !name || !format) throw new UsageError('--programme, --code and --format are needed.')
    const contents = readList(path)
    // The modules come first: opening the platform makes a queue for every job that is defined by then.
    const [{ LIST_FORMATS, complianceMessages, importList }, { systemActor }, { readProgramme }] = await Promise.all([
      import('../../modules/compliance/index.ts'),
      import('../../modules/accounts/index.ts'),
      import('../../modules/programmes/index.ts'),
      import('../modules.ts'),
    ])
    const known = LIST_FORMATS.find((one) => one === format)
    if (!known) throw new UsageError(`There is no format "${format}". There are: ${LIST_FORMATS.join(', ')}.`)
    const [{ readConfig }, { openPlatform }, { createTranslators }] = await Promise.all([
      import('../../platform/config.ts'),
      import('../../platform/open.ts'),
      import('../../platform/i18n.ts'),
    ])
    const platform = await openPlatform({ ...readConfig(), logLevel: 'warn' })
    try {
      const actor = systemActor('command-line')
      if (!(await readProgramme(platform, actor, { programmeId })).ok) {
        throw new StartError(`There is no programme ${programmeId}. Its id stands in its address, after /programmes/.`)
      }
      const facts = { programmeId, code, name, format: known, source, publishedOn, fictional: false }
      const read = await importList(platform, actor, { ...facts, fileName: basename(path), contents })
      if (!read.ok) {
        const { translateRefusal } = createTranslators({ compliance: complianceMessages })
        throw new StartError(translateRefusal('en', read.refusal.code, read.refusal.detail ?? {}))
      }
      const { version, entries, unchanged } = read.value
      console.log(
        unchanged ? 'The list is the one in force; it is current.' : `Version ${version}: ${entries} entries.`,
      )
      return 0
    } finally {
      await platform.close()
    }
  },
}

function readList(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    throw new UsageError(`${path} cannot be read: ${(error as Error).message}.`)
  }
}
