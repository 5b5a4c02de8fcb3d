import { createReadStream, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createGunzip } from 'node:zlib'
import { readTar } from '../../../platform/backup/tar.ts'
import { sealJournal } from '../../../platform/journal-chain/seal-journal.ts'
import type { OpenPlatform } from '../../../platform/open.ts'
import { brokenLaws, chainBreaches } from '../chain/invariants.ts'
import type { Home } from './home.ts'
import { type Acknowledged, IMPORTED_ROWS, type Kind, LISTED_ENTRIES } from './work.ts'

export interface LookedBack {
  /** Acknowledged and not there. */
  readonly lost: readonly string[]
  /** Done in part, or against a law. */
  readonly half: readonly string[]
}

/** How far a thing has come: what is acknowledged may have gone on, never back. */
const RANKS: Readonly<Record<string, number>> = {
  pending: 1,
  accepted: 2,
  cancelled: 3,
  draft: 1,
  frozen: 2,
  sent: 3,
  signed: 4,
}

/** Holds the data that a killed process left against what it had said, and against the laws of the product. */
export async function lookBack(
  platform: OpenPlatform,
  home: Home,
  acknowledged: readonly Acknowledged[],
  atRest: boolean,
): Promise<LookedBack> {
  const rowsOf = async <Row extends object>(sql: string, ...values: readonly unknown[]): Promise<Row[]> =>
    (await platform.database.pool.query(sql, [home.programmeId, ...values])).rows
  const of = (kind: Kind) => acknowledged.filter((each) => each.kind === kind)
  const lost = [
    ...(await lostImports(rowsOf, of('import'))),
    ...(await lostSteps(rowsOf, 'meeting_request', of('request'))),
    ...(await lostSteps(rowsOf, 'agreement', of('sign'))),
    ...(await lostRuns(rowsOf, of('run'))),
    ...(await lostVersions(rowsOf, of('release'), of('list'))),
    ...of('backup').flatMap(({ what }) =>
      existsSync(what) || isReplaced(what, of('backup')) ? [] : [`backup ${what}`],
    ),
  ]
  const half = [
    ...(await halfImports(rowsOf)),
    ...(await halfLists(rowsOf)),
    ...(await halfRuns(rowsOf, atRest)),
    ...(await halfBackups(platform.config.dataDir)),
    ...(await brokenFiles(platform)),
    ...(await brokenLaws(rowsOf, atRest)),
  ]
  if (!atRest) return { lost, half }
  await sealJournal(platform)
  return { lost, half: [...half, ...(await chainBreaches({ platform, programmeId: home.programmeId, rows: rowsOf }))] }
}

type RowsOf = <Row extends object>(sql: string, ...values: readonly unknown[]) => Promise<Row[]>

/** Rows of each batch, by the beginning of their codes. */
const batchesOf = (rowsOf: RowsOf) =>
  rowsOf<{ batch: string; rows: number; entries: number }>(`
    select substring(c.code from '^(.*)-\\d+$') as batch, count(*) as rows, count(e.seq) as entries
    from company c left join journal_entry e on e.subject_id = c.id and e.action = 'company.imported'
    where c.programme_id = $1 and c.code like 'L%' group by 1`)

async function lostImports(rowsOf: RowsOf, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const found = new Set((await batchesOf(rowsOf)).map(({ batch }) => batch))
  return acknowledged.filter(({ what }) => !found.has(what)).map(({ what }) => `import ${what}`)
}

const halfImports = async (rowsOf: RowsOf): Promise<string[]> =>
  (await batchesOf(rowsOf))
    .filter(({ rows, entries }) => rows !== IMPORTED_ROWS || entries !== IMPORTED_ROWS)
    .map(({ batch, rows, entries }) => `import ${batch}: ${rows} rows, ${entries} entries`)

async function lostSteps(
  rowsOf: RowsOf,
  table: 'meeting_request' | 'agreement',
  acknowledged: readonly Acknowledged[],
): Promise<string[]> {
  const rows = await rowsOf<{ id: string; status: string }>(`select id, status from ${table} where programme_id = $1`)
  const found = new Map(rows.map(({ id, status }) => [id, RANKS[status] ?? 0]))
  return acknowledged
    .filter(({ what, status = '' }) => (found.get(what) ?? 0) < (RANKS[status] ?? 0))
    .map(({ what, status }) => `${table} ${what} ${status}`)
}

