import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { ScheduleFacts } from '../domain/facts.ts'
import { mayEditSchedule, mayReadBoard } from '../domain/policy.ts'
import { openTimeslots, placeKindOf } from '../domain/problem-of-event.ts'
import { type BoardLabels, loadBoardLabels } from '../store/board-store.ts'
import { loadFacts } from '../store/facts-store.ts'
import { type RunRow, findLatestRun } from '../store/run-store.ts'

export interface OfEvent {
  readonly programmeId: Id
  readonly eventId: Id
}

export interface Board {
  readonly facts: ScheduleFacts
  readonly labels: BoardLabels
  readonly run: RunRow | null
  readonly mayEdit: boolean
}

/** The working draft with all that the board draws; three statements whatever the size. */
export async function readBoard(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId }: OfEvent,
): Promise<Result<Board>> {
  if (!mayReadBoard(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const [facts, labels, run] = await Promise.all([
    loadFacts(platform.db, programmeId, eventId),
    loadBoardLabels(platform.db, programmeId, eventId),
    findLatestRun(platform.db, programmeId, eventId),
  ])
  if (!facts || !labels) return refuse('absent', 'scheduling.absent')
  return ok({ facts, labels, run, mayEdit: mayEditSchedule(actor, programmeId) })
}

/** Timeslots of each participant and interpreter, and what each request needs: derived, never stored. */
export function boardDerivations({ facts }: Board) {
  const participants = new Map(facts.participants.map((p) => [p.id, p]))
  return {
    timeslotsOf: new Map(
      [...facts.participants, ...facts.interpreters].map((who) => [who.id, openTimeslots(facts, who)]),
    ),
    needsOf: new Map(
      facts.requests.flatMap((request) => {
        const [host, guest] = [participants.get(request.hostId), participants.get(request.guestId)]
        if (!host || !guest) return []
        return [[request.id, { languagePair: request.languagePair, placeKind: placeKindOf(host, guest) }] as const]
      }),
    ),
  }
}
