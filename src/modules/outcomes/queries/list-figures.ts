import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Db } from '../../../platform/database/handle.ts'
import type { Actor } from '../../accounts/index.ts'
import { type MeasuredFigure, measureFigure } from '../domain/definition.ts'
import { mayReadFigures } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { type AnnouncedRow, findAnnounced } from '../store/announced-figure-store.ts'
import { type FigureRow, type SnapshotRow, findFigureRows, findSnapshots } from '../store/figure-store.ts'
import { findCountedRecords } from '../store/record-store.ts'

/** What was published under the same name, beside what the records give. */
export interface AnnouncedBeside {
  readonly id: Id
  readonly value: number
  readonly unit: string
  readonly asOf: string | null
  readonly source: string
  /** Announced less recorded; null where the units differ or nothing is recorded. */
  readonly difference: number | null
  readonly explanation: LocalizedText
}

export interface FigureView extends FigureRow, MeasuredFigure {
  readonly asOf: Instant
  readonly announced: readonly AnnouncedBeside[]
}

/** Every figure of a programme as of an instant, in three statements however many there are. */
export async function listFigures(
  platform: Platform,
  actor: Actor,
  command: { readonly programmeId: Id; readonly asOf: Instant | null },
): Promise<Result<FigureView[]>> {
  const { programmeId } = command
  if (!mayReadFigures(actor, programmeId)) return refuseOutcome('forbidden', 'forbidden')
  const now = platform.clock.now()
  const asOf = command.asOf ?? now
  if (asOf > now) return refuseOutcome('invalid', 'as-of-in-future')
  return ok(await measureFigures(platform.db, programmeId, null, asOf))
}

/** The same for whoever the caller has let in: the newsroom prints figures for everybody. */
export async function measureFigures(
  db: Db,
  programmeId: Id,
  ids: readonly Id[] | null,
  asOf: Instant,
): Promise<FigureView[]> {
  const figures = await findFigureRows(db, programmeId, ids)
  const sources = new Set(figures.map(({ definition }) => definition.source))
  const records = await findCountedRecords(db, programmeId, sources, asOf)
  const announced = await findAnnounced(db, programmeId)
  return figures.map((figure) => {
    const measured = measureFigure(figure.definition, records)
    const beside = announced
      .filter((row) => row.figure === figure.code)
      .map((row) => announcedBeside(row, measured.value, measured.unit))
    return { ...figure, ...measured, asOf, announced: beside }
  })
}

const announcedBeside = (
  { id, value, unit, asOf, source, explanation }: AnnouncedRow,
  recorded: number | null,
  recordedUnit: string,
): AnnouncedBeside => ({
  id,
  value,
  unit,
  asOf,
  source,
  explanation,
  difference: recorded === null || unit !== recordedUnit ? null : value - recorded,
})

/** One figure with the list behind it and the times it was frozen. */
export async function readFigure(
  platform: Platform,
  actor: Actor,
  command: { readonly programmeId: Id; readonly figureId: Id; readonly asOf: Instant | null },
): Promise<Result<{ figure: FigureView; snapshots: SnapshotRow[] }>> {
  const { programmeId, figureId } = command
  if (!mayReadFigures(actor, programmeId)) return refuseOutcome('forbidden', 'forbidden')
  const now = platform.clock.now()
  const asOf = command.asOf ?? now
  if (asOf > now) return refuseOutcome('invalid', 'as-of-in-future')
  const [figure] = await measureFigures(platform.db, programmeId, [figureId], asOf)
  if (!figure) return refuseOutcome('absent', 'absent')
  return ok({ figure, snapshots: await findSnapshots(platform.db, programmeId, figureId) })
}
