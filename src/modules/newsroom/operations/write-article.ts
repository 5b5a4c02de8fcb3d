import { isDeepStrictEqual } from 'node:util'
import type { Id } from '../../../kernel/id.ts'
import type { Instant } from '../../../kernel/instant.ts'
import { LOCALES, type LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { type ArticleContent, type ManualNumber, isPublic, textsOf } from '../domain/article.ts'
import { mayWrite } from '../domain/policy.ts'
import { printText } from '../domain/print-token.ts'
import { refuseNews } from '../domain/refusal.ts'
import { foldText, gramsOf } from '../domain/search-text.ts'
import { type ArticleRow, type Told, findArticle, insertArticle, saveArticle } from '../store/article-store.ts'
import { askGate } from './ask-gate.ts'
import { actorId, articleEntry } from './entry.ts'
import { judgeArticle, writeNumber } from './tell-figures.ts'

export interface ArticleKey {
  readonly programmeId: Id
  readonly articleId: Id
}

/** What people write of an article. */
export interface ArticleWords {
  readonly slug: string
  readonly content: ArticleContent
  readonly byline: LocalizedText
  readonly tags: readonly string[]
  readonly day: string | null
  readonly manualNumbers: readonly ManualNumber[]
  readonly embargoUntil: Instant | null
  readonly pinnedUntil: Instant | null
}

/** Starts a draft. */
export async function createArticle(
  platform: Platform,
  actor: Actor,
  { programmeId, ...words }: ArticleWords & { readonly programmeId: Id },
): Promise<Result<{ id: Id; slug: string }>> {
  if (!mayWrite(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const now = platform.clock.now()
  const row: ArticleRow = {
    id: platform.newId(),
    programmeId,
    status: 'draft',
    ...words,
    ...indexOf(words.content, null),
    revision: 1,
    createdBy: actorId(actor),
    registeredAt: now,
    editedAt: now,
    publishedAt: null,
  }
  const entry = articleEntry(platform, actor, { programmeId, articleId: row.id }, { action: 'article.drafted' })
  const inserted = await insertArticle(platform.db, row, entry)
  return inserted ? ok({ id: row.id, slug: row.slug }) : refuseNews('conflict', 'slug-taken', { slug: row.slug })
}

export interface UpdateArticle extends ArticleKey, ArticleWords {
  readonly revision: number
  /** What readers are told of the change; needed once they have read the article. */
  readonly correction: LocalizedText
}

/**
 * Saves what was written. A draft may be anything; what readers can open must pass the same check as a publication,
 * and the change is told to them.
 */
export async function updateArticle(
  platform: Platform,
  actor: Actor,
  command: UpdateArticle,
): Promise<Result<{ revision: number }>> {
  const { programmeId, articleId, revision, correction, ...words } = command
  if (!mayWrite(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const article = await findArticle(platform.db, programmeId, articleId)
  if (!article) return refuseNews('absent', 'absent')
  if (article.status === 'withdrawn') return refuseNews('conflict', 'withdrawn')
  if (article.revision !== revision) return refuseNews('conflict', 'changed-meanwhile')
  const now = platform.clock.now()
  const isRead = article.status !== 'draft'
  const { findings, told } = await judgeArticle(platform, { programmeId, articleId, ...words })
  if (isRead && findings.length > 0) return refuseNews('conflict', 'not-ready', { findings: findings.length })
  // The database keeps keys in an order of its own.
  const isReworded = !isDeepStrictEqual(article.content, words.content)
  const isCorrection = isRead && isReworded
  if (isCorrection && Object.keys(correction).length === 0) return refuseNews('invalid', 'correction-note-missing')
  // Readers have the address by now.
  const slug = isRead ? article.slug : words.slug
  const row: ArticleRow = {
    ...article,
    ...words,
    slug,
    ...indexOf(words.content, told),
    ...openingOf(article, words.embargoUntil, now),
    status: isCorrection ? 'corrected' : article.status,
    editedAt: now,
  }
  return save(platform, actor, row, told, {
    action: isCorrection ? 'article.corrected' : 'article.edited',
    correction: isCorrection ? { id: platform.newId(), note: correction } : null,
  })
}

/** When readers can open it. The moment can be moved until it has come; what they have opened stays open. */
function openingOf(
  article: ArticleRow,
  embargoUntil: Instant | null,
  now: Instant,
): Pick<ArticleRow, 'embargoUntil' | 'publishedAt'> {
  if (article.status === 'draft') return { embargoUntil, publishedAt: article.publishedAt }
  if (isPublic(article, now)) return { embargoUntil: article.embargoUntil, publishedAt: article.publishedAt }
  return { embargoUntil, publishedAt: embargoUntil !== null && embargoUntil > now ? embargoUntil : now }
}

/**
 * Publishes a draft that agrees with the records. With an embargo readers can open it from that moment on. `firstAt`:
 * it was first published then, before it was told here; never later than now.
 */
export async function publishArticle(
  platform: Platform,
  actor: Actor,
  { programmeId, articleId, firstAt = null }: ArticleKey & { readonly firstAt?: Instant | null },
): Promise<Result<{ revision: number; publishedAt: Instant }>> {
  if (!mayWrite(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const article = await findArticle(platform.db, programmeId, articleId)
  if (!article) return refuseNews('absent', 'absent')
  if (article.status !== 'draft') return refuseNews('conflict', 'not-a-draft')
  const { findings, told } = await judgeArticle(platform, { ...article, articleId })
  if (findings.length > 0) return refuseNews('conflict', 'not-ready', { findings: findings.length })
  const gate = await askGate(platform, actor, programmeId, told.figures)
  if (!gate.ok) return gate
  const now = platform.clock.now()
  const before = firstAt !== null && firstAt < now ? { registeredAt: firstAt, editedAt: firstAt } : null
  const embargo = article.embargoUntil !== null && article.embargoUntil > now ? article.embargoUntil : now
  const publishedAt = before?.editedAt ?? embargo
  const row: ArticleRow = {
    ...article,
    ...indexOf(article.content, told),
    status: 'published',
    editedAt: now,
    ...before,
    publishedAt,
  }
  const saved = await save(platform, actor, row, told, { action: 'article.published', correction: null })
  return saved.ok ? ok({ ...saved.value, publishedAt }) : saved
}

/** Takes an article from the public pages. What happened stays in the journal. */
export async function withdrawArticle(
  platform: Platform,
  actor: Actor,
  { programmeId, articleId }: ArticleKey,
): Promise<Result<{ revision: number }>> {
  if (!mayWrite(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const article = await findArticle(platform.db, programmeId, articleId)
  if (!article) return refuseNews('absent', 'absent')
  if (article.status === 'withdrawn') return refuseNews('conflict', 'withdrawn')
  const row: ArticleRow = { ...article, status: 'withdrawn', editedAt: platform.clock.now() }
  return save(platform, actor, row, null, { action: 'article.withdrawn', correction: null })
}

async function save(
  platform: Platform,
  actor: Actor,
  row: ArticleRow,
  told: Told | null,
  { action, correction }: { readonly action: string; readonly correction: { id: Id; note: LocalizedText } | null },
): Promise<Result<{ revision: number }>> {
  const key = { programmeId: row.programmeId, articleId: row.id }
  const after = {
    status: row.status,
    slug: row.slug,
    publishedAt: row.publishedAt,
    figures: told?.figures.map(({ id, value, unit }) => ({ id, value, unit })) ?? [],
  }
  const entry = articleEntry(platform, actor, key, { action, after })
  const saved = await saveArticle(platform.db, row, told, correction, entry)
  if (saved === 'slug-taken') return refuseNews('conflict', 'slug-taken', { slug: row.slug })
  return saved === 'saved' ? ok({ revision: row.revision + 1 }) : refuseNews('conflict', 'changed-meanwhile')
}

/** Titles and texts of all languages, with numbers as readers see them, as far as they are known. */
function indexOf(content: ArticleContent, told: Told | null): Pick<ArticleRow, 'searchText' | 'grams'> {
  const facts = { figures: new Map(told?.figures.map((figure) => [figure.id, figure]) ?? []), commitments: new Map() }
  const texts = LOCALES.flatMap((locale) =>
    content[locale] ? textsOf(content[locale]).map(({ text }) => printText(text, facts, locale, writeNumber)) : [],
  )
  const searchText = texts.map(foldText).filter(Boolean).join('\n')
  return { searchText, grams: gramsOf(searchText) }
}
