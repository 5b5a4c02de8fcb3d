import type { Id } from '../../../kernel/id.ts'

/** One meeting of a plan. Delegates are numbered from 0. */
export interface PlannedMeeting {
  readonly requestId: Id
  readonly timeslotId: Id
  readonly placeId: Id | null
  readonly interpreterId: Id | null
  readonly hostDelegate: number
  readonly guestDelegate: number
  readonly pinned: boolean
}
