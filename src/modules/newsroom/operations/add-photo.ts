import type { Id } from '../../../kernel/id.ts'
import type { LocalizedText } from '../../../kernel/locale.ts'
import { type Result, ok } from '../../../kernel/result.ts'
import type { Platform } from '../../../platform/context.ts'
import type { Actor } from '../../accounts/index.ts'
import { photosIn } from '../domain/article.ts'
import { MAX_PHOTO_BYTES, MAX_PIXELS, MAX_SIDE, isTooLarge, readPicture } from '../../../kernel/picture.ts'
import { mayWrite } from '../domain/policy.ts'
import { refuseNews } from '../domain/refusal.ts'
import { findArticle } from '../store/article-store.ts'
import { deletePhoto, insertPhoto } from '../store/photo-store.ts'
import { articleEntry } from './entry.ts'
import type { ArticleKey } from './write-article.ts'

export interface AddPhoto extends ArticleKey {
  readonly file: { readonly name: string; readonly contents: Uint8Array }
  readonly caption: LocalizedText
  readonly credit: string
  readonly alternative: LocalizedText
}

/** Adds a photograph. What it is, its contents say: SVG and everything else that is no photograph is refused. */
export async function addPhoto(platform: Platform, actor: Actor, command: AddPhoto): Promise<Result<{ id: Id }>> {
  const { programmeId, articleId, file, caption, credit, alternative } = command
  if (!mayWrite(actor, programmeId)) return refuseNews('forbidden', 'forbidden')
  const article = await findArticle(platform.db, programmeId, articleId)
  if (!article) return refuseNews('absent', 'absent')
  const picture = readPicture(file.contents)
  if (!picture) return refuseNews('invalid', 'photo-type')
  if (isTooLarge(picture) || file.contents.byteLength > MAX_PHOTO_BYTES) {
    const { width, height } = picture
    return refuseNews('invalid', 'photo-too-large', { width, height, maxSide: MAX_SIDE, maxPixels: MAX_PIXELS })
  }
  const { mediaType, width, height } = picture
  const stored = await platform.files.store(platform.db, { ...file, mediaType })
  if (!stored.ok) return stored
  const id = platform.newId()
  const row = { id, articleId, fileId: stored.value.id, mediaType, width, height, caption, credit, alternative }
  const entry = articleEntry(platform, actor, command, {
    action: 'article.photo-added',
    after: { photoId: id, sha256: stored.value.sha256, width, height },
  })
  await insertPhoto(platform.db, { ...row, addedAt: platform.clock.now() }, entry)
  return ok({ id })
}

/** Removes a photograph that no text of the article shows. */
export async function removePhoto(
  platform: Platform,
  actor: Actor,
  { photoId, ...key }: ArticleKey & { readonly photoId: Id },
): Promise<Result<null>> {
  if (!mayWrite(actor, key.programmeId)) return refuseNews('forbidden', 'forbidden')
  const article = await findArticle(platform.db, key.programmeId, key.articleId)
  if (!article) return refuseNews('absent', 'absent')
  const isShown = Object.values(article.content).some((text) => text && photosIn(text).includes(photoId))
  if (isShown) return refuseNews('conflict', 'photo-in-use')
  const entry = articleEntry(platform, actor, key, { action: 'article.photo-removed', after: { photoId } })
  return (await deletePhoto(platform.db, key.articleId, photoId, entry)) ? ok(null) : refuseNews('absent', 'absent')
}
