import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import type { StageSummary } from '../../programmes/index.ts'
import { countArticles } from '../store/article-store.ts'

/** This stage in the overview; drafts wait for a hand. */
export async function summariseNewsroom(platform: Platform, _actor: Actor, programmeId: Id): Promise<StageSummary> {
  const { articles, published, drafts, corrected } = await countArticles(platform.db, programmeId)
  return {
    stage: 'newsroom',
    built: true,
    count: articles,
    attention: drafts,
    facts: { articles, published, drafts, corrected },
  }
}
