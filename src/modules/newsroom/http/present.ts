import type { z } from 'zod'
import type { ArticleContent, ToldFigure } from '../domain/article.ts'
import type { Finding } from '../domain/check-article.ts'
import type { articleContent, articleRow, figureToTell, finding, photo } from '../contract.ts'
import type { ArticleForWriting, ArticleView } from '../queries/read-articles.ts'

const presentContent = (content: ArticleContent): z.input<typeof articleContent> =>
  content as z.input<typeof articleContent>

export const presentArticle = (article: ArticleView): z.input<typeof articleRow> => ({
  id: article.id,
  slug: article.slug,
  status: article.status,
  content: presentContent(article.content),
  byline: article.byline,
  tags: [...article.tags],
  day: article.day,
  manualNumbers: article.manualNumbers.map((number) => ({ ...number })),
  embargoUntil: article.embargoUntil,
  pinnedUntil: article.pinnedUntil,
  revision: article.revision,
  registeredAt: article.registeredAt,
  editedAt: article.editedAt,
  publishedAt: article.publishedAt,
  isPublic: article.isPublic,
  may: article.may,
})

export const presentFinding = (one: Finding): z.input<typeof finding> => ({ ...one, values: { ...one.values } })

export const presentPhoto = (row: ArticleForWriting['photos'][number]): z.input<typeof photo> => ({
  id: row.id,
  mediaType: row.mediaType,
  width: row.width,
  height: row.height,
  caption: row.caption,
  credit: row.credit,
  alternative: row.alternative,
})

export const presentFigure = ({ id, value, unit, counted }: ToldFigure): z.input<typeof figureToTell> => ({
  id,
  code: counted.code,
  name: counted.name,
  value,
  unit,
  bySide: counted.bySide.map((side) => ({ ...side })),
  announced: counted.announced.map((announced) => ({
    id: announced.id,
    value: announced.value,
    unit: announced.unit,
    source: announced.source,
  })),
})
