import { ConfigError } from '../../platform/config.ts'
import { acrossProgrammes } from '../../platform/database/reach.ts'
import { type Command, StartError, UsageError } from './command.ts'

const COMMANDS: Readonly<Record<string, () => Promise<{ command: Command }>>> = {
  start: () => import('./start.ts'),
  server: () => import('./server.ts'),
  worker: () => import('./worker.ts'),
  build: () => import('./build.ts'),
  migrate: () => import('./migrate.ts'),
  demo: () => import('./demo.ts'),
  schedule: () => import('./schedule.ts'),
  'verify-schedule': () => import('./verify-schedule.ts'),
  list: () => import('./list.ts'),
  verify: () => import('./verify.ts'),
  'turn-config': () => import('./turn-config.ts'),
  journal: () => import('./journal.ts'),
  backup: () => import('./backup.ts'),
  restore: () => import('./restore.ts'),
  export: () => import('./export.ts'),
  import: () => import('./import.ts'),
  retention: () => import('./retention.ts'),
}

/** Runs `naru <word> …` and resolves to its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [word = 'help', ...args] = argv
  if (['help', '--help', '-h'].includes(word)) {
    console.log(await usage())
    return 0
  }
  const load = Object.hasOwn(COMMANDS, word) ? COMMANDS[word] : undefined
  if (!load) {
    console.error(`There is no command "${word}".\n\n${await usage()}`)
    return 2
  }
  const { command } = await load()
  if (args.includes('--help')) {
    console.log(`naru ${word} ${command.usage}\n${command.summary}`)
    return 0
  }
  return runCommand(word, command, args)
}

/** They say for each thing they do whose rows it needs; every other command is about the whole installation. */
const SERVES: ReadonlySet<string> = new Set(['start', 'server', 'worker'])

async function runCommand(word: string, command: Command, args: readonly string[]): Promise<number> {
  try {
    return await (SERVES.has(word) ? command.run(args) : acrossProgrammes(() => command.run(args)))
  } catch (error) {
    if (error instanceof UsageError || isBadOption(error)) {
      console.error(`${(error as Error).message}\nUsage: naru ${word} ${command.usage}`)
      return 2
    }
    console.error(isForTheTerminal(error) ? error.message : error)
    return 1
  }
}

const isBadOption = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')

const FOR_THE_TERMINAL: ReadonlySet<string> = new Set([
  'DirectoryInUse',
  'DirectoryMoved',
  'DirectoryNotWritable',
  'MigrationError',
  'NetError',
  'BackupError',
])

/** Errors whose message says all that a person at the terminal can use; any other is shown whole. */
const isForTheTerminal = (error: unknown): error is Error =>
  error instanceof ConfigError ||
  error instanceof StartError ||
  // Named, not imported: a command that needs no database should not load one.
  (error instanceof Error && FOR_THE_TERMINAL.has(error.name))

async function usage(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([word, load]) => {
      const { command } = await load()
      return `  naru ${word} ${command.usage}`.trimEnd() + `\n      ${command.summary}`
    }),
  )
  return ['Usage:', ...lines, '  naru help', '', 'Settings are environment variables: docs/configuration.md.'].join(
    '\n',
  )
}
