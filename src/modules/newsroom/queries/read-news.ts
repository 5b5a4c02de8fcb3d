import type { Id } from '../../../kernel/id.ts'
import { isId } from '../../../kernel/id.ts'
import type { Platform } from '../../../platform/context.ts'
import { searchWords } from '../domain/search-text.ts'
import {
  type CatalogueCompany,
  type CatalogueCompanyPage,
  type CatalogueGroup,
  findCatalogue,
  findCatalogueCompany,
} from '../store/catalogue-store.ts'
import { findPublicPhoto } from '../store/photo-store.ts'
import {
  type ArticleSummary,
  type Beside,
  type PublicArticle,
  findAddresses,
  findBeside,
  findNews,
  findPublicArticle,
} from '../store/reader-store.ts'

/** What everybody may read: these queries ask nobody who they are and give public facts only. */

export interface Page<T> {
  readonly rows: readonly T[]
  readonly total: number
}

export async function readNews(
  platform: Platform,
  {
    q,
    tag,
    page,
    pageSize,
  }: { readonly q: string; readonly tag: string | null; readonly page: number; readonly pageSize: number },
): Promise<Page<ArticleSummary>> {
  return findNews(platform.db, {
    now: platform.clock.now(),
    words: searchWords(q),
    tag,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
}

export const readPublicArticle = (platform: Platform, slug: string): Promise<PublicArticle | null> =>
  /^[a-z0-9][a-z0-9-]{1,100}$/.test(slug)
    ? findPublicArticle(platform.db, slug, platform.clock.now())
    : Promise.resolve(null)

export function readBeside(platform: Platform, article: PublicArticle | null): Promise<Beside> {
  const now = platform.clock.now()
  return findBeside(platform.db, article, { now, day: now.slice(0, 10) })
}

export async function readCatalogue(
  platform: Platform,
  {
    q,
    group,
    page,
    pageSize,
  }: { readonly q: string; readonly group: string | null; readonly page: number; readonly pageSize: number },
): Promise<Page<CatalogueCompany> & { readonly groups: readonly CatalogueGroup[] }> {
  return findCatalogue(platform.db, {
    words: searchWords(q),
    group,
    limit: pageSize,
    offset: (page - 1) * pageSize,
  })
}

export const readCatalogueCompany = (platform: Platform, companyId: string): Promise<CatalogueCompanyPage | null> =>
  isId(companyId) ? findCatalogueCompany(platform.db, companyId) : Promise.resolve(null)

export const readAddresses = (platform: Platform) => findAddresses(platform.db, platform.clock.now())

/** A photograph of an article that readers can open. */
export async function readPublicPhoto(
  platform: Platform,
  photoId: Id,
): Promise<{
  readonly sha256: string
  readonly mediaType: string
  readonly contents: ReadableStream<Uint8Array>
} | null> {
  const photo = isId(photoId) ? await findPublicPhoto(platform.db, photoId, platform.clock.now()) : null
  return photo && { ...photo, contents: platform.files.stream(photo) }
}
