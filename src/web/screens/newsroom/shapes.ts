import type { Inputs, Outputs } from '../../api.ts'

type ArticleForWriting = Outputs['newsroom']['readArticle']

export type Article = ArticleForWriting['article']
export type ListedArticle = Outputs['newsroom']['listArticles']['rows'][number]
export type Photo = ArticleForWriting['photos'][number]
export type Finding = ArticleForWriting['findings'][number]
export type Figure = ArticleForWriting['figures'][number]
export type Commitment = ArticleForWriting['commitments'][number]
export type Correction = ArticleForWriting['corrections'][number]
export type Desk = ArticleForWriting
export type ArticleDay = Outputs['newsroom']['listArticleDays']['rows'][number]
export type Site = Outputs['newsroom']['readSite']
export type BannerInput = Inputs['newsroom']['setBanners']['banners'][number]
export type ManualNumber = Article['manualNumbers'][number]

/** What people write of an article: everything that is saved together. */
export type ArticleWords = Pick<
  Article,
  'slug' | 'content' | 'byline' | 'tags' | 'day' | 'manualNumbers' | 'embargoUntil' | 'pinnedUntil'
>

export type TextOfLanguage = NonNullable<Article['content']['en']>
export type Block = TextOfLanguage['body'][number]

export const wordsOf = (article: Article): ArticleWords => ({
  slug: article.slug,
  content: article.content,
  byline: article.byline,
  tags: article.tags,
  day: article.day,
  manualNumbers: article.manualNumbers,
  embargoUntil: article.embargoUntil,
  pinnedUntil: article.pinnedUntil,
})

/** `scheduled`: published, and readers have to wait for its moment. */
export type Standing = Article['status'] | 'scheduled'

export const standingOf = ({ status, isPublic }: Pick<Article, 'status' | 'isPublic'>): Standing =>
  (status === 'published' || status === 'corrected') && !isPublic ? 'scheduled' : status

export const STANDING_TONES = {
  draft: 'hand',
  scheduled: 'accent',
  published: 'done',
  corrected: 'done',
  withdrawn: 'off',
} as const
