import { existsSync } from 'node:fs'
import type { ArchivePurpose, BackupManifest } from '../../platform/backup/format.ts'
import type { Restored } from '../../platform/backup/restore-backup.ts'
import type { Config } from '../../platform/config.ts'
import { StartError, UsageError } from './command.ts'

export interface WrittenArchive {
  readonly manifest: BackupManifest
  readonly secretIsGiven: boolean
  readonly config: Config
}

/** The one argument of the commands that write or read an archive. Throws UsageError. */
export function archivePath(args: readonly string[], verb: 'read' | 'write'): string {
  const [path, ...more] = args
  if (!path || more.length > 0) throw new UsageError(`Name one file to ${verb}.`)
  if (verb === 'write' && existsSync(path)) throw new StartError(`${path} is there already.`)
  return path
}

/** Everything of the installation that the settings name, in one file. */
export async function writeArchive(path: string, purpose: ArchivePurpose): Promise<WrittenArchive> {
  const [
    { isSecretGiven, readConfig },
    { openDatabase },
    { migrate },
    { createFiles },
    { openContents },
    { systemClock },
    { createNewId },
    { writeBackup },
  ] = await Promise.all([
    import('../../platform/config.ts'),
    import('../../platform/database/open.ts'),
    import('../../platform/database/migrate.ts'),
    import('../../platform/files.ts'),
    import('../../platform/file-contents.ts'),
    import('../../platform/clock.ts'),
    import('../../platform/ids.ts'),
    import('../../platform/backup/write-backup.ts'),
  ])
  const config = readConfig()
  const database = await openDatabase(config)
  try {
    await migrate(database.pool)
    const newId = createNewId(systemClock)
    const files = createFiles({ contents: openContents(config), clock: systemClock, newId })
    const secretIsGiven = isSecretGiven()
    const source = { database, config, files, now: systemClock.now(), secretIsGiven, purpose }
    return { manifest: await writeBackup(source, path), secretIsGiven, config }
  } finally {
    await database.close()
  }
}

/** Reads an archive into the empty installation that the settings name. */
export async function readArchive(path: string, { movesHere }: { readonly movesHere: boolean }): Promise<Restored> {
  const [
    { isSecretGiven, readConfig },
    { openDatabase },
    { createJobs },
    { createLog },
    { systemClock },
    { createNewId },
    { openContents },
    { restoreBackup },
  ] = await Promise.all([
    import('../../platform/config.ts'),
    import('../../platform/database/open.ts'),
    import('../../platform/jobs.ts'),
    import('../../platform/log.ts'),
    import('../../platform/clock.ts'),
    import('../../platform/ids.ts'),
    import('../../platform/file-contents.ts'),
    import('../../platform/backup/restore-backup.ts'),
    // Queues are made for every job that is defined by then.
    import('../modules.ts'),
  ])
  const config = readConfig()
  const database = await openDatabase(config)
  const log = createLog({ ...config, logLevel: 'warn' })
  const jobs = createJobs({ database, log, newId: createNewId(systemClock), timers: false })
  try {
    const target = { database, config, contents: openContents(config), jobs, secretIsGiven: isSecretGiven(), movesHere }
    return await restoreBackup(target, path)
  } finally {
    await jobs.stop()
    await database.close()
  }
}

export const countRows = ({ tables }: BackupManifest): number => tables.reduce((sum, table) => sum + table.rows, 0)

/** `12 companies` and so on: the tables that hold most, for whoever compares the two sides by eye. */
export const largestTables = ({ tables }: BackupManifest): string =>
  tables
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
    .slice(0, 12)
    .map(({ name, rows }) => `${name} ${rows}`)
    .join(', ')

export const countEntries = ({ heads }: BackupManifest): number => heads.reduce((sum, head) => sum + head.number, 0)
