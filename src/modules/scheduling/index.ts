import { mountCalendarFeed } from './http/feed.ts'
import { schedulingRoutes } from './http/routes.ts'
import { announceRelease } from './jobs/announce-release.ts'
import { dropFromDraft } from './jobs/drop-from-draft.ts'
import { startSchedulingJobs } from './jobs/solve-schedule.ts'
import { messages } from './messages.ts'
import { liveTopics } from './queries/live-topics.ts'
import { summariseScheduling } from './queries/summarise-scheduling.ts'
import { personalData } from './store/personal-data.ts'

export type * from './engine/index.ts'
export { checkBound, verify } from './engine/index.ts'
export { runSolveSchedule } from './jobs/solve-schedule.ts'
export type { EventDisturbance } from './domain/disturbance.ts'
export type { RepairChange, RepairChoice } from './domain/repair.ts'
export { type AppliedRepair, type ApplyRepair, applyRepair } from './operations/apply-repair.ts'
export { placeMeeting } from './operations/edit-draft.ts'
export { releaseSchedule } from './operations/release-schedule.ts'
export { startRun } from './operations/start-run.ts'
export { type ProposeRepair, type RepairProposal, proposeRepair } from './queries/propose-repair.ts'
export { readBoard } from './queries/read-board.ts'
export { exportProblem } from './queries/export-schedule.ts'
export { solveInWorker } from './solver/solve-in-worker.ts'
export type { SchedulingTables } from './store/tables.ts'

export const schedulingModule = {
  name: 'scheduling',
  routes: schedulingRoutes,
  summariseStage: summariseScheduling,
  startJobs: startSchedulingJobs,
  journalListeners: [dropFromDraft, announceRelease],
  liveTopics,
  mount: mountCalendarFeed,
  messages,
  personalData,
} as const
