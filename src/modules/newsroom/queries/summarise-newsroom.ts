import type { Id } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { type Actor, findConsenting } from '../../accounts/index.ts'
import type { StageSummary } from '../../programmes/index.ts'
import { type ArticleCounts, countArticles } from '../store/article-store.ts'

/** This stage in the overview; drafts wait for a hand, and so do articles whose people have taken their consent back. */
export async function summariseNewsroom(platform: Platform, _actor: Actor, programmeId: Id): Promise<StageSummary> {
  const { articles, published, drafts, corrected, named } = await countArticles(platform.db, programmeId)
  const withoutConsent = await countWithoutConsent(platform, named)
  return {
    stage: 'newsroom',
    built: true,
    count: articles,
    attention: drafts + withoutConsent,
    facts: { articles, published, drafts, corrected },
    nextSteps: withoutConsent > 0 ? [{ code: 'see-to-consent', count: withoutConsent }] : [],
  }
}

/** Published articles that name or show somebody who does not consent now. */
async function countWithoutConsent(platform: Platform, named: ArticleCounts['named']): Promise<number> {
  const personIds = [...new Set(named.flatMap(({ personId }) => personId ?? []))]
  const consenting = await findConsenting(platform, personIds, 'publicity')
  return new Set(
    named.filter(({ personId }) => personId === null || !consenting.has(personId)).map(({ articleId }) => articleId),
  ).size
}
