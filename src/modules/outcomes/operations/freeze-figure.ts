import { createHash } from 'node:crypto'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type FigureDefinition, type MeasuredFigure, canonicalJson, measureFigure } from '../domain/definition.ts'
import { mayKeepRecords } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { findFigureRows, insertSnapshot } from '../store/figure-store.ts'
import { findCountedRecords } from '../store/record-store.ts'
import { actorId, entryOf } from './entry.ts'

export interface FrozenFigure {
  readonly id: Id
  readonly value: number | null
  readonly unit: string
  readonly sha256: string
  readonly records: readonly Id[]
}

/** What a frozen figure is held to: who has the list and the definition can compute the same hash. */
export const snapshotHash = (
  definition: FigureDefinition,
  asOf: Instant,
  { value, unit, records }: Pick<MeasuredFigure, 'value' | 'unit' | 'records'>,
): string =>
  createHash('sha256')
    .update(
      canonicalJson({ definition, asOf, value, unit, records: records.map(({ id, revision }) => ({ id, revision })) }),
    )
    .digest('hex')

/** Keeps a figure as it is at `asOf` (now when null) with the list behind it, under a hash. */
export async function freezeFigure(
  platform: Platform,
  actor: Actor,
  command: { readonly programmeId: Id; readonly figureId: Id; readonly asOf: Instant | null },
): Promise<Result<FrozenFigure>> {
  const { programmeId, figureId } = command
  if (!mayKeepRecords(actor, programmeId)) return refuseOutcome('forbidden', 'forbidden')
  const now = platform.clock.now()
  const asOf = command.asOf ?? now
  if (asOf > now) return refuseOutcome('invalid', 'as-of-in-future')
  const [figure] = await findFigureRows(platform.db, programmeId, [figureId])
  if (!figure) return refuseOutcome('absent', 'absent')
  const { definition } = figure
  const records = await findCountedRecords(platform.db, programmeId, new Set([definition.source]), asOf)
  const measured = measureFigure(definition, records)
  const { value, unit } = measured
  const ids = measured.records.map(({ id }) => id)
  const sha256 = snapshotHash(definition, asOf, measured)
  const id = platform.newId()
  const entry = entryOf(platform, actor, programmeId, {
    action: 'figure.frozen',
    subjectKind: 'figure',
    subjectId: figureId,
    after: { code: figure.code, asOf, value, unit, sha256, records: ids },
  })
  const row = { id, programmeId, figureId, value, unit, asOf, records: measured.records, sha256 }
  await insertSnapshot(platform.db, { ...row, frozenBy: actorId(actor), frozenAt: now }, entry)
  return ok({ id, value, unit, sha256, records: ids })
}
