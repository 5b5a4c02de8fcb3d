import type { Id } from '../../../kernel/id.ts'
import { LOCALES } from '../../../kernel/locale.ts'
import type { Platform } from '../../../platform/context.ts'
import { systemActor } from '../../accounts/index.ts'
import type { ArticleContent, Block } from '../domain/article.ts'
import { type ArticleWords, createArticle, publishArticle } from '../operations/write-article.ts'

let count = 0

/** The same title, subtitle and paragraph in three languages. */
export const sameInEveryLanguage = (title: string, paragraph: string, ...more: readonly Block[]): ArticleContent =>
  Object.fromEntries(
    LOCALES.map((locale) => [
      locale,
      { title, subtitle: 'Subtitle', body: [{ type: 'paragraph', text: paragraph }, ...more] },
    ]),
  )

/** What is written of an article without numbers; `facts` change it. */
export const articleWords = (facts: Partial<ArticleWords> = {}): ArticleWords => ({
  slug: `test-article-${++count}`,
  content: sameInEveryLanguage('Title', 'Paragraph'),
  byline: { en: 'Test newsroom' },
  tags: [],
  day: null,
  manualNumbers: [],
  embargoUntil: null,
  pinnedUntil: null,
  ...facts,
})

export interface BuiltArticle {
  readonly articleId: Id
  readonly slug: string
}

/** An article of an existing programme, published when `published`. */
export async function buildArticle(
  platform: Platform,
  programmeId: Id,
  { published = false, ...facts }: Partial<ArticleWords> & { readonly published?: boolean } = {},
): Promise<BuiltArticle> {
  const actor = systemActor('test')
  const created = await createArticle(platform, actor, { programmeId, ...articleWords(facts) })
  if (!created.ok) throw new Error(created.refusal.code)
  const { id: articleId, slug } = created.value
  if (published) {
    const done = await publishArticle(platform, actor, { programmeId, articleId })
    if (!done.ok) throw new Error(done.refusal.code)
  }
  return { articleId, slug }
}
