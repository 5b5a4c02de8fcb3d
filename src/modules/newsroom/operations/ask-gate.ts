import type { Id } from '../../../kernel/id.ts'
import type { Result } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { gatePartiesOfRecords } from '../../companies/index.ts'
import { checkGate } from '../../compliance/index.ts'
import { measureFigures } from '../../outcomes/index.ts'

/** Whether an article may tell of those whose records lie behind its figures. */
export const askGate = (
  platform: Platform,
  actor: Actor,
  programmeId: Id,
  figures: readonly { readonly id: Id }[],
): Promise<Result<unknown>> =>
  checkGate(platform, {
    programmeId,
    gate: 'article-publication',
    parties: async () => {
      const ids = figures.map(({ id }) => id)
      const views = await measureFigures(platform.db, programmeId, ids, platform.clock.now())
      return gatePartiesOfRecords(
        platform,
        programmeId,
        views.flatMap(({ records }) => records).flatMap(({ parties }) => parties),
      )
    },
    actor,
  })
