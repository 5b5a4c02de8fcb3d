import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Db, exclusionViolation, transaction } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import type { PlannedMeeting, ScheduleFacts } from '../domain/facts.ts'
import type { Outcome } from '../domain/outcome.ts'
import { type Placement, decidePlacement } from '../domain/placement.ts'
import { assessPlan } from '../domain/assessment.ts'
import { loadFacts } from '../store/facts-store.ts'
import { deleteMeeting, putMeeting, takeDraft } from '../store/schedule-store.ts'

interface OfMeeting {
  readonly programmeId: Id
  readonly eventId: Id
  readonly requestId: Id
  /** The draft's revision that the editor sees; a newer one refuses the edit. */
  readonly revision: number
}

export interface EditedDraft<Meeting extends PlannedMeeting | null = PlannedMeeting | null> {
  readonly revision: number
  readonly meeting: Meeting
  readonly outcome: Outcome
}

/** Puts or moves one meeting; everything else stays where it is. */
export function placeMeeting(
  platform: Platform,
  actor: Actor,
  command: OfMeeting & Placement,
): Promise<Result<EditedDraft<PlannedMeeting>>> {
  return editDraft(platform, actor, command, 'meeting.placed', (facts) => decidePlacement(facts, command))
}

export function pinMeeting(
  platform: Platform,
  actor: Actor,
  command: OfMeeting & { readonly pinned: boolean },
): Promise<Result<EditedDraft<PlannedMeeting>>> {
  const { requestId, pinned } = command
  return editDraft(platform, actor, command, pinned ? 'meeting.pinned' : 'meeting.unpinned', ({ draft }) => {
    const meeting = draft.meetings.find((candidate) => candidate.requestId === requestId)
    return meeting ? ok({ ...meeting, pinned }) : refuse('conflict', 'scheduling.not-in-draft')
  })
}

export function removeMeeting(
  platform: Platform,
  actor: Actor,
  command: OfMeeting,
): Promise<Result<EditedDraft<null>>> {
  return editDraft(platform, actor, command, 'meeting.unplaced', ({ draft }) =>
    draft.meetings.some(({ requestId }) => requestId === command.requestId)
      ? ok(null)
      : refuse('conflict', 'scheduling.not-in-draft'),
  )
}

/** Load, decide, check with the independent verifier, save: the one way by which a hand changes a draft. */
async function editDraft<Meeting extends PlannedMeeting | null>(
  platform: Platform,
  actor: Actor,
  command: OfMeeting,
  action: string,
  decide: (facts: ScheduleFacts) => Result<Meeting>,
): Promise<Result<EditedDraft<Meeting>>> {
  const { programmeId, eventId, requestId, revision } = command
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts) return refuse('absent', 'scheduling.absent')
  if (facts.solving) return refuse('conflict', 'scheduling.solving')
  if (facts.draft.revision !== revision) return refuse('conflict', 'scheduling.draft-changed')
  const decided = decide(facts)
  if (!decided.ok) return decided
  const before = facts.draft.meetings.find((meeting) => meeting.requestId === requestId) ?? null
  const rest = facts.draft.meetings.filter((meeting) => meeting !== before)
  const assessed = assessPlan(facts, decided.value ? [...rest, decided.value] : rest)
  if (!assessed.ok) return assessed

  const save = async (trx: Db): Promise<Result<EditedDraft<Meeting>>> => {
    const draft = await takeDraft(
      trx,
      {
        programmeId,
        eventId,
        newScheduleId: platform.newId(),
        revision,
        outcome: assessed.value,
        now: platform.clock.now(),
      },
      {
        programmeId,
        ...journalActor(actor),
        action,
        subjectKind: 'meeting-request',
        subjectId: requestId,
        before,
        after: decided.value,
      },
    )
    if (!draft) return refuse('conflict', 'scheduling.draft-changed')
    if (decided.value) await putMeeting(trx, draft.id, programmeId, decided.value)
    else await deleteMeeting(trx, draft.id, requestId)
    return ok({ revision: draft.revision, meeting: decided.value, outcome: assessed.value })
  }
  try {
    const saved = await transaction(platform.db, save)
    if (saved.ok) platform.live.publish(`board:${eventId}`, saved.value.revision)
    return saved
  } catch (error) {
    if (exclusionViolation(error) === 'booking_once') return refuse('conflict', 'scheduling.double-booking')
    throw error
  }
}
