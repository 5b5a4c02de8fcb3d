import type { Id } from '../../../kernel/id.ts'
import { union } from '../../../kernel/interval.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import { type Platform, within } from '../../../platform/context.ts'
import { transaction } from '../../../platform/database/handle.ts'
import { appendJournal } from '../../../platform/journal.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import {
  type Participation,
  addInterpreter,
  listParticipants,
  setPlaces,
  updateParticipant,
} from '../../events/index.ts'
import type { ScheduleFacts } from '../domain/facts.ts'
import type { UnmetOutcome } from '../domain/outcome.ts'
import { mayEditSchedule } from '../domain/policy.ts'
import { loadFacts } from '../store/facts-store.ts'
import { endOutage } from '../store/outage-store.ts'
import type { RunRow } from '../store/run-store.ts'
import { unpinMeeting } from '../store/schedule-store.ts'
import type { OfUnmet } from './find-cheapest-change.ts'
import { startRun } from './start-run.ts'

export interface ApplyCheapestChange extends OfUnmet {
  /** Of the person who was found; needed for one more interpreter only. */
  readonly interpreterName: string | null
}

type Change = NonNullable<UnmetOutcome['change']>

const BUDGET_MS = 5000
const MOST_DELEGATES = 20

/**
 * Makes the cheapest change that was found for an unmet request: the event's data are edited through the stage that
 * owns them, and a run starts with them, in one transaction. Of two who apply at once, the second hears that a run
 * is already going.
 */
export async function applyCheapestChange(
  platform: Platform,
  actor: Actor,
  command: ApplyCheapestChange,
): Promise<Result<RunRow>> {
  const { programmeId, eventId, requestId, revision } = command
  if (!mayEditSchedule(actor, programmeId)) return refuse('absent', 'scheduling.absent')
  const facts = await loadFacts(platform.db, programmeId, eventId)
  if (!facts || !facts.requests.some(({ id }) => id === requestId)) return refuse('absent', 'scheduling.absent')
  if (facts.solving) return refuse('conflict', 'scheduling.solving')
  if (facts.draft.revision !== revision) return refuse('conflict', 'scheduling.draft-changed')
  const change = facts.draft.outcome.unmet.find((unmet) => unmet.requestId === requestId)?.change
  if (!change) return refuse('conflict', 'scheduling.no-change-known')
  const applied = await transaction(platform.db, async (trx): Promise<Result<RunRow>> => {
    const inside = within(platform, trx)
    // The run first: its index lets one of two through before either has edited anything.
    const run = await startRun(inside, actor, { programmeId, eventId, budgetMs: BUDGET_MS, seed: 1 })
    if (!run.ok) return run
    const edited = await editData(inside, actor, command, facts, change)
    if (!edited.ok) return edited
    await appendJournal(trx, {
      programmeId,
      ...journalActor(actor),
      action: 'schedule-change.applied',
      subjectKind: 'meeting-request',
      subjectId: requestId,
      after: { code: change.code, values: change.values },
    })
    return run
  })
  if (applied.ok) platform.live.publish(`board:${eventId}`, applied.value.id)
  return applied
}

/** The edit of the data that the change stands for, by the operation of its owner. */
async function editData(
  platform: Platform,
  actor: Actor,
  command: ApplyCheapestChange,
  facts: ScheduleFacts,
  { code, values }: Change,
): Promise<Result<unknown>> {
  const key = { programmeId: command.programmeId, eventId: command.eventId }
  const slot = facts.timeslots.find(({ id }) => id === values.slot)
  const span = slot && { startsAt: slot.startsAt, endsAt: slot.endsAt }
  switch (code) {
    case 'open-slot':
      if (!span || !slot) return gone()
      await endOutage(platform.db, command.eventId, String(values.participant), slot.id)
      return editParticipant(platform, actor, command, String(values.participant), (before) => ({
        ...before,
        // No hours at all mean the whole event already.
        availability: before.availability.length === 0 ? [] : union([...before.availability, span]),
      }))
    case 'raise-limit':
      return editParticipant(platform, actor, command, String(values.participant), (before) => ({
        ...before,
        maxMeetings: Math.max(before.maxMeetings ?? 0, Number(values.maxMeetings)),
      }))
    case 'add-delegate':
      return editParticipant(platform, actor, command, String(values.participant), (before) => ({
        ...before,
        delegates: Math.min(MOST_DELEGATES, before.delegates + 1),
      }))
    case 'add-place': {
      const count = (kind: 'table' | 'online') =>
        facts.places.filter((place) => place.kind === kind).length + (values.place === kind ? 1 : 0)
      return setPlaces(platform, actor, { ...key, tables: count('table'), online: count('online') })
    }
    case 'add-interpreter': {
      const { interpreterName } = command
      if (!span) return gone()
      if (interpreterName === null) return refuse('invalid', 'scheduling.interpreter-name-needed')
      return addInterpreter(platform, actor, {
        ...key,
        name: interpreterName,
        email: null,
        languagePairs: [String(values.languagePair)],
        maxConsecutiveMinutes: null,
        availability: [span],
      })
    }
    case 'unpin':
      await unpinMeeting(platform.db, command.eventId, String(values.request))
      return ok(null)
  }
}

/** What the change names is no longer there: it was found for other data. */
const gone = () => refuse('conflict', 'scheduling.no-change-known')

async function editParticipant(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId }: ApplyCheapestChange,
  participantId: Id,
  edit: (before: Participation) => Participation,
): Promise<Result<unknown>> {
  const key = { programmeId, eventId }
  const listed = await listParticipants(platform, actor, key)
  if (!listed.ok) return listed
  const row = listed.value.rows.find(({ id }) => id === participantId)
  if (!row) return gone()
  const { delegates, attendance, languages, maxMeetings, availability } = row
  return updateParticipant(platform, actor, {
    ...key,
    participantId,
    ...edit({ delegates, attendance, languages, maxMeetings, availability }),
  })
}
