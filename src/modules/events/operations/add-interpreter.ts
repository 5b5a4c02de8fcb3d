import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { decideAvailability } from '../domain/availability.ts'
import { type InterpreterFacts, decideLanguagePairs } from '../domain/interpreter.ts'
import { mayEditEvent } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import { type EventKey, findEvent } from '../store/event-store.ts'
import { insertInterpreter } from '../store/interpreter-store.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type AddInterpreter = EventKey &
  InterpreterFacts & {
    /** Made up for a demonstration; screens say so. */
    readonly synthetic?: boolean
  }

export async function addInterpreter(
  platform: Platform,
  actor: Actor,
  command: AddInterpreter,
): Promise<Result<{ id: Id }>> {
  if (!mayEditEvent(standingOf(actor, command.programmeId))) return refuseEvent('absent', 'absent')
  const checked = checkInterpreter(command)
  if (!checked.ok) return checked
  if (!(await findEvent(platform.db, command))) return refuseEvent('absent', 'absent')
  const interpreter = {
    ...checked.value,
    id: platform.newId(),
    synthetic: command.synthetic ?? false,
    createdAt: platform.clock.now(),
  }
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'interpreter.added',
    subjectKind: 'interpreter',
    subjectId: interpreter.id,
    after: { eventId: command.eventId, ...withoutPerson(checked.value) },
  })
  return (await insertInterpreter(platform.db, command, interpreter, entry))
    ? ok({ id: interpreter.id })
    : refuseEvent('conflict', 'interpreter-name-taken')
}

/** The interpreter as it is stored: pairs in order, hours joined. */
export function checkInterpreter(from: InterpreterFacts): Result<InterpreterFacts> {
  const languagePairs = decideLanguagePairs(from.languagePairs)
  if (!languagePairs.ok) return languagePairs
  const availability = decideAvailability(from.availability)
  if (!availability.ok) return availability
  const { name, email, maxConsecutiveMinutes } = from
  return ok({
    name,
    email,
    maxConsecutiveMinutes,
    languagePairs: languagePairs.value,
    availability: availability.value,
  })
}

/** For the journal, which keeps nothing personal. */
export const withoutPerson = ({ name: _, email: __, ...rest }: InterpreterFacts) => rest
