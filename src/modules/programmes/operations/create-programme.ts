import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, journalActor } from '../../accounts/index.ts'
import { type NewProgramme, type Side, decideProgramme } from '../domain/programme.ts'
import { insertProgramme } from '../store/programme-store.ts'

/**
 * A programme with its sides. Only the instance itself may make one (its command line, its demo): whoever can open
 * programmes could otherwise make an empty one to be its operator.
 * Refuses with `programmes.forbidden`, `programmes.slug-taken` or what is wrong with the description.
 */
export async function createProgramme(
  platform: Platform,
  actor: Actor,
  command: NewProgramme,
): Promise<Result<{ programmeId: Id; sides: readonly Side[] }>> {
  if (actor.kind !== 'system') return refuse('forbidden', 'programmes.forbidden')
  const decided = decideProgramme(command)
  if (!decided.ok) return decided
  const id = platform.newId()
  const createdAt = platform.clock.now()
  const sides = command.sides.map((side, position) => ({ ...side, id: platform.newId(), position }))
  const created = {
    at: createdAt,
    programmeId: id,
    ...journalActor(actor),
    action: 'programme.created',
    subjectKind: 'programme',
    subjectId: id,
    after: { slug: command.slug, sides: command.sides.map(({ code }) => code) },
  }
  const inserted = await insertProgramme(platform.db, { ...command, id, sides, createdAt, created })
  return inserted ? ok({ programmeId: id, sides }) : refuse('conflict', 'programmes.slug-taken', { slug: command.slug })
}
