import type { Id } from '../../../kernel/id.ts'
import { ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { readProgramme } from '../../programmes/index.ts'
import { mayReadFigures } from '../domain/policy.ts'
import { refuseOutcome } from '../domain/refusal.ts'
import { findOutcomes } from '../store/outcome-store.ts'
import { listFigures } from './list-figures.ts'
import { readDashboard } from './read-dashboard.ts'

/** What workbook and report tell of a programme, with as many of the newest records as `limit` says. */
export async function loadReport(
  platform: Platform,
  actor: Actor,
  { programmeId, limit }: { readonly programmeId: Id; readonly limit: number },
) {
  if (!mayReadFigures(actor, programmeId)) return refuseOutcome('forbidden', 'forbidden')
  const programme = await readProgramme(platform, actor, { programmeId })
  if (!programme.ok) return refuseOutcome('absent', 'absent')
  const figures = await listFigures(platform, actor, { programmeId, asOf: null })
  const dashboard = await readDashboard(platform, actor, { programmeId })
  if (!figures.ok) return figures
  if (!dashboard.ok) return dashboard
  const records = await findOutcomes(platform.db, programmeId, { companies: null, limit })
  return ok({ programme: programme.value, figures: figures.value, ladder: dashboard.value.ladder, records })
}
