import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { type FigureBesideRecord, besideRecord } from '../domain/figure.ts'
import { findFigures } from '../store/announced-figure-store.ts'

/** Every announced figure beside what the records give, for whoever may see the programme: the caller decides. */
export async function readFigures(platform: Platform, programmeId: Id): Promise<FigureBesideRecord[]> {
  const { figures, participatingCompanies } = await findFigures(platform.db, programmeId)
  return figures.map((figure) => besideRecord(figure, { participatingCompanies }))
}
