import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Db, transaction } from '../../../platform/database/handle.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { assessPlan } from '../domain/assessment.ts'
import { type Party, type Reseating, reseat, seatOfPerson } from '../domain/delegates.ts'
import type { ScheduleFacts } from '../domain/facts.ts'
import { mayNameDelegate } from '../domain/policy.ts'
import { readPeople } from '../queries/read-people.ts'
import {
  type PartyPeople,
  type RequestKey,
  deleteNamedDelegate,
  lockNamedDelegates,
  saveNamedDelegate,
} from '../store/delegate-store.ts'
import { loadFacts } from '../store/facts-store.ts'
import { changeMeetings, takeDraft } from '../store/schedule-store.ts'

export interface NameDelegate extends RequestKey {
  readonly party: Party
  /** Null: whoever is free. */
  readonly personId: Id | null
}

/**
 * Says which person of a company attends a meeting. Planning keeps to it from then on: a person named for two meetings
 * never gets them at the same time, and where the draft already has the meeting a colleague there changes seats.
 */
export async function nameDelegate(platform: Platform, actor: Actor, command: NameDelegate): Promise<Result<null>> {
  const found = await readPeople(platform, actor, command)
  if (!found.ok) return found
  const people = found.value[command.party]
  if (!mayNameDelegate(actor, command.programmeId, people.companyId)) {
    return refuse('forbidden', 'scheduling.delegate-not-yours')
  }
  if (!found.value.open) return refuse('conflict', 'scheduling.request-over')
  const { personId } = command
  if (personId !== null && people.choices.every((person) => person.personId !== personId)) {
    return refuse('absent', 'scheduling.absent')
  }
  const named = await transaction(platform.db, (trx) => write(platform, actor, command, people, trx))
  if (named.ok && named.value !== null) platform.live.publish(`board:${command.eventId}`, named.value)
  return named.ok ? ok(null) : named
}

/** The draft's new revision, where it changed. */
async function write(
  platform: Platform,
  actor: Actor,
  command: NameDelegate,
  { participantId, delegates, attending }: PartyPeople,
  trx: Db,
): Promise<Result<number | null>> {
  const { programmeId, requestId, party, personId } = command
  const entry = {
    programmeId,
    ...journalActor(actor),
    action: 'meeting.delegate-named',
    subjectKind: 'meeting-request',
    subjectId: requestId,
    before: { party, personId: attending?.personId ?? null },
    after: { party, personId },
  }
  if (personId === null) {
    await deleteNamedDelegate(trx, requestId, party, entry)
    return ok(null)
  }
  const seat = seatOfPerson(personId, await lockNamedDelegates(trx, participantId, requestId), delegates)
  if (!seat.ok) return seat
  const now = platform.clock.now()
  await saveNamedDelegate(trx, command, party, { personId, delegate: seat.value, participantId, now }, entry)
  const facts = await loadFacts(trx, programmeId, command.eventId)
  const changes = facts ? reseat(facts, requestId, party) : ok([])
  if (!facts || !changes.ok || changes.value.length === 0) return changes.ok ? ok(null) : changes
  return reseatDraft(platform, actor, command, facts, changes.value, trx)
}

async function reseatDraft(
  platform: Platform,
  actor: Actor,
  { programmeId, eventId }: NameDelegate,
  facts: ScheduleFacts,
  changes: Reseating,
  trx: Db,
): Promise<Result<number>> {
  if (facts.solving) return refuse('conflict', 'scheduling.solving')
  const after = new Map(changes.map((change) => [change.requestId, change.after]))
  const assessed = assessPlan(
    facts,
    facts.draft.meetings.map((meeting) => after.get(meeting.requestId) ?? meeting),
  )
  if (!assessed.ok) return refuse('conflict', 'scheduling.delegate-busy')
  const draft = await takeDraft(
    trx,
    {
      programmeId,
      eventId,
      newScheduleId: platform.newId(),
      revision: facts.draft.revision,
      outcome: assessed.value,
      now: platform.clock.now(),
    },
    {
      programmeId,
      ...journalActor(actor),
      action: 'schedule.reseated',
      subjectKind: 'event',
      subjectId: eventId,
      after: { requestIds: [...after.keys()] },
    },
  )
  if (!draft) return refuse('conflict', 'scheduling.draft-changed')
  await changeMeetings(trx, draft.id, programmeId, changes)
  return ok(draft.revision)
}
