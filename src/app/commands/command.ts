import type { Config } from '../../platform/config.ts'

/** One word of the command line. Each lies in a file of its own, loaded when it is called. */
export interface Command {
  /** Arguments as in `naru <name> <usage>`. */
  readonly usage: string
  readonly summary: string
  /** Resolves to the exit code: 0 done, 1 could not be done, 2 called wrongly or given what cannot be read. */
  readonly run: (args: readonly string[]) => Promise<number>
}

/** The command was called wrongly, or a file it was given cannot be used; `message` is fit for the terminal. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** What was asked for could not be done; `message` is fit for the terminal. */
export class StartError extends Error {
  override readonly name = 'StartError'
}

/** The settings, when they name a server that several processes can share. Throws StartError otherwise. */
export function needsServer(config: Config, word: string): Config {
  if (config.databaseUrl !== null) return config
  throw new StartError(
    `naru ${word} needs DATABASE_URL: the embedded database is open to one process alone. Use naru start.`,
  )
}
