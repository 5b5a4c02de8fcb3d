import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import type { Db } from './database/handle.ts'
import type { Files } from './files.ts'
import type { NewId } from './ids.ts'
import type { Jobs } from './jobs.ts'
import type { Live } from './live.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail.ts'
import type { ServerLine } from './server-line.ts'

/** What the machine offers to every operation and query; built once in `app/`, passed as first argument. */
export interface Platform {
  readonly config: Config
  readonly db: Db
  readonly clock: Clock
  readonly newId: NewId
  readonly log: Log
  readonly jobs: Jobs
  readonly mail: Mail
  readonly files: Files
  readonly live: Live
  readonly line: ServerLine
}

/** The same platform with its writes inside `trx`: for an operation called from another one's transaction. */
export const within = (platform: Platform, trx: Db): Platform => ({ ...platform, db: trx })
