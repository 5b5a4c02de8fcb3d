import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type ToldFigure, isPublic } from '../domain/article.ts'
import type { Finding } from '../domain/check-article.ts'
import { mayReadDrafts, mayWrite } from '../domain/policy.ts'
import { refuseNews } from '../domain/refusal.ts'
import { type ArticleToCheck, judgeArticle } from '../operations/tell-figures.ts'
import type { ArticleKey } from '../operations/write-article.ts'
import { type ArticleRow, findArticle, findArticles } from '../store/article-store.ts'
import { type SiteSettings, findSiteSettings } from '../store/banner-store.ts'
import { type PhotoRow, findPhotos } from '../store/photo-store.ts'

export interface ArticleView extends Omit<ArticleRow, 'searchText' | 'grams'> {
  /** Readers can open it now. */
  readonly isPublic: boolean
  readonly may: { readonly edit: boolean; readonly publish: boolean; readonly withdraw: boolean }
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
): Promise<Result<ArticleView[]>> {
  if (!mayReadDrafts(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const now = platform.clock.now()
  const rows = await findArticles(platform.db, programmeId, MOST)
  return ok(rows.map((row) => viewOf(actor, row, now)))
}

export interface ArticleForWriting {
  readonly article: ArticleView
  readonly photos: readonly PhotoRow[]
  /** What keeps it from being published as it is saved. */
  readonly findings: readonly Finding[]
  /** Figures that a token can name. */
  readonly figures: readonly ToldFigure[]
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
  const { findings, figures } = await judgeArticle(platform, { ...row, articleId })
  return ok({ article: viewOf(actor, row, platform.clock.now()), photos, findings, figures })
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
