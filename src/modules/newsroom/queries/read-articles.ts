import { type Id, isId } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { LOCALES, type LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { measureFigures } from '../../outcomes/index.ts'
import { type ArticleContent, type ToldCommitment, type ToldFigure, isPublic } from '../domain/article.ts'
import type { Finding } from '../domain/check-article.ts'
import { mayReadDrafts, mayWrite } from '../domain/policy.ts'
import { printText } from '../domain/print-token.ts'
import { refuseNews } from '../domain/refusal.ts'

import {
  type ArticleToCheck,
  type ListedPerson,
  judgeArticle,
  listArticlePeople,
  toldFigure,
  writeNumber,
} from '../operations/tell-figures.ts'
import type { ArticleKey } from '../operations/write-article.ts'
import { type ArticleRow, findArticle, findArticles, findTitleFigures, loadCheckFacts } from '../store/article-store.ts'
import { type SiteSettings, findSiteSettings } from '../store/banner-store.ts'
import { type PhotoRow, findPhotos } from '../store/photo-store.ts'
import { type CorrectionRow, type PublicArticle, findArticleToPreview, findCorrections } from '../store/reader-store.ts'

export interface ArticleView extends Omit<ArticleRow, 'searchText' | 'grams'> {
  /** Readers can open it now. */
  readonly isPublic: boolean
  readonly may: { readonly edit: boolean; readonly publish: boolean; readonly withdraw: boolean }
}

export interface ListedArticle extends ArticleView {
  readonly titles: LocalizedText
}

function viewOf(actor: Actor, { searchText: _, grams: __, ...row }: ArticleRow, now: Instant): ArticleView {
  const writes = mayWrite(actor, row.programmeId) && row.status !== 'withdrawn'
  return {
    ...row,
    isPublic: isPublic(row, now),
    may: { edit: writes, publish: writes && row.status === 'draft', withdraw: writes },
  }
}

const MOST = 500

/** Articles of a programme in every state, newest first. */
export async function listArticles(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<ListedArticle[]>> {
  if (!mayReadDrafts(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const now = platform.clock.now()
  const rows = await findArticles(platform.db, programmeId, MOST)
  const told = Map.groupBy(await findTitleFigures(platform.db, programmeId), ({ articleId }) => articleId)
  const ofDrafts = rows.some(({ status }) => status === 'draft') ? await currentFigures(platform, programmeId) : []
  return ok(
    rows.map((row) => {
      const figures = row.status === 'draft' ? ofDrafts : (told.get(row.id) ?? []).map(({ figure }) => figure)
      return { ...viewOf(actor, row, now), titles: printTitles(row.content, figures) }
    }),
  )
}

async function currentFigures(platform: Platform, programmeId: Id): Promise<ToldFigure[]> {
  const { sides } = await loadCheckFacts(platform.db, programmeId, null)
  const views = await measureFigures(platform.db, programmeId, null, platform.clock.now())
  return views.map((view) => toldFigure(view, sides))
}

/** Titles as readers see them; a draft's with the numbers of now. */
function printTitles(content: ArticleContent, figures: readonly ToldFigure[]): LocalizedText {
  const facts = { figures: new Map(figures.map((figure) => [figure.id, figure])), commitments: new Map() }
  return Object.fromEntries(
    LOCALES.flatMap((locale) => {
      const title = content[locale]?.title ?? ''
      return title === '' ? [] : [[locale, printText(title, facts, locale, writeNumber)] as const]
    }),
  )
}

export interface ArticleForWriting {
  readonly article: ArticleView
  readonly photos: readonly PhotoRow[]
  readonly people: readonly ListedPerson[]
  /** What keeps it from being published as it is saved. */
  readonly findings: readonly Finding[]
  /** Figures that a token can name. */
  readonly figures: readonly ToldFigure[]
  /** Promises that a token can name. */
  readonly commitments: readonly ToldCommitment[]
  /** What readers were told anew, oldest first. */
  readonly corrections: readonly CorrectionRow[]
}

export async function readArticle(
  platform: Platform,
  actor: Actor,
  { programmeId, articleId }: ArticleKey,
): Promise<Result<ArticleForWriting>> {
  if (!mayReadDrafts(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const row = await findArticle(platform.db, programmeId, articleId)
  if (!row) return refuseNews('absent', 'absent')
  const photos = await findPhotos(platform.db, articleId)
  const corrections = await findCorrections(platform.db, articleId)
  const people = await listArticlePeople(platform, articleId)
  const judged = await judgeArticle(platform, { ...row, articleId })
  const { findings, figures, commitments } = judged
  const article = viewOf(actor, row, platform.clock.now())
  return ok({ article, photos, people, findings, figures, commitments, corrections })
}

/** An article as its public page would be now, whatever its state; null where the actor may not read drafts of it. */
export async function readPreview(platform: Platform, actor: Actor, articleId: Id): Promise<PublicArticle | null> {
  const article = isId(articleId) ? await findArticleToPreview(platform.db, articleId) : null
  if (!article || !mayReadDrafts(actor, article.programmeId)) return null
  // What readers have seen stays as it was told; a draft is told from the records as they are.
  if (article.status !== 'draft') return article
  const { told, commitments } = await judgeArticle(platform, { ...article, articleId })
  return {
    ...article,
    figures: told.figures,
    commitments: told.commitments.flatMap((id) => commitments.find((commitment) => commitment.id === id) ?? []),
  }
}

/** Holds words that are not saved yet against the records: the editor shows what is wrong while it is written. */
export async function checkWords(
  platform: Platform,
  actor: Actor,
  words: ArticleToCheck & ArticleKey,
): Promise<Result<Finding[]>> {
  if (!mayWrite(actor, words.programmeId)) return refuseNews('forbidden', 'forbidden')
  if (!(await findArticle(platform.db, words.programmeId, words.articleId))) return refuseNews('absent', 'absent')
  const { findings } = await judgeArticle(platform, words)
  return ok(findings)
}

/** The file of a photograph of a draft, for those who write it. */
export async function readDraftPhoto(
  platform: Platform,
  actor: Actor,
  { programmeId, articleId, photoId }: ArticleKey & { readonly photoId: Id },
): Promise<Result<{ name: string; mediaType: string; contents: Uint8Array }>> {
  if (!mayReadDrafts(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const article = await findArticle(platform.db, programmeId, articleId)
  const photo = article && (await findPhotos(platform.db, articleId)).find(({ id }) => id === photoId)
  const file = photo && (await platform.files.find(platform.db, photo.fileId))
  if (!photo || !file) return refuseNews('absent', 'absent')
  return ok({ name: file.name, mediaType: photo.mediaType, contents: await platform.files.read(file) })
}

export async function readSite(
  platform: Platform,
  actor: Actor,
  { programmeId }: { readonly programmeId: Id },
): Promise<Result<SiteSettings>> {
  if (!mayReadDrafts(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  return ok(await findSiteSettings(platform.db, programmeId))
}
