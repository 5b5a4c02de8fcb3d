import type { z } from 'zod'
import type { ArticleContent, ToldFigure } from '../domain/article.ts'
import type { Finding } from '../domain/check-article.ts'
import type { articleContent, articleDay, articleRow, figureToTell, finding, photo } from '../contract.ts'
import type { ArticleForWriting, ArticleView } from '../queries/read-articles.ts'
import type { TellableDay } from '../queries/read-days.ts'

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
  showsNobody: row.showsNobody,
})

export const presentPerson = (row: ArticleForWriting['people'][number]) => ({
  name: row.name,
  personId: row.personId,
  reason: row.reason,
  photoIds: [...row.photoIds],
  consents: row.consents,
})

/** Records listed under a figure at the desk; the rest is counted. */
const RECORDS_AT_DESK = 12

export const presentFigure = ({ id, value, unit, counted }: ToldFigure): z.input<typeof figureToTell> => ({
  id,
  value,
  unit,
  counted: {
    ...counted,
    bySide: counted.bySide.map((side) => ({ ...side })),
    announced: counted.announced.map((announced) => ({ ...announced })),
    records: counted.records.slice(0, RECORDS_AT_DESK).map((record) => ({
      ...record,
      parties: [...record.parties],
      amount: record.amount && { ...record.amount },
    })),
  },
})

export const presentDay = ({ signed, promises, articles, ...day }: TellableDay): z.input<typeof articleDay> => ({
  ...day,
  signed: signed.map((one) => ({ ...one, parties: [...one.parties], amount: one.amount && { ...one.amount } })),
  promises: promises.map((promise) => ({ ...promise })),
  articles: articles.map((article) => ({ ...article })),
})
