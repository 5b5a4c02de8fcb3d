import type { Platform } from '../../../platform/context.ts'
import { type StudyRow, listStudyRows } from '../store/study-store.ts'
import type { OfEvent } from './read-board.ts'

export type { StudyRow }

/** The newest questions with the points they have, newest first. Access is the route's. */
export const listStudies = (platform: Platform, event: OfEvent): Promise<StudyRow[]> =>
  listStudyRows(platform.db, event)
