import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { mayWrite } from '../domain/policy.ts'
import { refuseNews } from '../domain/refusal.ts'
import { findArticle } from '../store/article-store.ts'
import { orderPhotos, updatePhotoWords } from '../store/photo-store.ts'
import { articleEntry } from './entry.ts'
import type { ArticleKey } from './write-article.ts'

export interface DescribePhoto extends ArticleKey {
  readonly photoId: Id
  readonly caption: LocalizedText
  readonly credit: string
  readonly alternative: LocalizedText
}

/** Says anew what a photograph shows and whose it is. The words may name people, so the journal does not repeat them. */
export async function describePhoto(
  platform: Platform,
  actor: Actor,
  { programmeId, articleId, photoId, ...words }: DescribePhoto,
): Promise<Result<null>> {
  if (!mayWrite(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  if (!(await findArticle(platform.db, programmeId, articleId))) return refuseNews('absent', 'absent')
  const key = { programmeId, articleId }
  const entry = articleEntry(platform, actor, key, { action: 'article.photo-described', after: { photoId } })
  const row = { id: photoId, articleId, ...words }
  return (await updatePhotoWords(platform.db, row, entry)) ? ok(null) : refuseNews('absent', 'absent')
}

/** Puts the photographs in another order; the first one leads the article and the lists. */
export async function arrangePhotos(
  platform: Platform,
  actor: Actor,
  { photoIds, ...key }: ArticleKey & { readonly photoIds: readonly Id[] },
): Promise<Result<null>> {
  if (!mayWrite(actor, key.programmeId)) return refuseNews('forbidden', 'forbidden')
  if (!(await findArticle(platform.db, key.programmeId, key.articleId))) return refuseNews('absent', 'absent')
  const entry = articleEntry(platform, actor, key, { action: 'article.photos-arranged', after: { photoIds } })
  return (await orderPhotos(platform.db, key.articleId, photoIds, entry)) ? ok(null) : refuseNews('absent', 'absent')
}
