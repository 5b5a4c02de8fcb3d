import { wallClock } from '../../../kernel/time-zone.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type Case, type CaseAge, type CaseState, TRANSITIONS, ageOf } from '../domain/case.ts'
import { mayManageCases } from '../domain/policy.ts'

export interface CaseView extends Case {
  readonly age: CaseAge
  /** Where the reader may move it. */
  readonly mayMoveTo: readonly CaseState[]
}

export function viewCase(platform: Platform, actor: Actor, row: Case): CaseView {
  const now = platform.clock.now()
  return {
    ...row,
    age: ageOf(row, now, wallClock(now, row.timeZone).date),
    mayMoveTo: mayManageCases(actor, row.programmeId) ? TRANSITIONS[row.state] : [],
  }
}
