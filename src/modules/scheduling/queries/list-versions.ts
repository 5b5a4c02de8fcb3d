import type { Platform } from '../../../platform/context.ts'
import { type RunRow, findLatestRun } from '../store/run-store.ts'
import { type VersionRow, listVersionRows } from '../store/version-store.ts'
import type { OfEvent } from './read-board.ts'

export type { RunRow }

/** Released versions, newest first. Who may call is decided by the route: operator and official of the programme. */
export const listVersions = (platform: Platform, { programmeId, eventId }: OfEvent): Promise<VersionRow[]> =>
  listVersionRows(platform.db, programmeId, eventId)

/** The newest run, going or ended. */
export const readLatestRun = (platform: Platform, { programmeId, eventId }: OfEvent): Promise<RunRow | null> =>
  findLatestRun(platform.db, programmeId, eventId)
