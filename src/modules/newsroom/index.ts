import { newsroomRoutes } from './http/routes.ts'
import { correctArticles } from './jobs/correct-articles.ts'
import { startNewsroomJobs } from './jobs/forget-visitors.ts'
import { messages } from './messages.ts'
import { summariseNewsroom } from './queries/summarise-newsroom.ts'

import { personalData } from './store/personal-data.ts'

export type {
  ArticleContent,
  ArticleFacts,
  ArticleText,
  Block,
  Counted,
  PublicRecord,
  ToldCommitment,
  ToldFigure,
} from './domain/article.ts'
export { dayText, printText, printToken } from './domain/print-token.ts'
export { type Segment, type Token, parseTokens } from './domain/token.ts'
export { draftArticle } from './operations/draft-article.ts'
export { openCatalogue } from './operations/set-site.ts'
export { writeNumber } from './operations/tell-figures.ts'
export { likeArticle, mailArticle, noteViews } from './operations/visit.ts'
export { type ArticleWords, publishArticle, updateArticle } from './operations/write-article.ts'
export { readArticle, readPreview } from './queries/read-articles.ts'
export {
  readAddresses,
  readBeside,
  readCatalogue,
  readCatalogueCompany,
  readNews,
  readPublicArticle,
  readPublicPhoto,
} from './queries/read-news.ts'
export type {
  CatalogueCompany,
  CatalogueCompanyPage,
  CatalogueGroup,
  CatalogueProfilePage,
} from './store/catalogue-store.ts'
export type { PhotoRow } from './store/photo-store.ts'
export type { ArticleSummary, BannerRow, Beside, CorrectionRow, PublicArticle } from './store/reader-store.ts'
export type { NewsroomTables } from './store/tables.ts'
export { messages as newsroomMessages }

export const newsroomModule = {
  name: 'newsroom',
  routes: newsroomRoutes,
  summariseStage: summariseNewsroom,
  startJobs: startNewsroomJobs,
  journalListeners: [correctArticles],
  personalData,
  messages,
} as const