async function lostRuns(rowsOf: RowsOf, acknowledged: readonly Acknowledged[]): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(`select id from schedule_run where programme_id = $1 and status = 'done'`)
  const found = new Set(rows.map(({ id }) => id))
  return acknowledged.filter(({ what }) => !found.has(what)).map(({ what }) => `run ${what}`)
}

/** A run is finished once in the journal, or never; at rest none waits any more. */
const halfRuns = async (rowsOf: RowsOf, atRest: boolean): Promise<string[]> =>
  (
    await rowsOf<{ id: string; status: string; entries: number }>(`
      select r.id, r.status, count(e.seq) as entries from schedule_run r left join journal_entry e
        on e.subject_id = r.event_id and e.action = 'schedule-run.finished' and e.after ->> 'runId' = r.id::text
      where r.programme_id = $1 group by r.id, r.status`)
  )
    .filter(({ status, entries }) => entries !== (status === 'done' ? 1 : 0) || (atRest && status !== 'done'))
    .map(({ id, status, entries }) => `run ${id} is ${status} with ${entries} entries`)

async function lostVersions(
  rowsOf: RowsOf,
  releases: readonly Acknowledged[],
  lists: readonly Acknowledged[],
): Promise<string[]> {
  const [newest] = await rowsOf<{ schedule: number; list: number }>(`
    select coalesce((select max(number) from schedule where programme_id = $1), 0) as schedule,
      coalesce((select max(number) from watch_list_version where programme_id = $1), 0) as list`)
  return [
    ...releases.filter(({ what }) => Number(what) > newest!.schedule).map(({ what }) => `release ${what}`),
    ...lists.filter(({ status }) => Number(status) > newest!.list).map(({ status }) => `list version ${status}`),
  ]
}

/** The list in force is the newest version, whole and of one file. */
const halfLists = async (rowsOf: RowsOf): Promise<string[]> =>
  (
    await rowsOf<{ number: number; entries: number; files: number; newest: number }>(`
      select v.number, count(e.position) as entries,
        count(distinct substring(e.entry #>> '{names,0,text}' from 'Listed (\\S+)')) as files,
        (select max(number) from watch_list_version w where w.list_id = l.id) as newest
      from watch_list l join watch_list_version v on v.id = l.current_version_id
      left join watch_list_entry e on e.version_id = v.id where l.programme_id = $1 group by l.id, v.number`)
  )
    .filter(({ number, entries, files, newest }) => entries !== LISTED_ENTRIES || files !== 1 || number !== newest)
    .map((list) => `list ${JSON.stringify(list)}`)

/** A later backup of the same life has the name of the one before the last; while it is written there is none. */
const isReplaced = (path: string, acknowledged: readonly Acknowledged[]): boolean =>
  acknowledged.findLast(({ what }) => what.slice(0, -6) === path.slice(0, -6))?.what !== path

/** What has the name of a backup is one from the first to the last byte. */
async function halfBackups(dataDir: string): Promise<string[]> {
  const broken: string[] = []
  for (const name of readdirSync(dataDir).filter((each) => /^backup-.*\.naru$/.test(each))) {
    let last = ''
    try {
      for await (const entry of readTar(createReadStream(join(dataDir, name)).pipe(createGunzip()))) last = entry.name
    } catch (error) {
      last = (error as Error).message
    }
    if (last !== 'manifest.json') broken.push(`${name} ends with ${last}`)
  }
  return broken
}

/** Every file that a row speaks of is there as it was stored. */
async function brokenFiles({ database, files }: OpenPlatform): Promise<string[]> {
  const { rows } = await database.pool.query<{ sha256: string }>('select distinct sha256 from stored_file')
  const broken: string[] = []
  for (const { sha256 } of rows) {
    await files.read({ sha256 }).catch((error: Error) => broken.push(`file ${sha256}: ${error.message}`))
  }
  return broken
}
