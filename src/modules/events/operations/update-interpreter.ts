import type { Id } from '../../../kernel/id.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { InterpreterFacts } from '../domain/interpreter.ts'
import { mayEditEvent } from '../domain/policy.ts'
import { refuseEvent } from '../domain/refusal.ts'
import type { EventKey } from '../store/event-store.ts'
import { saveInterpreter } from '../store/interpreter-store.ts'
import { checkInterpreter, withoutPerson } from './add-interpreter.ts'
import { entryOf } from './entry.ts'
import { standingOf } from './standing.ts'

export type UpdateInterpreter = EventKey & InterpreterFacts & { readonly interpreterId: Id }

export async function updateInterpreter(
  platform: Platform,
  actor: Actor,
  command: UpdateInterpreter,
): Promise<Result<null>> {
  if (!mayEditEvent(standingOf(actor, command.programmeId))) return refuseEvent('absent', 'absent')
  const checked = checkInterpreter(command)
  if (!checked.ok) return checked
  const entry = entryOf(platform, actor, {
    programmeId: command.programmeId,
    action: 'interpreter.updated',
    subjectKind: 'interpreter',
    subjectId: command.interpreterId,
    after: withoutPerson(checked.value),
  })
  const saved = await saveInterpreter(platform.db, command, command.interpreterId, checked.value, entry)
  if (saved === 'name-taken') return refuseEvent('conflict', 'interpreter-name-taken')
  return saved === 'saved' ? ok(null) : refuseEvent('absent', 'absent')
}
