import type { Id } from '../../../kernel/id.ts'
import { type Result, ok, refuse } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, isOperator, journalActor } from '../../accounts/index.ts'
import { type AnnouncedFigure, decideFigure } from '../domain/figure.ts'
import { insertFigure } from '../store/announced-figure-store.ts'

/** Keeps a number that was published, as it was published. Refuses with what is wrong with it. */
export async function announceFigure(
  platform: Platform,
  actor: Actor,
  { programmeId, ...figure }: AnnouncedFigure & { readonly programmeId: Id },
): Promise<Result<{ id: Id }>> {
  if (!isOperator(actor, programmeId)) return refuse('forbidden', 'outcomes.forbidden')
  const decided = decideFigure(figure)
  if (!decided.ok) return decided
  const id = platform.newId()
  const createdAt = platform.clock.now()
  await insertFigure(
    platform.db,
    { ...figure, id, programmeId, createdAt },
    {
      at: createdAt,
      programmeId,
      ...journalActor(actor),
      action: 'figure.announced',
      subjectKind: 'announced-figure',
      subjectId: id,
      after: {
        figure: figure.figure,
        value: figure.value,
        unit: figure.unit,
        asOf: figure.asOf,
        source: figure.source,
      },
    },
  )
  return ok({ id })
}
