import type { Platform } from '../../../platform/context.ts'
import { type OutageRow, listOutageRows } from '../store/outage-store.ts'
import type { OfEvent } from './read-board.ts'

export type { OutageRow }

/** What was lost on the day and has not been taken back, newest first. Access is the route's. */
export const listOutages = (platform: Platform, event: OfEvent): Promise<OutageRow[]> =>
  listOutageRows(platform.db, event)
