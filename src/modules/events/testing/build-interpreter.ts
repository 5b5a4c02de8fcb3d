import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { systemActor } from '../../accounts/index.ts'
import type { InterpreterFacts } from '../domain/interpreter.ts'
import { addInterpreter } from '../operations/add-interpreter.ts'
import { type BuiltEvent, granted } from './build-event.ts'

/** An interpreter of Korean and Russian who is there all the time. */
export async function buildInterpreter(
  platform: Platform,
  { programmeId, eventId }: Pick<BuiltEvent, 'programmeId' | 'eventId'>,
  facts: Partial<InterpreterFacts> = {},
): Promise<{ interpreterId: Id }> {
  const interpreter = {
    name: facts.name ?? `Interpreter ${platform.newId()}`,
    email: facts.email ?? null,
    languagePairs: facts.languagePairs ?? ['ko-ru'],
    maxConsecutiveMinutes: facts.maxConsecutiveMinutes ?? null,
    availability: facts.availability ?? [],
  }
  const { id } = granted(await addInterpreter(platform, systemActor('test'), { programmeId, eventId, ...interpreter }))
  return { interpreterId: id }
}
